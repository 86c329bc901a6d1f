import { parseDate, parseNumber } from './values';
import type { Sheet } from './workbook';

type RowCells = readonly string[];

const filled = (row: RowCells): number => row.filter((cell) => cell !== '').length;

const isValue = (cell: string): boolean =>
	parseDate(cell) !== null ||
	parseNumber(cell, 'german') !== null ||
	parseNumber(cell, 'english') !== null;

/** Places of the cells of a row, as one text: blocks of unlike tables differ in them. */
const shape = (row: RowCells): string =>
	row.flatMap((cell, at) => (cell === '' ? [] : [at])).join();

/**
 * Whether a block begins with a heading of its own, and is not a table going on after an empty row:
 * words alone, each another one, none of them a cell below the heading before, nor that heading again,
 * and either other columns or numbers and days below words.
 */
function hasHeading(block: readonly RowCells[], before: readonly RowCells[]): boolean {
	const [head = [], ...body] = block;
	const names = head.filter((cell) => cell !== '');
	if (body.length === 0 || names.length < 2 || new Set(names).size < names.length) return false;
	if (names.some(isValue)) return false;
	const [above = [], ...cells] = before;
	const known = new Set(cells.flat());
	if (names.some((name) => known.has(name)) || names.every((name) => above.includes(name)))
		return false;
	if (shape(above) !== shape(head)) return true;
	return head.some((cell, at) => {
		const below = body.map((row) => row[at] ?? '').filter((one) => one !== '');
		return cell !== '' && below.length > 0 && below.every(isValue);
	});
}

/** Runs of rows without an empty one between them, and where each begins. */
function runsOf(grid: readonly RowCells[]): { from: number; rows: RowCells[] }[] {
	const runs: { from: number; rows: RowCells[] }[] = [];
	let open = false;
	grid.forEach((row, at) => {
		if (filled(row) === 0) open = false;
		else if (open) runs.at(-1)?.rows.push(row);
		else {
			runs.push({ from: at, rows: [row] });
			open = true;
		}
	});
	return runs;
}

/**
 * A sheet with tables below each other as a sheet for each, named by the row in which it begins; rows
 * keep their numbers. Titles above a table belong to it, and a table may have empty rows.
 */
export function blocksOf(sheet: Sheet): Sheet[] {
	const { name, grid } = sheet;
	const blocks: { from: number; rows: RowCells[] }[] = [];
	/** lines of one cell, which may be the title of what comes below */
	let title: number | null = null;
	for (const { from, rows } of runsOf(grid)) {
		const last = blocks.at(-1);
		const lead = rows.findIndex((row) => filled(row) > 1);
		if (lead < 0) {
			title ??= from;
			continue;
		}
		const own = rows.slice(lead);
		if (!last || (last.rows.length > 2 && hasHeading(own, last.rows)))
			blocks.push({ from: title ?? from, rows: own });
		else last.rows.push(...own);
		title = null;
	}
	if (blocks.length < 2) return [sheet];
	return blocks.map(({ from }, index) => ({
		...sheet,
		name: index === 0 ? name : `${name} (${from + 1})`,
		// What is not of the block is empty, so that rows keep their numbers.
		grid: grid
			.slice(0, blocks[index + 1]?.from)
			.map((row, at) => (at < from && index > 0 ? [] : [...row]))
	}));
}
