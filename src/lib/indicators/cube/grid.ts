import type { CategoryDimension, Dimension, DimensionValues, IndicatorQuery } from '../../domain';
import type { Context } from './context';
import { groupOf, membersOf } from './members';
import { overlap, type Span } from './period';

/** The cells of a query by the values of its dimensions, in their order. */
export const keyOf = (by: readonly Dimension[], dimensions: DimensionValues): string =>
	JSON.stringify(by.map((dimension) => dimensions[dimension]));

/** The first of the spans, in order, that ends on a day or later; their number where none does. */
export function firstEndingBy(day: number, ends: readonly number[]): number {
	let [low, high] = [0, ends.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (ends[middle]! >= day) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** The stretch of time that a query is about: what is asked, as far as the data go. */
export function within(coverage: Span | null, query: IndicatorQuery): Span | null {
	if (!coverage) return null;
	const span = query.filters.period ? overlap(query.filters.period, coverage) : coverage;
	return span.to < span.from ? null : span;
}

/** Every combination of members, so that a cell with nothing in it is a zero and not a gap. */
export function grid(
	by: readonly Dimension[],
	periods: readonly Span[],
	query: IndicatorQuery,
	context: Context
): DimensionValues[] {
	return by.reduce<DimensionValues[]>(
		(cells, dimension) => {
			const group = groupOf(dimension);
			const wanted =
				dimension === 'quartier'
					? query.filters.quartier
					: group === null
						? query.filters.members?.[dimension as CategoryDimension]
						: query.filters.groups?.[group];
			const values =
				dimension === 'period'
					? periods.map((period) => period.from)
					: membersOf(dimension, context)
							.map((member) => member.value)
							.filter((value) => !wanted || wanted.includes(value));
			return cells.flatMap((cell) => values.map((value) => ({ ...cell, [dimension]: value })));
		},
		[{}]
	);
}
