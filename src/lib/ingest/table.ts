import Papa from 'papaparse';
import { fail } from '../domain';
import type { Codebook } from './codebooks/schema';
import { formatOf, recogniseFormat, widthOf, type Format, type Tool } from './formats';

export const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A file as text cells. `line` is the row as a spreadsheet counts it, the first being 1. */
export type TextTable = {
	/** null where the file is no text */
	separator: Separator | null;
	/** the first row of the heading, counted from the top; what stands above is no data */
	headerRow: number;
	/** the rows of the heading; some tools write two or three */
	head: string[][];
	/** one line for each column */
	headings: string[];
	/** the tool, where something else than the heading says it */
	tool?: Tool;
	/** what is known about the columns beside their cells */
	codebook?: Codebook;
	rows: { line: number; cells: string[] }[];
};

/** The format of a table's heading. */
export const formatOfTable = ({ tool, head }: TextTable): Format =>
	tool === undefined ? recogniseFormat(head) : formatOf(tool);

/** Column values without the empty ones, and the distinct ones in the order of appearance. */
export function columnValues(
	table: TextTable,
	index: number
): { values: string[]; distinct: string[] } {
	const values = table.rows.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '');
	return { values, distinct: [...new Set(values)] };
}

const SAMPLE_CHARACTERS = 200_000;
const SAMPLE_RECORDS = 60;

const records = (text: string, separator: Separator, preview = 0): Papa.ParseResult<string[]> =>
	Papa.parse<string[]>(text, { delimiter: separator, preview, skipEmptyLines: false });

/** The separator under which most records have the same number of fields, and more than one. */
function detectSeparator(text: string): Separator {
	// A comma may stand in every number of a German file; the others hardly ever stand in a cell.
	const sample = text.slice(0, SAMPLE_CHARACTERS);
	let best: { separator: Separator; score: number } = { separator: ';', score: 0 };
	for (const separator of SEPARATORS) {
		const widths = records(sample, separator, SAMPLE_RECORDS)
			.data.slice(0, -1)
			.map((row) => row.length)
			.concat(records(sample, separator, 1).data[0]?.length ?? 1);
		const counts = new Map<number, number>();
		for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
		for (const [width, count] of counts) {
			const rarity = separator === ',' ? 1 : 2;
			const score = width > 1 ? rarity * (count / widths.length) * Math.log2(width + 1) : 0;
			if (score > best.score) best = { separator, score };
		}
	}
	return best.separator;
}

const filled = (row: string[]): number => row.filter((cell) => cell.trim() !== '').length;

/** The first row that is as full as the rows below it: titles above a table fill one or two cells. */
function detectHeaderRow(rows: string[][]): number {
	const first = Math.max(
		0,
		rows.findIndex((row) => row.length > 0)
	);
	const head = rows.slice(first, first + 10);
	const fullest = Math.max(...rows.slice(first, first + 40).map(filled), 0);
	const found = head.findIndex((row) => filled(row) >= fullest / 2 && filled(row) > 1);
	return first + Math.max(found, 0) + 1;
}

/** Where the heading begins. Tools with several rows of it write nothing above. */
function headerRowOf(grid: string[][]): number {
	const first = grid.findIndex((row) => row.length > 0);
	const begin = grid.slice(first, first + 4);
	return recogniseFormat(begin).headerRows(begin) > 1 ? first + 1 : detectHeaderRow(grid);
}

/** Sheets made for printing say their heading again on every page. */
const repeatsHeading = (cells: readonly string[], headings: readonly string[]): boolean =>
	headings.every((heading, index) => (cells[index] ?? '') === heading);

/**
 * Rows of cells to a table.
 *
 * @throws ProblemError `one_column`, `no_rows`, `not_a_table`, `too_many_columns`
 */
export function tableFrom(
	grid: string[][],
	separator: Separator | null,
	override: { headerRow?: number | undefined } = {}
): TextTable {
	const headerRow = override.headerRow ?? headerRowOf(grid);
	const begin = grid.slice(headerRow - 1, headerRow + 3);
	const format = recogniseFormat(begin);
	const head = begin.slice(0, Math.max(1, format.headerRows(begin)));
	const width = Math.max(1, widthOf(head));
	if (width > 5000) fail('too_many_columns', { columns: width });
	if (width < 2) fail('one_column');
	const body = {
		head: head.map((row) => row.slice(0, width)),
		rows: grid.slice(headerRow - 1 + head.length).map((cells) => cells.map((cell) => cell.trim()))
	};
	const { head: condensed, rows: answers } = format.condense?.(body) ?? body;
	const headings = format.read(condensed).map(({ heading }) => heading);

	const rows = answers
		.map((cells, index) => ({ line: headerRow + head.length + index, cells }))
		.filter((row) => filled(row.cells) > 0 && !repeatsHeading(row.cells, headings));
	if (rows.length === 0) fail('no_rows');
	refuseLayout(headings, rows);
	return { separator, headerRow, head: condensed, headings, rows };
}

/**
 * Text to a table of cells.
 *
 * @throws ProblemError `quote_unclosed`, and what `tableFrom` throws
 */
export function parseTable(
	text: string,
	override: { separator?: Separator | undefined; headerRow?: number | undefined } = {}
): TextTable {
	// Some archives put what they know of a file above it, in lines that begin with #.
	const comments = /^(?:#[^\n]*\n)*/.exec(text)?.[0] ?? '';
	const above = comments.split('\n').length - 1;
	const content = text.slice(comments.length);
	const separator = override.separator ?? detectSeparator(content);
	const parsed = records(content, separator);
	const unclosed = parsed.errors.find((error) => error.code === 'MissingQuotes');
	if (unclosed) fail('quote_unclosed', {}, { row: above + (unclosed.row ?? 0) + 1 });
	return tableFrom([...Array<string[]>(above).fill([]), ...parsed.data], separator, override);
}

/** Refuses a questionnaire's layout saved as CSV: hardly a heading, hardly a filled cell. */
function refuseLayout(headings: string[], rows: TextTable['rows']): void {
	const named = filled(headings) / headings.length;
	const some = rows.slice(0, 500);
	const full =
		some.reduce((sum, row) => sum + filled(row.cells), 0) / (some.length * headings.length);
	if (named < 0.5 && full < 0.5) fail('not_a_table');
}
