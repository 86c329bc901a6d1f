import { describe, expect, test } from 'vitest';
import type { ProblemError } from '../domain';
import { parseTable } from './parse';
import { SEPARATORS } from './table';
import { problemCode, rowsOf } from './testing';

const cells = (text: string) => rowsOf(parseTable(text)).map((row) => row.cells);

describe('separators', () => {
	test.each([';', ',', '\t', '|'] as const)('%j', (separator) => {
		const text = [
			['a', 'b', 'c'],
			['1', '2', '3'],
			['4', '5', '6']
		]
			.map((row) => row.join(separator))
			.join('\r\n');
		const table = parseTable(text);
		expect(table.separator).toBe(separator);
		expect(table.headings).toEqual(['a', 'b', 'c']);
		expect(rowsOf(table).map((row) => row.cells)).toEqual([
			['1', '2', '3'],
			['4', '5', '6']
		]);
	});

	test('decimal commas are none', () => {
		const rows = Array.from({ length: 30 }, (_, index) => `${index};1,${index};Text, mit Komma`);
		expect(parseTable(['id;Gewicht;Wort', ...rows].join('\n')).separator).toBe(';');
	});

	test('one in quotes is text', () => {
		const table = parseTable('a,b\n"1;2;3",x\n"4;5;6",y\n');
		expect(table.separator).toBe(',');
		expect(rowsOf(table)[0]?.cells).toEqual(['1;2;3', 'x']);
	});

	test('one that the user names is taken', () => {
		expect(parseTable('a;b,c\n1;2,3\n', { separator: ',' }).headings).toEqual(['a;b', 'c']);
		expect(SEPARATORS).toContain(',');
	});
});

describe('cells', () => {
	test('newlines, separators and quotes in quotes', () => {
		const text = 'id;Text;x\r\n1;"eine\nzweite ""Zeile""; hier";a\r\n2;kurz;b\r\n';
		expect(cells(text)).toEqual([
			['1', 'eine\nzweite "Zeile"; hier', 'a'],
			['2', 'kurz', 'b']
		]);
	});

	test('space around them goes, empty rows go, and lines are counted as a spreadsheet does', () => {
		const rows = rowsOf(parseTable('a;b\n 1 ;2\n;\n\n3; 4\n'));
		expect(rows).toEqual([
			{ line: 2, cells: ['1', '2'] },
			{ line: 5, cells: ['3', '4'] }
		]);
	});

	test('a quoted newline makes no line of its own', () => {
		const rows = rowsOf(parseTable('a;b\n"x\ny\nz";1\nu;2\n'));
		expect(rows.map((row) => row.line)).toEqual([2, 3]);
	});

	test('empty headings at the end are no columns', () => {
		expect(parseTable('a;b;;\n1;2;;\n').headings).toEqual(['a', 'b']);
	});
});

describe('the heading', () => {
	test('stands under titles', () => {
		const text =
			'Mieterbefragung 2025;;;\nStand: 01.06.2025;;;\n\nid;Frage 1;Frage 2;Frage 3\n1;a;b;c\n2;d;e;f\n';
		const table = parseTable(text);
		expect(table.headerRow).toBe(4);
		expect(table.headings).toEqual(['id', 'Frage 1', 'Frage 2', 'Frage 3']);
		expect(rowsOf(table)[0]).toEqual({ line: 5, cells: ['1', 'a', 'b', 'c'] });
	});

	test('stands where the user says', () => {
		const table = parseTable('a;b\nc;d\n1;2\n', { headerRow: 2 });
		expect(table.headings).toEqual(['c', 'd']);
		expect(rowsOf(table)).toHaveLength(1);
	});

	test('said again further down is no row', () => {
		const rows = rowsOf(parseTable('Nr;Frage\n1;a\n\nNr;Frage\n2;b\n'));
		expect(rows.map(({ line }) => line)).toEqual([2, 5]);
	});

	test('below comments, which keep their lines', () => {
		const table = parseTable('# Quelle: Amt, Stadt, Land\n# Jahr: 2021\nNr,Frage\n1,a\n2,b\n');
		expect([table.separator, table.headerRow, table.headings]).toEqual([',', 3, ['Nr', 'Frage']]);
		expect(rowsOf(table)[0]).toEqual({ line: 4, cells: ['1', 'a'] });
	});

	test('above rows with gaps', () => {
		expect(parseTable('a;b;c;d\n1;;;\n2;;;x\n').headerRow).toBe(1);
	});
});

describe('refused', () => {
	test('a quote that is not closed, with its row', () => {
		try {
			parseTable('a;b\n1;2\n3;"offen\n4;5\n');
			expect.fail('nothing was refused');
		} catch (error) {
			expect((error as ProblemError).problem).toEqual({
				code: 'quote_unclosed',
				params: {},
				place: { row: 3 }
			});
		}
	});

	test.each([
		['one column', 'Namen\nA\nB\n', 'one_column'],
		['only a heading', 'a;b;c\n', 'no_rows'],
		['only white space', '\n \n', 'one_column'],
		['a heading and empty rows', 'a;b\n;\n;\n', 'no_rows'],
		[
			'a layout with boxes',
			'Frage;sehr zufrieden;zufrieden;unzufrieden\nWohnung;☐;☐;☐\nTreppenhaus;☐;☐;☐\n',
			'not_a_table'
		],
		[
			'a layout with brackets and lines',
			'Nr;Frage;Ja;Nein\n1;Nutzen Sie den Treff?;( );( )\n2;Was fehlt?;____;____\n',
			'not_a_table'
		],
		[
			'a layout with the answers in every row',
			'Frage;1;2;3\nWie ist die Wohnung?;gut;mittel;schlecht\nWie ist das Haus?;gut;mittel;schlecht\nWie ist der Service?;gut;mittel;schlecht\n',
			'not_a_table'
		],
		[
			'the layout of a questionnaire',
			'Seite 1;;;;;;;;1\nWie zufrieden;;;;;;;;o\n;;o;;o;;;;\nGrün;;;;;;;;\n;;;;o;;;;2\n',
			'not_a_table'
		],
		[
			'5,001 columns',
			`${Array.from({ length: 5001 }, (_, index) => `c${index}`).join(';')}\n${'1;'.repeat(5000)}1\n`,
			'too_many_columns'
		]
	])('%s', (_, text, code) => {
		expect(problemCode(() => parseTable(text))).toBe(code);
	});
});
