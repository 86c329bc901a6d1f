import type { IndicatorQueryInput, IndicatorResult, PeriodUnit } from '../domain';
import { coarser, estimateQuery, type Context, type Estimated } from '../indicators';
import { hiddenShare, protect } from './protect';

/** Where more than this share of a table would be hidden, a coarser period is taken. */
export const MOST_HIDDEN = 0.1;

/** Estimates in a unit of time, with a note where it is coarser than what was asked for. */
export function estimateIn(
	context: Context,
	query: IndicatorQueryInput,
	unit: PeriodUnit | undefined
): Estimated {
	const found = estimateQuery(context, query, unit);
	return unit === query.period ? found : { ...found, notes: [...found.notes, 'coarser-period'] };
}

/** The coarser unit of time that a result needs, as too much of it would be hidden; null where none is needed. */
export const coarserFor = ({ period, rows }: Pick<IndicatorResult, 'period' | 'rows'>) =>
	period && hiddenShare({ rows }) > MOST_HIDDEN ? coarser(period) : null;

/**
 * Answers a query in the finest periods in which enough may be told: what was estimated, for `release` to
 * protect it beside others, and what of it staff may see.
 *
 * @throws as `evaluate`
 */
export function evaluateOnce(
	context: Context,
	query: IndicatorQueryInput,
	minimumBase?: number
): { estimated: Estimated; result: IndicatorResult<'inside'> } {
	let unit: PeriodUnit | undefined = query.period;
	for (;;) {
		const estimated = estimateIn(context, query, unit);
		const result = protect(estimated, { audience: 'inside', minimumBase });
		const next = coarserFor(result);
		if (next === null) return { estimated, result };
		unit = next;
	}
}

/**
 * The one question that every figure is the answer to. What it returns is for staff; what leaves the house is part of
 * a release.
 *
 * @param minimumBase replaces the minimum base of the indicators; for the command line alone
 * @throws ZodError for a query that is none, RangeError for an unknown indicator or a dimension that
 * it does not have
 */
export const evaluate = (
	context: Context,
	query: IndicatorQueryInput,
	minimumBase?: number
): IndicatorResult<'inside'> => evaluateOnce(context, query, minimumBase).result;
