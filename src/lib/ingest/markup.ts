import { Parser } from 'htmlparser2';
import { fail } from '../domain';
import { decode } from './decode';
import { numberText } from './values';
import { filledDown, type Merge, type Sheet } from './workbook';

/** Cells and columns that one cell may take: what asks for more is no table that a person made. */
const MOST_SPANNED = 1000;
/** Columns of the widest sheet that Excel can have. */
const WIDEST = 16_384;
/** Cells in all, empty ones among them: a small text can ask for any number of them. */
const MOST_CELLS = 20_000_000;

const EQUALS = 0x3d;

/** Two signs as a byte, which they are in hexadecimal; NaN for others. */
const hexadecimal = (bytes: Uint8Array, at: number): number => {
	const signs = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0);
	return /^[\dA-F]{2}$/i.test(signs) ? Number.parseInt(signs, 16) : Number.NaN;
};

/** The page within a message (MHTML), its signs as they were before it was packed for the post. */
function pageOf(text: string): string {
	if (!/^\s*MIME-Version:/i.test(text)) return text;
	const from = text.search(/<(html|table)\b/i);
	if (from < 0) return '';
	const quoted = /Content-Transfer-Encoding:\s*quoted-printable/i.test(text.slice(0, from));
	const page = text.slice(from);
	if (!quoted) return page;
	const packed = new TextEncoder().encode(page.replace(/=\r?\n/g, ''));
	const whole: number[] = [];
	for (let at = 0; at < packed.length; at++) {
		const code = packed[at] === EQUALS ? hexadecimal(packed, at + 1) : Number.NaN;
		if (!Number.isNaN(code)) at += 2;
		whole.push(Number.isNaN(code) ? packed[at]! : code);
	}
	return decode(Uint8Array.from(whole)).text;
}

/** A sheet that is being read; of each column, up to which row a cell from above holds it. */
type Open = { name: string; grid: string[][]; merges: Merge[]; held: number[] };

const spanOf = (value: string | undefined, more = 0): number =>
	Math.min(MOST_SPANNED, Math.max(1, (Number(value) || 1 - more) + more));

/** A number that XML has with a point, as cells of a workbook have it; a day without its time. */
const valueOf = (text: string, type: string | undefined): string => {
	if (type === 'DateTime')
		return text
			.trim()
			.replace(/T00:00:00(\.0+)?Z?$/, '')
			.replace('T', ' ')
			.slice(0, 19);
	if (type === 'Number' && text.trim() !== '') return numberText(Number(text));
	return type === 'Boolean' ? (text.trim() === '1' ? 'Ja' : 'Nein') : text;
};

/**
 * The tables of a web page, or the sheets of Excel's XML of 2003, as the sheets of a workbook. Of tables
 * within tables the inner ones are taken, and the outer ones, which only place them, are not.
 *
 * @throws ProblemError `file_is_web_page` where there is no table, `too_many_columns` and `file_is_damaged` for more than a
 * sheet can have
 */
export function sheetsOfMarkup(text: string): Sheet[] {
	const page = pageOf(text);
	const isXml = /^\s*<\?xml[\s\S]{0,400}<([\w-]+:)?Workbook\b/.test(page.slice(0, 2000));
	const sheets: Open[] = [];
	const open: Open[] = [];
	let cell: {
		text: string;
		type: string | undefined;
		cols: number;
		rows: number;
		at?: number;
	} | null = null;
	let sheetName = '';
	let skipped = 0;

	let left = MOST_CELLS;
	const spend = (cells: number): void => {
		left -= cells;
		if (left < 0) fail('file_is_damaged');
	};

	const close = (): void => {
		const sheet = open.at(-1);
		if (!cell || !sheet) return;
		const row = sheet.grid.length - 1;
		const cells = sheet.grid[row] ?? [];
		let at = cell.at ?? cells.length;
		while ((sheet.held[at] ?? 0) > row) at++;
		if (at + cell.cols > WIDEST) fail('too_many_columns', { columns: at + cell.cols });
		spend(Math.max(1, at - cells.length) + cell.cols);
		while (cells.length < at) cells.push('');
		cells[at] = valueOf(cell.text, cell.type)
			.replace(/[^\S\n]+/g, ' ')
			.trim();
		for (let more = 1; more < cell.cols; more++) cells[at + more] = '';
		if (cell.cols > 1 || cell.rows > 1) {
			sheet.merges.push({
				startRow: row,
				startCol: at,
				endRow: row + cell.rows - 1,
				endCol: at + cell.cols - 1
			});
			for (let more = 0; more < cell.cols; more++) sheet.held[at + more] = row + cell.rows;
		}
		cell = null;
	};
	const parser = new Parser(
		{
			onopentag(tag, attributes) {
				const name = tag.replace(/^.*:/, '').toLowerCase();
				if (name === 'script' || name === 'style') skipped++;
				else if (name === 'worksheet')
					sheetName = attributes['ss:Name'] ?? attributes['Name'] ?? '';
				else if (name === 'table') {
					cell = null;
					open.push({
						name: sheetName || `Tabelle ${sheets.length + 1}`,
						grid: [],
						merges: [],
						held: []
					});
				} else if (name === 'tr' || (isXml && name === 'row')) {
					close();
					const sheet = open.at(-1);
					const index = Math.min(Number(attributes['ss:Index']) || 0, 1_048_576);
					spend(Math.max(1, index - (sheet?.grid.length ?? 0)));
					while (sheet && sheet.grid.length < index - 1) sheet.grid.push([]);
					sheet?.grid.push([]);
				} else if (name === 'td' || name === 'th' || (isXml && name === 'cell')) {
					close();
					const index = Math.min(Number(attributes['ss:Index']) || 0, WIDEST);
					cell = {
						text: '',
						type: undefined,
						cols: isXml ? spanOf(attributes['ss:MergeAcross'], 1) : spanOf(attributes['colspan']),
						rows: isXml ? spanOf(attributes['ss:MergeDown'], 1) : spanOf(attributes['rowspan']),
						...(index > 0 ? { at: index - 1 } : {})
					};
				} else if (isXml && name === 'data' && cell) cell.type = attributes['ss:Type'];
				else if (name === 'br' && cell) cell.text += '\n';
			},
			ontext(words) {
				if (cell && skipped === 0) cell.text += words;
			},
			onclosetag(tag) {
				const name = tag.replace(/^.*:/, '').toLowerCase();
				if (name === 'script' || name === 'style') skipped--;
				else if (['td', 'th', 'tr'].includes(name) || (isXml && ['cell', 'row'].includes(name)))
					close();
				else if (name === 'table') {
					close();
					const sheet = open.pop();
					if (sheet) sheets.push(sheet);
				}
			}
		},
		{ xmlMode: isXml, decodeEntities: true, lowerCaseTags: !isXml, lowerCaseAttributeNames: !isXml }
	);
	parser.end(page);
	const found = sheets
		.filter(({ grid }) => grid.some((row) => row.filter((one) => one !== '').length > 1))
		.map(({ name, grid, merges }) => ({ name, grid: filledDown(grid, merges), merges }));
	return found.length > 0 ? found : fail('file_is_web_page');
}
