import type { IndicatorQueryInput, IndicatorResult, PeriodUnit } from '../domain';
import { coarser, estimateQuery, type Context } from '../indicators';
import { hiddenShare, protect, type Audience } from './protect';

/** Where more than this share of a table would be hidden, a coarser period is taken. */
export const MOST_HIDDEN = 0.1;

export type EvaluateOptions = {
	audience: Audience;
	/** replaces the minimum base of the indicators; for the command line alone, never for a workspace */
	minimumBase?: number | undefined;
};

/**
 * The one question that every figure is the answer to. What it returns may be shown to the audience
 * that it was asked for, and to nobody else.
 *
 * @throws ZodError for a query that is none, RangeError for an unknown indicator or a dimension that
 * it does not have
 */
export function evaluate(
	context: Context,
	query: IndicatorQueryInput,
	{ audience, minimumBase }: EvaluateOptions
): IndicatorResult {
	let unit: PeriodUnit | null = query.period ?? null;
	const once = () =>
		protect(estimateQuery(context, query, unit ?? undefined), audience, minimumBase);
	let result = once();
	if (!result.period) return result;
	for (;;) {
		const next: PeriodUnit | null =
			unit && hiddenShare(result) > MOST_HIDDEN ? coarser(unit) : null;
		if (next === null) break;
		unit = next;
		result = once();
	}
	return unit === query.period ? result : { ...result, notes: [...result.notes, 'coarser-period'] };
}
