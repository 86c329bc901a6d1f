import type { DimensionValues, IndicatorQuery, PeriodUnit } from '../../domain';
import type { Cell } from '../cell';
import type { Context } from '../cube/context';
import type { Columns } from '../cube/filters';
import type { Span } from '../cube/period';
import type { Indicator } from '../definitions';

/** Stocks and flows of which each follows from the others: what is open at the end = before + in − out. */
export type Balance = { stock: string; in: string; out: string };

/** What the figures of a family add up to, for `disclosure` to hide what would follow from others. */
export type Additivity = {
	/** whether the figures of periods add up to that of all of them */
	overTime: boolean;
	balance?: Balance;
	/** whether a zero is nobody, which gives nobody away */
	zeroIsNobody: boolean;
};

/** What a count of answer sheets counts, whatever they say. */
export const SHEETS = 'sheets';

/** What of a cell says what it counts. */
export type CountedCell<I extends Indicator> = { indicator: I; dimensions: DimensionValues };

/** Figures of one source: how they are worked out, when it has something to say, and what adds up. */
export type Family<I extends Indicator> = {
	/**
	 * The cells of some indicators of the family.
	 *
	 * @param unit the unit of the dimension `period`
	 * @throws RangeError for a dimension that the figures do not have
	 */
	cells(
		indicators: readonly I[],
		query: IndicatorQuery,
		unit: PeriodUnit | undefined,
		context: Context
	): Cell[];
	/** First and last day that the source covers; null where it has none, or is not about time. */
	coverage(indicator: I, context: Context): Span | null;
	additivity(indicator: I): Additivity;
	/** The columns that filters act on. */
	columns(indicator: I, context: Context): Columns;
	/** What the `n` of a cell counts: two figures of which this is the same count the same. */
	counts(cell: CountedCell<I>, query: IndicatorQuery, context: Context): string;
};

/** Of what is no count nothing is known by adding, and a zero stands on people. */
export const NOT_ADDITIVE: Additivity = { overTime: false, zeroIsNobody: false };
