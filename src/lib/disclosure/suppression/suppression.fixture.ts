import type { CellSystem, Relation } from './cell-system';
import { countDemands, type Demand } from './demands';
import { Table } from './table';

/** Counts from a seed: nobody in some cells, few in others, many in most. */
export function countsFrom(next: () => number): () => number {
	return () => {
		const kind = next();
		if (kind < 0.15) return 0;
		return kind < 0.35 ? 1 + Math.floor(next() * 4) : 5 + Math.floor(next() * 40);
	};
}

/** The cells below a minimum in which there is anybody, and those of one person. */
export function smallCells({ values, published }: CellSystem, minimum: number) {
	const cells = [...values.keys()].filter(
		(cell) => values[cell]! > 0 && values[cell]! < minimum && !published.has(cell)
	);
	return { cells, singles: cells.filter((cell) => values[cell] === 1) };
}

export const demandsFor = (system: CellSystem, minimum: number): Demand[] =>
	countDemands(system, smallCells(system, minimum), minimum);

/** A table of rows that are in groups, whose totals are published as well. */
export function groupedTable(groups: readonly number[], columns: number, count: () => number) {
	const rows = groups.reduce((sum, size) => sum + size, 0);
	const table = new Table([rows, columns]);
	const system = table.system(count);
	const values = [...system.values];
	const relations: Relation[] = [...system.relations];
	const published = new Set(system.published);
	let first = 0;
	for (const size of groups) {
		for (let column = 0; column <= columns; column++) {
			const parts = Array.from({ length: size }, (_, row) => table.cellAt([first + row, column]));
			const total = values.length;
			values.push(parts.reduce((sum, cell) => sum + values[cell]!, 0));
			relations.push({ total, parts });
			published.add(total);
		}
		first += size;
	}
	return { values, relations, published };
}

/** Two tables of the same cases: rows by one thing and by another, of which the totals of the rows are the same cells. */
export function linkedTables(rows: number, one: number, other: number, count: () => number) {
	const table = new Table([rows, one]);
	const system = table.system(count);
	const values = [...system.values];
	const relations: Relation[] = [...system.relations];
	const published = new Set(system.published);
	const add = (value: number, isTotal: boolean): number => {
		values.push(value);
		if (isTotal) published.add(values.length - 1);
		return values.length - 1;
	};
	const columns: number[][] = Array.from({ length: other }, () => []);
	for (let row = 0; row < rows; row++) {
		const total = table.cellAt([row, one]);
		// The same cases fall into the other columns as they like.
		let left = values[total]!;
		const parts = columns.map((column, place) => {
			const own = place === other - 1 ? left : Math.min(left, count());
			left -= own;
			const cell = add(own, false);
			column.push(cell);
			return cell;
		});
		relations.push({ total, parts });
	}
	for (const parts of columns) {
		const value = parts.reduce((sum, cell) => sum + values[cell]!, 0);
		relations.push({ total: add(value, true), parts });
	}
	return { values, relations, published };
}
