import { INDEX_TOPICS, type Dimension, type IndicatorQuery } from '../../domain';
import type { Catalog } from '../../engine';
import { benjaminiHochberg } from '../../statistics';
import { grouped, type Cell } from '../cell';
import { indicatorById, type Indicator } from '../definitions';

/**
 * Figures that are looked at together, and so tested together: those that sum up the topics of a survey, and
 * those of casework. Any other figure is tested with itself alone: with all items, answers or terms that it has.
 */
const TESTED_TOGETHER: readonly (readonly string[])[] = [
	['mean-satisfaction', ...INDEX_TOPICS.map((topic) => `index-${topic}`), 'nps'],
	['new-cases-rate', 'success-share', 'contacts-per-case', 'minutes-per-case', 'averted-share']
];

/**
 * What a survey asks before all else, its primary endpoint: tested by itself, whether it stands among the
 * figures or, as the share of its item, among all items.
 */
const PRIMARY = { figure: 'satisfied-overall', ofItems: 'item-share' };

/** The keys of the items that the primary endpoint is about. */
export const primaryItems = ({ items }: Pick<Catalog, 'items'>): ReadonlySet<string> =>
	new Set(
		items
			.filter(
				({ topic, derived, scale }) => topic === 'overall' && !derived && scale.kind === 'ordinal'
			)
			.map(({ key }) => key)
	);

/** Dimensions that all figures of a family have. */
const SHARED: readonly Dimension[] = ['quartier', 'contrast', 'wave', 'period'];

const familyOf = (id: string): readonly string[] =>
	TESTED_TOGETHER.find((family) => family.includes(id)) ?? [id];

/** Whether a query tests figures at all. */
const tests = ({ compare, by }: IndicatorQuery): boolean =>
	compare !== undefined || by.includes('wave');

/** Whether a query tests a figure: those of surveys change from wave to wave, all others from period to period. */
function isTested(id: string, { compare }: IndicatorQuery): boolean {
	if (compare === 'previous-period' || compare === 'first-period')
		return indicatorById(id).family !== 'answer';
	return compare === undefined || compare === 'previous-wave'
		? indicatorById(id).family === 'answer'
		: true;
}

/**
 * The query for all that is tested together with what a query asks for, whatever part of it that is: the
 * same figure gets the same verdict wherever it stands. Its cells include those of the query.
 */
export function withTestFamily(query: IndicatorQuery): IndicatorQuery {
	if (!tests(query)) return query;
	const isShared = query.by.every((dimension) => SHARED.includes(dimension));
	return {
		...query,
		indicators: isShared
			? [
					...new Set([
						...query.indicators,
						...query.indicators.filter((id) => isTested(id, query)).flatMap(familyOf)
					])
				]
			: query.indicators,
		filters: query.by.includes('item') ? { ...query.filters, item: undefined } : query.filters
	};
}

const choosesItems = (indicator: Indicator): boolean =>
	indicator.family === 'answer' && !indicator.items.derived && indicator.items.topic === undefined;

/** Whether a query asks for a cell, which may be there for its family alone. */
export function isAsked(
	{ indicator, dimensions }: Pick<Cell, 'indicator' | 'dimensions'>,
	query: IndicatorQuery
): boolean {
	const { item } = query.filters;
	if (!query.indicators.includes(indicator.id)) return false;
	if (!item || dimensions.item === undefined || !choosesItems(indicator)) return true;
	return item.includes(dimensions.item);
}

/**
 * What the cells of a family of tests have in common, within which p values are adjusted: the
 * Quartier, the wave or period, and the comparison. Between the categories of a group
 * each figure is a family of its own.
 *
 * @param left dimensions that the family has several members of
 * @param primary see `primaryItems`
 */
export function testFamilyKey(
	{ indicator, dimensions }: Cell,
	left: readonly Dimension[],
	primary: ReadonlySet<string>
): string {
	const group = left.some((dimension) => dimension === 'arrival' || dimension.startsWith('group:'));
	const within = group ? left : [...left, 'item', 'answer'];
	const isPrimary =
		indicator.id === PRIMARY.ofItems &&
		dimensions.item !== undefined &&
		primary.has(dimensions.item);
	const family = isPrimary ? PRIMARY.figure : familyOf(indicator.id)[0];
	const common = Object.entries(dimensions).filter(([name]) => !within.some((one) => one === name));
	return JSON.stringify([
		group ? indicator.id : family,
		common.sort(([a], [b]) => (a < b ? -1 : 1))
	]);
}

/**
 * p values adjusted within each family (Benjamini and Hochberg 1995), in the order given; null where there
 * is none.
 */
export function adjustedWithin(
	tests: readonly { family: string; p: number | null | undefined }[]
): (number | null)[] {
	const adjusted = tests.map((): number | null => null);
	const known = tests.flatMap(({ family, p }, at) =>
		typeof p === 'number' ? [{ family, p, at }] : []
	);
	for (const family of grouped(known, (one) => one.family)) {
		const values = benjaminiHochberg(family.map(({ p }) => p));
		family.forEach(({ at }, index) => (adjusted[at] = values[index] ?? null));
	}
	return adjusted;
}
