import type { Dimension, IndicatorQuery, IndicatorRow, PeriodUnit } from '../domain';
import { groupOf, overlap, periodsOf } from '../indicators';

type Filters = IndicatorQuery['filters'];

/** The period that begins on a day, whole, or what the filter leaves of it. */
function periodFrom(first: string, unit: PeriodUnit, within: Filters['period']) {
	const day = { from: first, to: first };
	const [whole = day] = periodsOf(unit, day);
	return within ? overlap(whole, within) : whole;
}

/** The filters of a query once one of its dimensions has one value. */
function narrowed(
	filters: Filters,
	dimension: Dimension,
	value: string,
	unit?: PeriodUnit
): Filters {
	if (dimension === 'quartier' || dimension === 'wave' || dimension === 'item')
		return { ...filters, [dimension]: [value] };
	if (dimension === 'period')
		return unit ? { ...filters, period: periodFrom(value, unit, filters.period) } : filters;
	const group = groupOf(dimension);
	if (group !== null) return { ...filters, groups: { ...filters.groups, [group]: [value] } };
	// Words of records are filtered as members; answers and the like are told apart in the same way.
	return { ...filters, members: { ...filters.members, [dimension]: [value] } };
}

const sorted = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.toSorted();
	if (typeof value !== 'object' || value === null) return value;
	return Object.entries(value)
		.filter(([, one]) => one !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, one]) => [name, sorted(one)]);
};

/**
 * What a figure is of, as text: its indicator and all that narrows it, whether a filter or a place in its
 * table does. The same figure in two tables, as a total or as a part of one, has the same text.
 */
export function cellOf(
	{ filters, contrast, denominator, standardise }: IndicatorQuery,
	{ indicator, dimensions }: Pick<IndicatorRow, 'indicator' | 'dimensions'>,
	unit?: PeriodUnit
): string {
	let narrow: Filters = filters;
	const rest: Record<string, string> = {};
	for (const [dimension, value] of Object.entries(dimensions) as [Dimension, string][]) {
		if (dimension !== 'contrast') narrow = narrowed(narrow, dimension, value, unit);
		else if (value === 'self') narrow = { ...narrow, quartier: [contrast ?? ''] };
		else rest[dimension] = `${value} of ${contrast}`;
	}
	return JSON.stringify([indicator, sorted(narrow), sorted({ ...rest, denominator, standardise })]);
}
