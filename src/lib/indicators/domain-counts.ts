import { NOT_KNOWN, type Dimension, type Domain, type IndicatorQuery } from '../domain';
import type { Cell } from './cell';
import type { Context } from './cube/context';
import { groupOf } from './cube/members';
import { cellsOf } from './families';

/** Dimensions that tell kinds of figures apart, not those whom they are about. */
export const KINDS: ReadonlySet<Dimension> = new Set(['item', 'answer', 'elapsed', 'period']);

/** Filters that keep a domain; null where there are none that do, as of some it is not known. */
function filtersOf({ members, period, at }: Domain): IndicatorQuery['filters'] | null {
	const filters: IndicatorQuery['filters'] = {};
	for (const [dimension, kept = []] of Object.entries(members)) {
		const group = groupOf(dimension);
		if (kept.includes(NOT_KNOWN) || dimension === 'arrival') return null;
		if (group !== null) filters.groups = { ...filters.groups, [group]: kept };
		else if (dimension === 'quartier' || dimension === 'wave') filters[dimension] = kept;
		else filters.members = { ...filters.members, [dimension]: kept };
	}
	const days = at === undefined ? period : { from: at, to: at };
	return days ? { ...filters, period: days } : filters;
}

/** Counts a domain of the population of a cell, whether a table tells it or not; null where that cannot be asked. */
export function countLike(
	{ indicator, dimensions }: Pick<Cell, 'indicator' | 'dimensions'>,
	{ filters: { item, question }, denominator }: IndicatorQuery,
	context: Context
): (domain: Domain) => number | null {
	const kinds = Object.entries(dimensions).filter(
		([name]) => name !== 'period' && KINDS.has(name as Dimension)
	);
	return (domain) => {
		const kept = filtersOf(domain);
		if (!kept) return null;
		const by = kinds.map(([name]) => name as Dimension).filter((name) => name !== 'answer');
		const filters = { ...kept, ...(item ? { item } : {}), ...(question ? { question } : {}) };
		const query = { indicators: [indicator.id], by, filters, denominator };
		const like = cellsOf([indicator], query, undefined, context).find((cell) =>
			kinds.every(([name, value]) => cell.dimensions[name as Dimension] === value)
		);
		return like ? like.estimate.n : 0;
	};
}
