import type { Audience, IndicatorQueryInput, IndicatorResult, PeriodUnit } from '../domain';
import { coarser, estimateQuery, type Context, type Estimated } from '../indicators';
import { hiddenShare, protect, type ProtectOptions } from './protect';

/** Where more than this share of a table would be hidden, a coarser period is taken. */
export const MOST_HIDDEN = 0.1;

/**
 * Answers a query in the finest periods in which enough may be told: what was estimated, for `release` to
 * protect it beside others, and what of it may be shown.
 *
 * @throws as `evaluate`
 */
export function evaluateOnce<For extends Audience>(
	context: Context,
	query: IndicatorQueryInput,
	options: ProtectOptions<For>
): { estimated: Estimated; result: IndicatorResult<For> } {
	let unit: PeriodUnit | undefined = query.period;
	for (;;) {
		const found = estimateQuery(context, query, unit);
		const estimated: Estimated =
			unit === query.period ? found : { ...found, notes: [...found.notes, 'coarser-period'] };
		const result = protect(estimated, options);
		const next = result.period && unit && hiddenShare(result) > MOST_HIDDEN ? coarser(unit) : null;
		if (next === null) return { estimated, result };
		unit = next;
	}
}

/**
 * The one question that every figure is the answer to. What it returns may be shown to the audience
 * that it was asked for, and to nobody else.
 *
 * @throws ZodError for a query that is none, RangeError for an unknown indicator or a dimension that
 * it does not have
 */
export const evaluate = <For extends Audience>(
	context: Context,
	query: IndicatorQueryInput,
	options: ProtectOptions<For>
): IndicatorResult<For> => evaluateOnce(context, query, options).result;
