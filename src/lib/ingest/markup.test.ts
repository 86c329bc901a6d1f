import { describe, expect, test } from 'vitest';
import { readFile } from './read';
import { cp1252, problemCode, rowsOf, utf8, workbook } from './testing';

const ROWS = [
	['Nr', 'Quartier', 'Zufriedenheit'],
	['1', 'Südstadt', 'sehr zufrieden'],
	['2', 'Nord & Ost', 'zufrieden'],
	['3', 'Nord & Ost', 'zufrieden']
];
const escaped = (cell: string) => cell.replace('&', '&amp;');
const table = (rows: string[][] = ROWS) =>
	`<table border=1>${rows
		.map((row) => `<tr>${row.map((cell) => `<td class="x">${escaped(cell)}`).join('')}</tr>`)
		.join('\n')}</table>`;
const PAGE = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color: red}</style></head><body>${table()}</body></html>`;

describe('a web page saved as .xls', () => {
	test.each([
		['a page', utf8(PAGE)],
		['in Windows-1252', cp1252(PAGE)],
		['a table alone', utf8(table())],
		['a page of XML', utf8(`<?xml version="1.0"?>\n<!DOCTYPE html>\n${PAGE}`)]
	])('%s', async (_, bytes) => {
		const { table: read, mapping } = await readFile(bytes);
		expect([read.headings, ...rowsOf(read).map(({ cells }) => cells)]).toEqual(ROWS);
		expect(mapping.sheet).toBe('Tabelle 1');
	});

	test('cells over several columns and rows', async () => {
		const text = `<table><tr><th rowspan="2">Nr<th rowspan=2>Quartier<th colspan="2">Wohnung</tr>
			<tr><th>Heizung<th>Bad</tr><tr><td>1<td rowspan="2">Nord<td>gut<td>mittel</tr>
			<tr><td>2<td>gut<td>gut</tr></table>`;
		const { table: read } = await readFile(utf8(text));
		expect(read.headings).toEqual(['Nr', 'Quartier', 'Wohnung: Heizung', 'Wohnung: Bad']);
		expect(rowsOf(read).map(({ cells }) => cells)).toEqual([
			['1', 'Nord', 'gut', 'mittel'],
			['2', 'Nord', 'gut', 'gut']
		]);
	});

	test('a table that only places another one is none', async () => {
		const { sheets } = await readFile(
			utf8(`<html><table><tr><td>Export</td></tr><tr><td>${table()}</td></tr></table></html>`)
		);
		expect(sheets).toHaveLength(1);
	});

	test('a message that holds a page', async () => {
		const packed = PAGE.replaceAll('=', '=3D')
			.replaceAll('ü', '=C3=BC')
			.replace('sehr zu', 'sehr=\r\n zu');
		const text = `MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${packed}`;
		const { table: read } = await readFile(utf8(text));
		expect(rowsOf(read)[0]?.cells).toEqual(ROWS[1]);
	});
});

test('XML as Excel wrote it in 2003', async () => {
	const rows = [
		['Nr', 'Tag', 'Punkte', 'Ort'],
		[1, new Date(Date.UTC(2025, 2, 4)), 1.234, ''],
		[2, new Date(Date.UTC(2025, 2, 5)), 2.5, 'Süd'],
		[3, new Date(Date.UTC(2025, 2, 6)), 7, 'Süd']
	];
	const bytes = workbook({ Daten: rows }, undefined, 'xlml');
	const { table: read, mapping } = await readFile(bytes);
	expect(mapping.sheet).toBe('Daten');
	expect(rowsOf(read).map(({ cells }) => cells)).toEqual([
		['1', '2025-03-04', '1.2340', ''],
		['2', '2025-03-05', '2.5', 'Süd'],
		['3', '2025-03-06', '7', 'Süd']
	]);
});

const refusal = async (text: string) => {
	const error: unknown = await readFile(utf8(text)).catch((one: unknown) => one);
	return problemCode(() => {
		if (error instanceof Error) throw error;
	});
};

test('a page without a table is refused as what it is', async () => {
	expect(await refusal('<!DOCTYPE html><html><body><h1>Anmelden</h1></body></html>')).toBe(
		'file_is_web_page'
	);
});

test('a page that asks for more cells than there are is refused', async () => {
	const cells = '<td colspan="1000" rowspan="1000">x</td>';
	expect(await refusal(`<table><tr>${cells.repeat(40)}</tr></table>`)).toBe('too_many_columns');
	const rows = `<tr>${cells.repeat(16)}</tr>`.repeat(1300);
	expect(await refusal(`<table>${rows.replaceAll(' rowspan="1000"', '')}</table>`)).toBe(
		'file_is_damaged'
	);
});
