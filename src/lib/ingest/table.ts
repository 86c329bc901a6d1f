import Papa from 'papaparse';
import { fail } from '../domain';

export const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A file as text cells. `line` is the row as a spreadsheet counts it, the first being 1. */
export type TextTable = {
	separator: Separator;
	/** rows of the heading, counted from the top; what stands above the last of them is no data */
	headerRow: number;
	headings: string[];
	rows: { line: number; cells: string[] }[];
};

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
	const head = rows.slice(0, 10);
	const fullest = Math.max(...rows.slice(0, 40).map(filled), 0);
	const found = head.findIndex((row) => filled(row) >= fullest / 2 && filled(row) > 1);
	return found < 0 ? 1 : found + 1;
}

/**
 * Text to a table of cells.
 *
 * @throws ProblemError `quote_unclosed`, `one_column`, `no_rows`, `not_a_table`, `too_many_columns`
 */
export function parseTable(
	text: string,
	override: { separator?: Separator | undefined; headerRow?: number | undefined } = {}
): TextTable {
	const separator = override.separator ?? detectSeparator(text);
	const parsed = records(text, separator);
	const unclosed = parsed.errors.find((error) => error.code === 'MissingQuotes');
	if (unclosed) fail('quote_unclosed', {}, { row: (unclosed.row ?? 0) + 1 });

	const headerRow = override.headerRow ?? detectHeaderRow(parsed.data);
	const headings = (parsed.data[headerRow - 1] ?? []).map((heading) => heading.trim());
	while (headings.length > 1 && headings.at(-1) === '') headings.pop();
	if (headings.length > 5000) fail('too_many_columns', { columns: headings.length });
	if (headings.length < 2) fail('one_column');

	const rows = parsed.data
		.map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
		.slice(headerRow)
		.filter((row) => filled(row.cells) > 0);
	if (rows.length === 0) fail('no_rows');
	refuseLayout(headings, rows);
	return { separator, headerRow, headings, rows };
}

/** Refuses a questionnaire's layout saved as CSV: hardly a heading, hardly a filled cell. */
function refuseLayout(headings: string[], rows: TextTable['rows']): void {
	const named = filled(headings) / headings.length;
	const some = rows.slice(0, 500);
	const full =
		some.reduce((sum, row) => sum + filled(row.cells), 0) / (some.length * headings.length);
	if (named < 0.5 && full < 0.5) fail('not_a_table');
}
