import type { Mapping } from './mapping';
import type { TextTable } from './table';

/**
 * The table with what the user settled: cells that mean another value read as that one, rows that are
 * to stay out are gone. The file itself stays as it is.
 */
export function corrected(table: TextTable, mapping: Mapping): TextTable {
	const columns = mapping.columns.flatMap(({ index, corrections = [] }) =>
		corrections.length > 0 ? [{ index, to: new Map(corrections) }] : []
	);
	if (columns.length === 0) return table;
	const rows = table.rows.flatMap((row) => {
		let { cells } = row;
		for (const { index, to } of columns) {
			const found = to.get(cells[index] ?? '');
			if (found === null) return [];
			if (found !== undefined) cells = cells.with(index, found);
		}
		return [{ ...row, cells }];
	});
	return { ...table, rows };
}
