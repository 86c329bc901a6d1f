import type { NumberColumn, SqlColumns } from '../../engine';

/** Rows as columns of numbers, as many in each. */
export type Cells<Name extends string> = { length: number } & Record<Name, NumberColumn>;

/** The columns of a query by name; empty ones where there are none. */
export function cells<Name extends string>(
	names: readonly Name[],
	columns: SqlColumns
): Cells<Name> {
	const empty = new Int32Array();
	const all = Object.fromEntries(names.map((name) => [name, columns[name] ?? empty]));
	return { ...(all as Record<Name, NumberColumn>), length: columns[names[0] ?? '']?.length ?? 0 };
}
