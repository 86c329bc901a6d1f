import { filled, isFilled, oneLine } from './cells';
import { recogniseFormat, widthOf, type Format } from './formats';
import { isNote } from './notes';
import { parseDate, parseNumber } from './values';
import type { Merge } from './workbook';

type Cells = readonly string[];
type Rows = readonly Cells[];

/** Rows of a heading, the first of which is counted from nought, and the tool that writes such ones. */
export type Head = { from: number; rows: string[][]; format: Format };

const MOST_LEVELS = 3;

const isValue = (cell: string): boolean =>
	parseDate(cell) !== null ||
	parseNumber(cell, 'german') !== null ||
	parseNumber(cell, 'english') !== null;

/** The first row that is as full as the rows below it: titles above a table fill one or two cells. */
function fullRow(rows: Rows): number {
	const first = Math.max(
		0,
		rows.findIndex((row) => row.length > 0)
	);
	const head = rows.slice(first, first + 10);
	const fullest = Math.max(...rows.slice(first, first + 40).map(filled), 0);
	const found = head.findIndex((row) => filled(row) >= fullest / 2 && filled(row) > 1);
	return first + Math.max(found, 0);
}

/** What pandas writes where a heading is empty: beside a merged one, and above the numbers of the rows. */
const UNNAMED = /^Unnamed: \d+(_level_\d+)?$/;

const headCells = (row: Cells | undefined): string[] =>
	(row ?? []).map((cell) => oneLine(UNNAMED.test(cell.trim()) ? '' : cell));

/**
 * An upper row of a heading with each cell in all the columns that it stands above. A merged cell says
 * how far it goes; elsewhere it goes to the next one, as long as the row below goes on and no row above
 * begins anew.
 */
function spread(upper: Cells, lower: Cells, above: Rows, merges: readonly Merge[]): string[] {
	const row = Array.from({ length: lower.length }, (_, index) => upper[index] ?? '');
	if (merges.length > 0) {
		for (const { startCol, endCol } of merges)
			for (let at = startCol + 1; at <= endCol && at < row.length; at++)
				row[at] ||= row[startCol] ?? '';
		return row;
	}
	for (let at = 1; at < row.length; at++)
		if (row[at] === '' && isFilled(lower[at]) && !above.some((one) => isFilled(one[at])))
			row[at] = row[at - 1] ?? '';
	return row;
}

/**
 * Whether a row says what the columns below the blocks of the row above it are: words that stand nowhere
 * below them, at least two of them under one block. A title stands alone and is no block. Of a row that may
 * be data (`surely` false) it must show that it is none: words above numbers, or nothing where the others
 * have something.
 */
function isBelow(
	upper: Cells,
	spreadOut: Cells,
	lower: Cells,
	body: Rows,
	surely: boolean
): boolean {
	const blocks = new Set(upper.filter(isFilled));
	const begins = (row: Cells) => row.findIndex(isFilled);
	if (blocks.size < 2 && begins(upper) <= begins(lower)) return false;
	if (upper.some(isNote)) return false;
	const own = lower.map((cell, at) => (cell === upper[at] ? '' : cell));
	const spans = own.some(
		(cell, at) =>
			cell !== '' &&
			spreadOut[at] !== '' &&
			isFilled(own[at + 1]) &&
			own[at + 1] !== cell &&
			spreadOut[at + 1] === spreadOut[at]
	);
	if (!spans || own.some((cell) => cell !== '' && isValue(cell))) return false;
	const cells = lower.map((_, at) => body.map((row) => row[at]?.trim() ?? '').filter(Boolean));
	if (own.some((cell, at) => cell !== '' && cells[at]?.includes(cell))) return false;
	if (surely) return true;
	const values = cells.map((column) => column.length > 1 && column.every(isValue));
	return own.some((cell, at) =>
		cell === ''
			? isFilled(upper[at]) && (cells[at]?.length ?? 0) > body.length / 2
			: values[at] === true
	);
}

/** The rows of a heading that no tool wrote: the one found, with those that go with it above and below. */
function levelsFrom(rows: Rows, found: number, fixed: boolean, merges: readonly Merge[]): Head {
	const mergesOf = (row: number) =>
		merges.filter((one) => one.startRow === row && one.endRow === row && one.endCol > one.startCol);
	const reading = new Map<number, string[]>();
	const read = (row: number): string[] => {
		const cells = reading.get(row) ?? headCells(rows[row]);
		reading.set(row, cells);
		return cells;
	};
	const isPair = (row: number, last: number): boolean => {
		const upper = read(row);
		const below = read(row + 1);
		// Blocks of blocks stand above all columns of these.
		const lower = row + 1 < last ? spread(below, read(row + 2), [], mergesOf(row + 1)) : below;
		const body = rows.slice(last + 1, last + 41).filter((one) => filled(one) > 0);
		const wide = spread(upper, lower, [], mergesOf(row));
		return isBelow(upper, wide, lower, body, row < found);
	};
	let [from, to] = [found, found];
	while (to - from + 1 < MOST_LEVELS && to + 2 < rows.length && isPair(to, to + 1)) to++;
	while (!fixed && to - from + 1 < MOST_LEVELS && from > 0 && isPair(from - 1, to)) from--;
	const head: string[][] = [];
	for (let row = to; row >= from; row--) {
		const above = Array.from({ length: row - from }, (_, at) => read(from + at));
		const width = widthOf(rows.slice(from, to + 1));
		const lower = head[0];
		const own = Array.from({ length: width }, (_, at) => read(row)[at] ?? '');
		head.unshift(lower ? spread(own, lower, above, mergesOf(row)) : own);
	}
	const format = recogniseFormat([]);
	return { from, format, rows: from === to ? [(rows[from] ?? []).map(oneLine)] : head };
}

/** Whether the first cells of the rows number them, from nought or one on. */
function isRunning(body: Rows): boolean {
	const first = Number(body[0]?.[0] ?? Number.NaN);
	return (
		body.length > 1 &&
		(first === 0 || first === 1) &&
		body.every((row, at) => row[0]?.trim() === String(first + at))
	);
}

/** How headings name the numbers of rows, which no heading names in the file. */
const ROW_NAMES = 'row.names';

/**
 * R and pandas write the names of the rows in a first column without a heading, R at times without a place
 * for one. Where they are numbers they say nothing.
 */
function withRowNames(row: string[], body: Rows): string[] {
	const rows = body.filter((one) => filled(one) > 0);
	const names = new Set(rows.map((one) => one[0]));
	const shifted =
		rows.length > 1 &&
		names.size === rows.length &&
		rows.every((one) => one.length === row.length + 1 && isFilled(one[0])) &&
		rows.some((one) => isFilled(one.at(-1))) &&
		row.every(isFilled);
	if (shifted) return [isRunning(rows) ? ROW_NAMES : '', ...row];
	const [first = '', ...others] = row;
	if (first !== '' && !UNNAMED.test(first)) return row;
	return [isRunning(rows) ? ROW_NAMES : '', ...others];
}

/**
 * The heading of a table among its first rows. Tools with several rows of it write nothing above; in a
 * table of another kind it may have up to three rows, with titles above.
 *
 * @param said where it begins, where the user says so, counted from nought
 */
export function findHead(rows: Rows, merges: readonly Merge[], said?: number): Head {
	const first = Math.max(
		0,
		rows.findIndex((row) => row.length > 0)
	);
	const top = rows.slice(first, first + 4);
	const several = recogniseFormat(top).headerRows(top) > 1;
	const found = said ?? (several ? first : fullRow(rows));
	const begin = rows.slice(found, found + 4);
	const format = recogniseFormat(begin);
	const head =
		format.tool === 'csv'
			? levelsFrom(rows, found, said !== undefined, merges)
			: { from: found, format, rows: begin.slice(0, format.headerRows(begin)).map(clean) };
	const [row = [], ...others] = head.rows;
	if (others.length > 0) return head;
	const body = rows.slice(head.from + 1, head.from + 61);
	return { ...head, rows: [withRowNames(row.slice(0, widthOf([row])), body)] };
}

const clean = (row: Cells): string[] => row.map(oneLine);
