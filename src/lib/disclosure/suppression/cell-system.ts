/** Says that one cell is the sum of others. */
export type Relation = { total: number; parts: readonly number[] };

/** Cells that are published together, and how they add up. Cells are named by their places in `values`. */
export type CellSystem = {
	/** the count or the amount of each cell, 0 or more, totals among them */
	values: readonly number[];
	relations: readonly Relation[];
	/** cells that stand whatever is hidden, such as the totals of a table */
	published: ReadonlySet<number>;
};

/** The largest value: nobody takes a cell for more than there is in all. */
export const mostIn = ({ values }: CellSystem): number => Math.max(1, ...values);

/** What is lost with a cell: one figure, and of two the one that is of more. */
export function costsOf(system: CellSystem): number[] {
	const most = mostIn(system);
	return system.values.map((value) => 1 + value / (2 * most));
}
