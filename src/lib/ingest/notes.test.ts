import { describe, expect, test } from 'vitest';
import { readFile } from './read';
import { csv, read, rowsOf, workbook } from './testing';

const HEAD = ['Quartier', 'Monat', 'Fälle', 'Stunden'];
const ROWS = [
	['Nord', 'Januar', '4', '10,5'],
	['Nord', 'Februar', '6', '12'],
	['Süd', 'Januar', '3', '8,5'],
	['Süd', 'Februar', '5', '9']
];
const left = (rows: string[][], head = HEAD) => {
	const { table } = read(csv(head, rows));
	return { rows: rowsOf(table).length, out: table.leftOut?.map(({ why, text }) => [why, text]) };
};

describe('totals are no rows', () => {
	test.each([
		['a total', ['Summe', '', '18', '40']],
		['with a colon', ['Gesamt:', '', '18', '40']],
		['in the second column', ['', 'Insgesamt', '18', '40']],
		['a number of rows', ['Gesamt', '4', '18', '']],
		['means', ['Durchschnitt', '', '4,5', '10']],
		['alone', ['Gesamt: 4 Zeilen', '', '', '']]
	])('%s', (_, row) => {
		expect(left([...ROWS, row])).toEqual({
			rows: 4,
			out: [['total', row.filter(Boolean).join(' ')]]
		});
	});

	test('of parts, by themselves and by the name of a part', () => {
		const part = (name: string) => [name, '', '10', '22,5'];
		const rows = [...ROWS.slice(0, 2), part('Zwischensumme'), ...ROWS.slice(2)];
		expect(left([...rows, ['Summe', '', '18', '40']]).rows).toBe(4);
		const named = [...ROWS.slice(0, 2), part('Nord Ergebnis'), ...ROWS.slice(2)];
		expect(left([...named, ['Gesamtergebnis', '', '18', '40']]).rows).toBe(4);
	});
});

describe('what only sounds like a total stays', () => {
	test.each([
		['a Quartier with answers', ['Gesamt', 'März', '7', '3']],
		['a Quartier of that name', ['Gesamtschule', '', '18', '40']],
		['numbers that are no sums', ['Gesamt', '', '7', '3']]
	])('%s', (_, row) => {
		expect(left([...ROWS, row]).rows).toBe(5);
	});

	test('an answer', () => {
		const rows = Array.from({ length: 8 }, (_, at) => [
			at % 2 ? 'insgesamt' : 'teilweise',
			'3',
			'4'
		]);
		expect(left(rows, ['Zustimmung', 'A', 'B']).rows).toBe(8);
	});
});

describe('lines below a table are none of it', () => {
	test.each([
		'Stand: 31.12.2025',
		'Stand 05/2025',
		'Quelle: eigene Erhebung',
		'Erstellt am 2.1.2026 von M. Muster',
		'* ohne Leerstand',
		'Seite 1 von 3'
	])('%s', (line) => {
		expect(left([...ROWS, [line, '', '', '']])).toEqual({ rows: 4, out: [['footer', line]] });
	});

	test('any sentence behind an empty row, and what is below a total', () => {
		const rows = [
			...ROWS,
			['Summe', '', '18', '40'],
			['', '', '', ''],
			['Nur für den internen Gebrauch.', '', '', ''],
			['Stand:', '31.12.2025', '', '']
		];
		expect(left(rows)).toMatchObject({ rows: 4 });
	});

	test('a sheet with nothing but a remark stays', () => {
		const rows = [
			...ROWS,
			['', '', '', ''],
			['Ost', '', '', ''],
			['', 'Die Heizung ist kalt', '', '']
		];
		expect(left(rows).rows).toBe(6);
	});
});

test('titles, total and footer of a list of cases', async () => {
	const cases = Array.from({ length: 10 }, (_, at) => [
		at + 1,
		at % 2 ? 'Nord' : 'Süd',
		new Date(Date.UTC(2025, at, 3)),
		at % 3 ? new Date(Date.UTC(2025, at, 20)) : null,
		'Energie'
	]);
	const { table, mapping } = await readFile(
		workbook({
			Fälle: [
				['Fallliste 2025'],
				['Stand: 31.12.2025'],
				[],
				['Lfd. Nr.', 'Quartier', 'Eröffnet am', 'Abgeschlossen am', 'Anlass'],
				...cases,
				['Gesamt', 10, null, 6, null],
				[],
				['Erstellt: Team Nord, 2.1.2026']
			]
		})
	);
	expect([mapping.kind, rowsOf(table).length]).toEqual(['supportCase', 10]);
	expect(table.leftOut?.map(({ line, why }) => [line, why])).toEqual([
		[1, 'title'],
		[2, 'title'],
		[15, 'total'],
		[17, 'footer']
	]);
});
