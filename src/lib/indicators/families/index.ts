import type { DimensionValues, IndicatorQuery, PeriodUnit } from '../../domain';
import type { Cell } from '../cell';
import type { Context } from '../cube/context';
import type { Columns } from '../cube/filters';
import type { Span } from '../cube/period';
import { indicatorById, type Indicator } from '../definitions';
import { answers } from './answers';
import { cases } from './cases';
import type { Additivity, Family } from './family';
import { master } from './master';
import { records } from './records';
import { relations } from './relations';
import { responses } from './responses';

/** Every family by its name; a new one is a folder and a line here. */
const FAMILIES: { [F in Indicator['family']]: Family<Extract<Indicator, { family: F }>> } = {
	answer: answers,
	response: responses,
	case: cases,
	record: records,
	master,
	relation: relations
};

/** The family of an indicator, which takes that indicator. */
const familyOf = ({ family }: Indicator) => FAMILIES[family] as Family<Indicator>;

/** What figures of a family run along in time: surveys along waves, casework and records along periods. */
const TIME: Record<Indicator['family'], 'wave' | 'period'> = {
	answer: 'wave',
	response: 'wave',
	relation: 'wave',
	case: 'period',
	record: 'period',
	master: 'period'
};

/** Asked along waves and periods together, figures of each family run along the one that they have. */
function alongOwnTime(query: IndicatorQuery, family: Indicator['family']): IndicatorQuery {
	if (!query.by.includes('wave') || !query.by.includes('period')) return query;
	const other = TIME[family] === 'wave' ? 'period' : 'wave';
	return { ...query, by: query.by.filter((dimension) => dimension !== other) };
}

/** What of a comparison the cells themselves depend on: between groups they keep the rows they were made from. */
const ofCells = (compare: IndicatorQuery['compare']) =>
	compare?.startsWith('group:') || compare === 'arrival' ? compare : undefined;

/** How many sets of cells are kept: those that the page of a Quartier asks for at a time. */
const MOST_KEPT = 12;
const kept = new WeakMap<Context, Map<string, readonly Cell[]>>();

/**
 * The cells of indicators, those of one family together. The same cells set against the wave before, the first
 * period and the others are worked out once.
 *
 * @throws as `Family.cells`
 */
export function cellsOf(
	indicators: readonly Indicator[],
	query: IndicatorQuery,
	unit: PeriodUnit | undefined,
	context: Context
): readonly Cell[] {
	const key = JSON.stringify([
		indicators.map(({ id }) => id),
		{ ...query, compare: ofCells(query.compare) },
		unit
	]);
	const known = kept.get(context) ?? new Map<string, readonly Cell[]>();
	kept.set(context, known);
	const cells = known.get(key) ?? workedOut(indicators, query, unit, context);
	// The one used last is the last to go.
	known.delete(key);
	known.set(key, cells);
	for (const oldest of known.keys()) {
		if (known.size <= MOST_KEPT) break;
		known.delete(oldest);
	}
	return cells;
}

const workedOut = (
	indicators: readonly Indicator[],
	query: IndicatorQuery,
	unit: PeriodUnit | undefined,
	context: Context
): Cell[] =>
	[...new Set(indicators.map(({ family }) => family))].flatMap((family) =>
		(FAMILIES[family] as Family<Indicator>).cells(
			indicators.filter((indicator) => indicator.family === family),
			alongOwnTime(query, family),
			unit,
			context
		)
	);

/** First and last day that the source of an indicator covers; null where it is not about time. */
export const coverageOf = (indicator: Indicator, context: Context): Span | null =>
	familyOf(indicator).coverage(indicator, context);

/** What the `n` of a cell counts, and whether it is what there is on a day. */
export function countedBy(
	cell: { indicator: Indicator; dimensions: DimensionValues },
	query: IndicatorQuery,
	context: Context
): { population: string; isStock: boolean } {
	const { indicator } = cell;
	return {
		population: familyOf(indicator).counts(cell, query, context),
		isStock: 'on' in indicator && indicator.on === 'stock'
	};
}

/** The columns that filters on the figures of an indicator act on. */
export const columnsOf = (indicator: Indicator, context: Context): Columns =>
	familyOf(indicator).columns(indicator, context);

/** What the figures of an indicator add up to. @throws RangeError for an unknown indicator */
export function additivityOf(id: string): Additivity {
	const indicator = indicatorById(id);
	return familyOf(indicator).additivity(indicator);
}
