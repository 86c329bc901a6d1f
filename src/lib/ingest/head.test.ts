import { describe, expect, test } from 'vitest';
import { formatOfTable } from './table';
import { readFile } from './read';
import { csv, read, rowsOf, workbook } from './testing';

const WORDS = ['gut', 'mittel', 'schlecht'];
const answers = (columns: number, rows = 12): string[][] =>
	Array.from({ length: rows }, (_, row) => [
		String(row + 1),
		row % 2 ? 'Nord' : 'Süd',
		...Array.from({ length: columns }, (__, column) => WORDS[(row + column) % 3]!)
	]);

const headings = (text: string) => read(text).table.headings;

describe('headings of several rows', () => {
	const UPPER = ['Nr.', 'Quartier', 'Wohnung', '', '', 'Umfeld', '', 'Gesamt'];
	const LOWER = ['', '', 'Heizung', 'Bad', 'Zuschnitt', 'Wege', 'Spielplatz', ''];
	const WANTED = [
		'Nr.',
		'Quartier',
		'Wohnung: Heizung',
		'Wohnung: Bad',
		'Wohnung: Zuschnitt',
		'Umfeld: Wege',
		'Umfeld: Spielplatz',
		'Gesamt'
	];

	test('blocks above, rows of them below; a merged cell of a CSV is one that is filled', () => {
		const { table, mapping } = read(csv(UPPER, [LOWER, ...answers(6)]));
		expect(table.headings).toEqual(WANTED);
		expect(rowsOf(table)).toHaveLength(12);
		expect([mapping.headerRow, mapping.headerRows]).toEqual([1, 2]);
		const [, , heating, , , , , all] = formatOfTable(table).read(table.head);
		expect(heating).toMatchObject({ group: 'Wohnung', question: 'Wohnung', row: 'Heizung' });
		expect(all).not.toHaveProperty('group');
	});

	test('the row of blocks may be the emptier one, and titles stand above', () => {
		const upper = ['', '', 'Wohnung', '', '', 'Umfeld', ''];
		const lower = LOWER.slice(0, 7).map((cell, at) => cell || UPPER[at]!);
		const { table } = read(
			csv(['Befragung 2025', ...Array<string>(6).fill('')], [upper, lower, ...answers(5)])
		);
		expect(table.headings).toEqual(WANTED.slice(0, 7));
		expect(table.leftOut).toEqual([{ line: 1, text: 'Befragung 2025', why: 'title' }]);
		expect(rowsOf(table)[0]?.line).toBe(4);
	});

	test('three rows', () => {
		const top = ['', '', 'Zufriedenheit mit', '', '', '', '', ''];
		expect(headings(csv(top, [UPPER, LOWER, ...answers(6)])).slice(0, 4)).toEqual([
			'Nr.',
			'Quartier',
			'Zufriedenheit mit: Wohnung: Heizung',
			'Zufriedenheit mit: Wohnung: Bad'
		]);
	});

	test('merged cells say how far they go, also downwards', async () => {
		const bytes = workbook(
			{
				A: [
					['Nr', 'Quartier', 'Wohnung', '', '', 'Umfeld'],
					['', '', 'Heizung', 'Bad', 'Miete', 'Wege'],
					...answers(4)
				]
			},
			(book) => {
				book.Sheets['A']!['!merges'] = [
					{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } },
					{ s: { r: 0, c: 1 }, e: { r: 1, c: 1 } },
					{ s: { r: 0, c: 2 }, e: { r: 0, c: 3 } }
				];
			}
		);
		const { table } = await readFile(bytes);
		expect(table.headings).toEqual([
			'Nr',
			'Quartier',
			'Wohnung: Heizung',
			'Wohnung: Bad',
			'Miete',
			'Umfeld: Wege'
		]);
		expect(rowsOf(table)).toHaveLength(12);
	});

	test.each([
		['a column without a heading', ['Nr', 'Quartier', 'Wohnung', '', 'Bad']],
		['headings that come again', ['Nr', 'Quartier', 'Kommentar', 'Kommentar', 'Bad']]
	])('a row of answers below %s is none of the heading', (_, head) => {
		const { table } = read(csv(head, answers(3)));
		expect([table.head.length, rowsOf(table).length]).toEqual([1, 12]);
	});

	test('what pandas writes beside a merged cell', () => {
		const upper = ['Unnamed: 0', 'Quartier', 'Wohnung', 'Unnamed: 3', 'Unnamed: 4'];
		const rows = [['', '', 'Heizung', 'Bad', 'Zuschnitt'], ...answers(3)];
		expect(headings(csv(upper, rows)).slice(2)).toEqual([
			'Wohnung: Heizung',
			'Wohnung: Bad',
			'Wohnung: Zuschnitt'
		]);
	});
});

describe('cells merged downwards', () => {
	const ROWS = [
		['Quartier', 'Nr', 'Sicherheit'],
		...answers(1).map(([nr, , word], at) => [at % 4 === 0 ? `Viertel ${at / 4}` : '', nr, word])
	];

	test('hold for each of their rows', async () => {
		const bytes = workbook({ A: ROWS }, (book) => {
			book.Sheets['A']!['!merges'] = [1, 5, 9].map((r) => ({
				s: { r, c: 0 },
				e: { r: r + 3, c: 0 }
			}));
		});
		const { table } = await readFile(bytes);
		const cells = rowsOf(table).map((row) => row.cells[0]);
		expect(cells).toEqual([0, 1, 2].flatMap((place) => Array<string>(4).fill(`Viertel ${place}`)));
	});

	test('are never guessed from cells that are empty', async () => {
		const { table } = await readFile(workbook({ A: ROWS }));
		expect(rowsOf(table).filter(({ cells }) => cells[0] === '')).toHaveLength(9);
	});
});

describe('names of rows', () => {
	test.each([
		['R', '"","Quartier","Note"\n"1","Nord",2\n"2","Süd",3\n"3","Süd",1\n'],
		['R without a place for them', '"Quartier","Note"\n"1","Nord",2\n"2","Süd",3\n"3","Süd",1\n'],
		['pandas', 'Unnamed: 0,Quartier,Note\n0,Nord,2\n1,Süd,3\n2,Süd,1\n']
	])('%s', (_, text) => {
		const { table, mapping } = read(text);
		expect(table.headings).toEqual(['row.names', 'Quartier', 'Note']);
		expect(rowsOf(table).map(({ cells }) => cells.slice(1))).toEqual([
			['Nord', '2'],
			['Süd', '3'],
			['Süd', '1']
		]);
		expect(mapping.columns[0]?.role).toBe('ignored');
		expect(table.surplus.size).toBe(0);
	});

	test('an empty corner above names is no number of rows', () => {
		expect(headings(';Wohnungen;Haushalte\nNord;120;110\nSüd;80;79\n')[0]).toBe('');
	});

	test('a separator at the end of each row is none', () => {
		const { table } = read('Quartier;Note\nNord;1;\nSüd;2;\nOst;3;\n');
		expect(table.headings).toEqual(['Quartier', 'Note']);
	});
});

test('headings are one line, and each sign is written one way', () => {
	const text = `Nr;"Zufrie-\nden mit der\n Wohnung";Su\u0308d\u00a0oder\u00a0Nord;"Vor-\nund Nachteile"\n1;gut;Su\u0308d;x\n2;gut;Süd;x\n3;gut;Süd\u00a0;x\n`;
	const { table } = read(text);
	expect(table.headings).toEqual([
		'Nr',
		'Zufrieden mit der Wohnung',
		'Süd oder Nord',
		'Vor- und Nachteile'
	]);
	expect(table.columns[2]?.words).toEqual(['Süd']);
});

test('the line with which Excel is told the separator is none of the table', () => {
	const { table } = read('sep=,\nNr,Wort\n1,a;b\n2,c;d\n');
	expect([table.separator, table.headerRow, table.headings]).toEqual([',', 2, ['Nr', 'Wort']]);
});
