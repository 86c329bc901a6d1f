import { describe, expect, test } from 'vitest';
import { interpret } from './interpret';
import { readFile } from './read';
import { problemCode, rowsOf, workbook } from './testing';

const HEAD = ['Nr.', 'Quartier', 'Eröffnet am', 'Abgeschlossen am', 'Thema'];
const NAMES = ['Jahr 2024', 'Jahr 2025'];
const cases = (year: number, rows: number, name = (at: number) => `${year}-${at}`) => [
	HEAD,
	...Array.from({ length: rows }, (_, at) => [
		name(at + 1),
		at % 2 ? 'Nord' : 'Süd',
		`${year}-03-${String(at + 1).padStart(2, '0')}`,
		'',
		'Energie'
	])
];

describe('sheets of one shape', () => {
	const file = workbook({
		Hinweise: [['Bitte lesen']],
		'Jahr 2024': cases(2024, 12),
		'Jahr 2025': cases(2025, 7)
	});

	test('are read together, each row with its sheet and its line there', async () => {
		const { table, mapping, sheets } = await readFile(file);
		expect(sheets).toEqual(['Hinweise', ...NAMES, NAMES.join(' + ')]);
		expect([mapping.kind, mapping.sheet]).toEqual(['supportCase', NAMES.join(' + ')]);
		expect(table.headings).toEqual([...HEAD, 'Blatt']);
		const rows = rowsOf(table);
		expect(rows).toHaveLength(19);
		expect([rows[0]?.line, rows[12]?.line]).toEqual([2, 2]);
		expect([rows[11]?.cells.at(-1), rows[12]?.cells.at(-1)]).toEqual(NAMES);
	});

	test('can be read one by one, and together by name', async () => {
		const one = await readFile(file, { sheet: 'Jahr 2025' });
		expect([one.mapping.sheet, one.table.lines.length]).toEqual(['Jahr 2025', 7]);
		const both = await readFile(file, { sheet: NAMES.join(' + ') });
		expect(both.table.lines.length).toBe(19);
	});

	test('whose numbers begin anew are not taken for the same cases', async () => {
		const { table, mapping } = await readFile(
			workbook({ '2024': cases(2024, 12, String), '2025': cases(2025, 7, String) })
		);
		const columns = mapping.columns.map((column) =>
			column.index === 0 ? { ...column, role: 'id' as const } : column
		);
		const records = interpret(table, { ...mapping, columns }, '2026-01-01');
		expect(records.kind === 'supportCase' && records.cases.length).toBe(19);
	});

	test('of which one is a copy are not added up', async () => {
		const whole = cases(2025, 12);
		const { table, sheets } = await readFile(
			workbook({ Fälle: whole, 'Fälle (2)': whole.slice(0, 9) })
		);
		expect([table.lines.length, sheets]).toEqual([12, ['Fälle', 'Fälle (2)']]);
	});
});

describe('printed results', () => {
	const shares = [
		['Tabelle 1: Zufriedenheit', '', ''],
		['', 'Anzahl', 'in %'],
		['zufrieden', 40, '80 %'],
		['unzufrieden', 10, '20 %'],
		['Gesamt', 50, '100 %']
	];
	const means = [
		['Merkmal', 'Mittelwert', 'n'],
		['Heizung', 2.1, 49],
		['Bad', 1.8, 50],
		['Lage', 1.2, 47]
	];
	const refusal = async (file: Uint8Array) => {
		const error: unknown = await readFile(file).catch((one: unknown) => one);
		return problemCode(() => {
			if (error instanceof Error) throw error;
		});
	};

	test('are refused where there is nothing else', async () => {
		const below = [...shares, [], ...means];
		expect(await refusal(workbook({ T1: shares, T2: means }))).toBe('not_rows');
		expect(await refusal(workbook({ Auswertung: below }))).toBe('not_rows');
	});

	test('stand beside the data at times', async () => {
		const { mapping } = await readFile(workbook({ T1: shares, T2: means, Liste: cases(2025, 9) }));
		expect(mapping.sheet).toBe('Liste');
	});

	test('are not what names the dwellings of each Quartier', async () => {
		const dwellings = [
			['Quartier', 'Wohnungen', 'Haushalte'],
			['Nord', 120, 118],
			['Süd', 80, 77]
		];
		const { mapping } = await readFile(workbook({ '2024': dwellings, Muster: dwellings }));
		expect(mapping.kind).toBe('quartierYear');
	});
});
