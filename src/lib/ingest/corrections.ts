import type { ColumnMapping, Mapping } from './mapping';
import { byWord, cellAt, encodeColumns, withWords, type TextColumn } from './columns';
import { withRows, type TextTable } from './table';

type RowCorrection = NonNullable<ColumnMapping['rowCorrections']>[number];

/** What was settled in a row of a column; undefined where nothing was. The line alone is not enough: files of several sheets have it more than once. */
function settledIn(
	column: TextColumn | undefined,
	lines: Uint32Array,
	corrections: readonly RowCorrection[]
): (row: number) => string | null | undefined {
	const byLine = new Map<number, RowCorrection[]>();
	for (const one of corrections) byLine.set(one[0], [...(byLine.get(one[0]) ?? []), one]);
	return (row) => byLine.get(lines[row]!)?.find(([, cell]) => cell === cellAt(column, row))?.[2];
}

/** The table with what was settled in single rows. */
function correctedByRow(table: TextTable, mapping: Mapping): TextTable {
	const settled = mapping.columns.flatMap(({ index, rowCorrections = [] }) =>
		rowCorrections.length > 0
			? [{ index, to: settledIn(table.columns[index], table.lines, rowCorrections) }]
			: []
	);
	if (settled.length === 0) return table;
	const columns = [...table.columns];
	for (const { index, to } of settled) {
		const column = table.columns[index];
		const cells = Array.from(table.lines, (_, row) => [to(row) ?? cellAt(column, row)]);
		columns[index] = encodeColumns(cells, 1)[0]!;
	}
	return withRows({ ...table, columns }, (row) => !settled.some(({ to }) => to(row) === null));
}

/** The table with what was settled for each word of a column. */
function correctedByWord(table: TextTable, mapping: Mapping): TextTable {
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

/**
 * The table with what the user settled: cells that mean another value read as that one, rows that are
 * to stay out are gone. The file itself stays as it is. What was settled in a row was seen after the
 * words had been settled, so it comes last.
 */
export const corrected = (table: TextTable, mapping: Mapping): TextTable =>
	correctedByRow(correctedByWord(table, mapping), mapping);
