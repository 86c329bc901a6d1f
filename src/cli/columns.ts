import { fail } from '$lib/domain';
import { itemFor, type ColumnMapping, type Recognised } from '$lib/ingest';

/**
 * The group that a column becomes. Its name is never quite the column's: that could be one that a
 * record of filters leaves out (`__proto__`) or one with an order of its own (`age`).
 */
export const groupOf = (column: string) => `group:column ${column}` as const;
export const groupName = (column: string): string => groupOf(column).slice('group:'.length);

/** The column that a heading or a code names. @throws ProblemError `unknown_column` */
export function columnNamed(
	name: string,
	file: string,
	{ table, mapping }: Recognised
): ColumnMapping {
	const codes = mapping.columns.map((column) => column.item?.code);
	const found =
		mapping.columns.find((column) => column.heading === name) ??
		mapping.columns.find((_, index) => codes[index] === name) ??
		mapping.columns.find((column) => itemFor(table, mapping, column.index).item?.code === name);
	return (
		found ??
		fail('unknown_column', {
			column: name,
			file,
			columns: mapping.columns.map((column) => column.heading).join(', ')
		})
	);
}
