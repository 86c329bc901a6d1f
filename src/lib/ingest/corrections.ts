import type { Mapping } from './mapping';
import { byWord, withWords } from './columns';
import { withRows, type TextTable } from './table';

/**
 * The table with what the user settled: cells that mean another value read as that one, rows that are
 * to stay out are gone. The file itself stays as it is.
 */
export function corrected(table: TextTable, mapping: Mapping): TextTable {
	const columns = mapping.columns.flatMap(({ index, corrections = [] }) =>
		corrections.length > 0 ? [{ index, to: new Map(corrections) }] : []
	);
	if (columns.length === 0) return table;
	const leftOut = columns.map(({ index, to }) =>
		byWord(table.columns[index], (cell) => to.get(cell) === null)
	);
	const kept = withRows(table, (row) => !leftOut.some((isOut) => isOut(row)));
	return {
		...kept,
		columns: kept.columns.map((column, at) => {
			const to = columns.find(({ index }) => index === at)?.to;
			return to ? withWords(column, (word) => to.get(word) ?? word) : column;
		})
	};
}
