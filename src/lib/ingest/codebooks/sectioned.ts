import Papa from 'papaparse';
import type { Sheet } from '../workbook';

/** The separator of a line that names columns. */
const separatorOf = (line: string): string =>
	[';', '\t', ','].find((sign) => line.includes(sign)) ?? ',';

const TYPES =
	/^(select_(one|multiple)\b|(begin|end)[_ ](group|repeat)|text$|integer$|decimal$|note$|date$|datetime$|calculate$|start$|end$|today$|range\b|geopoint$|acknowledge$|deviceid$|username$)/;

/**
 * The sheets of an XLSForm that was saved as text: the sheet of the questions alone, or all of them below
 * each other, each named in the first column of a row. Null for a text that is none.
 */
export function formSheets(text: string): Sheet[] | null {
	const [line = ''] = text.slice(0, 4000).split(/\r?\n|\r/, 1);
	const delimiter = separatorOf(line);
	const read = (preview = 0) => Papa.parse<string[]>(text, { delimiter, preview }).data;
	const [first = []] = read(1);
	const names = first.map((name) => name.trim().toLowerCase());
	if (names[0] === 'survey' && names.slice(1).every((name) => name === '')) {
		const sheets = sections(read());
		const [asked = []] = sheets[0]?.grid ?? [];
		return asked.includes('type') && asked.includes('name') ? sheets : null;
	}
	const type = names.indexOf('type');
	const labels = names.some((name) => /^label(::|$)/.test(name));
	if (type < 0 || !names.includes('name') || !labels) return null;
	const data = read();
	const types = data.slice(1).map((row) => (row[type] ?? '').trim());
	const filled = types.filter((cell) => cell !== '');
	const known = filled.filter((cell) => TYPES.test(cell)).length;
	return filled.length > 0 && known > filled.length / 2 ? [{ name: 'survey', grid: data }] : null;
}

/** Sheets below each other: a name in the first column, its rows to the right of it. */
function sections(data: readonly string[][]): Sheet[] {
	const sheets: Sheet[] = [];
	for (const [name = '', ...row] of data) {
		if (name.trim() !== '') sheets.push({ name: name.trim(), grid: [] });
		if (row.some((cell) => cell.trim() !== '')) sheets.at(-1)?.grid.push(row);
	}
	return sheets;
}
