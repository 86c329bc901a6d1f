import { sum } from './columns';
import type { Described } from './declared';
import type { Mapping } from './mapping';
import { cellsOf, columnValues, type TextTable } from './table';

/** What the wizard shows of a file; the rows themselves stay here. */
export type FileView = {
	mapping: Mapping;
	/** names of the sheets, where the file is a workbook */
	sheets: string[];
	rows: number;
	/** the first rows, as text */
	preview: string[][];
	/**
	 * per column its first answers and how often each was given, how many different ones there are, and
	 * how many rows have one; of a column that may be personal only the numbers
	 */
	columns: { values: string[]; counts: number[]; distinct: number; filled: number }[];
	sha256: string;
	/** what the codebook knows of the columns; null without one */
	described: Described | null;
	/** rows that reading took for titles, totals or notes, as a spreadsheet counts them */
	leftOut: number[];
	/** false where it has to be asked what the file holds */
	kindSure: boolean;
};

/** Whether what stands in a column stays hidden until a person says that it is harmless. */
const isMasked = ({ columns }: Mapping, index: number): boolean =>
	columns[index]?.role === 'dropped';

const PREVIEW_ROWS = 8;
const SHOWN_VALUES = 60;

/** What the wizard shows of a column: of one that may be personal no value leaves the worker. */
export function columnView(
	table: TextTable,
	index: number,
	masked = false
): FileView['columns'][number] {
	const counts = columnValues(table, index);
	const first = masked ? [] : [...counts].slice(0, SHOWN_VALUES);
	return {
		values: first.map(([value]) => value),
		counts: first.map(([, count]) => count),
		distinct: counts.size,
		filled: sum(counts.values())
	};
}

/** What the wizard shows of a table that is read as a mapping says. */
export const viewOf = (table: TextTable, mapping: Mapping): Omit<FileView, 'sha256'> => ({
	mapping,
	sheets: [],
	rows: table.lines.length,
	preview: Array.from(table.lines.subarray(0, PREVIEW_ROWS).keys(), (row) =>
		cellsOf(table, row).map((cell, index) => (isMasked(mapping, index) ? '' : cell))
	),
	columns: table.headings.map((_, index) => columnView(table, index, isMasked(mapping, index))),
	described: null,
	leftOut: (table.leftOut ?? []).map(({ line }) => line),
	kindSure: true
});
