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

/** What is lost with a cell: one figure, and of two the one that is of more. */
export function costsOf({ values }: CellSystem): number[] {
	const most = Math.max(1, ...values);
	return values.map((value) => 1 + value / (2 * most));
}
