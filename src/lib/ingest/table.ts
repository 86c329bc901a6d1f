import type { Codebook } from './codebooks/schema';
import { cellAt, takeRows, wordCounts, type TextColumn } from './columns';
import { formatOf, recogniseFormat, type Format, type Tool } from './formats';

export const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A row that is no data: a title above the table, a total, a line below that is about it. */
export type LeftOut = { line: number; text: string; why: 'title' | 'total' | 'footer' };

/** A file as text cells, column by column. */
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
	/** one for each heading */
	columns: TextColumn[];
	/** of each row, where it stands as a spreadsheet counts, the first being 1 */
	lines: Uint32Array;
	/** of rows that have more cells than there are headings, the first such cell that is not empty */
	surplus: ReadonlyMap<number, string>;
	/** rows of the file that are no data, in their order */
	leftOut?: readonly LeftOut[];
};

/** The cells of a row. */
export const cellsOf = ({ columns }: Pick<TextTable, 'columns'>, row: number): string[] =>
	columns.map((column) => cellAt(column, row));

/** The table with some of its rows. */
export function withRows<T extends Pick<TextTable, 'columns' | 'lines' | 'surplus'>>(
	table: T,
	keeps: (row: number) => boolean
): T {
	const rows = Uint32Array.from(table.lines.keys()).filter(keeps);
	if (rows.length === table.lines.length) return table;
	const places = new Map(
		table.surplus.size === 0 ? [] : [...rows].map((row, at): [number, number] => [row, at])
	);
	return {
		...table,
		columns: table.columns.map((column) => takeRows(column, rows)),
		lines: rows.map((row) => table.lines[row]!),
		surplus: new Map(
			[...table.surplus].flatMap(([row, cell]) => {
				const place = places.get(row);
				return place === undefined ? [] : [[place, cell]];
			})
		)
	};
}

/** The format of a table's heading. */
export const formatOfTable = ({ tool, head }: TextTable): Format =>
	tool === undefined ? recogniseFormat(head) : formatOf(tool);

const counted = new WeakMap<TextColumn, ReadonlyMap<string, number>>();

/** The different cells of a column and how often each stands there, in the order of appearance; without the empty one. */
export function columnValues({ columns }: TextTable, index: number): ReadonlyMap<string, number> {
	const column = columns[index];
	if (!column) return new Map();
	const values = counted.get(column) ?? wordCounts(column);
	counted.set(column, values);
	return values;
}
