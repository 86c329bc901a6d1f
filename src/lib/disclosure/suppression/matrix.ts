import type { ModelData } from 'highs';
import type { CellSystem } from './cell-system';

/** What a cell counts for in the relations that it is in, by their places. */
type Entries = readonly (readonly [relation: number, factor: number])[];

/** Of each cell its entries: in each relation the parts less the total are 0. */
export function entriesOf({ values, relations }: CellSystem): Entries[] {
	const entries = values.map((): [number, number][] => []);
	relations.forEach(({ total, parts }, relation) => {
		entries[total]?.push([relation, -1]);
		for (const part of parts) entries[part]?.push([relation, 1]);
	});
	return entries;
}

/** Columns of the relations as HiGHS takes them, in which everything adds up to 0. */
export function balanced(
	columns: readonly Entries[],
	{ relations }: CellSystem
): Pick<ModelData, 'numCols' | 'numRows' | 'rowLower' | 'rowUpper' | 'matrix'> {
	const entries = columns.flat();
	let end = 0;
	return {
		numCols: columns.length,
		numRows: relations.length,
		rowLower: new Float64Array(relations.length),
		rowUpper: new Float64Array(relations.length),
		matrix: {
			...{ format: 'csc', numRows: relations.length, numCols: columns.length },
			starts: [0, ...columns.map(({ length }) => (end += length))],
			indices: entries.map(([relation]) => relation),
			values: entries.map(([, factor]) => factor)
		}
	};
}
