import type { Scale } from '../domain';
import type { Field } from './codebooks';
import { columnValues, type TextTable } from './table';

/** The answers of a column, counted, apart from the codes that its tool writes where there are none. */
export function answersOf(table: TextTable, index: number, missing: readonly string[] = []) {
	const all = columnValues(table, index);
	const absent = missing.filter((value) => all.has(value));
	const counts =
		absent.length === 0 ? all : new Map([...all].filter(([value]) => !absent.includes(value)));
	return { counts, distinct: [...counts.keys()], absent };
}

/** Answers that are none by the tool or by the codebook, as codes and as words. */
export const missingOf = (tool: readonly string[] = [], field: Field | undefined): string[] => [
	...tool,
	...(field?.missingValues ?? []).flatMap(({ value, label }) => [value, label ?? value])
];

/** The scale with further answers that are none. */
export const withAbsent = (scale: Scale, absent: readonly string[]): Scale => ({
	...scale,
	nonSubstantive: [...new Set([...scale.nonSubstantive, ...absent])]
});
