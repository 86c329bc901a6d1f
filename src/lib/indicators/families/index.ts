import type { IndicatorQuery, PeriodUnit } from '../../domain';
import type { Cell } from '../cell';
import type { Context } from '../cube/context';
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

/** The cells of indicators, those of one family together. @throws as `Family.cells` */
export const cellsOf = (
	indicators: readonly Indicator[],
	query: IndicatorQuery,
	unit: PeriodUnit | undefined,
	context: Context
): Cell[] =>
	[...new Set(indicators.map(familyOf))].flatMap((family) =>
		family.cells(
			indicators.filter((indicator) => familyOf(indicator) === family),
			query,
			unit,
			context
		)
	);

/** First and last day that the source of an indicator covers; null where it is not about time. */
export const coverageOf = (indicator: Indicator, context: Context): Span | null =>
	familyOf(indicator).coverage(indicator, context);

/** What the figures of an indicator add up to. @throws RangeError for an unknown indicator */
export function additivityOf(id: string): Additivity {
	const indicator = indicatorById(id);
	return familyOf(indicator).additivity(indicator);
}
