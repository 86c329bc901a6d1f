import type { IndicatorQueryInput, IndicatorResult, PeriodUnit } from '../domain';
import type { Engine } from '../engine';
import { coarser, estimateQuery } from '../indicators';
import { hiddenShare, protect, type Audience } from './protect';

/** Where more than this share of a table would be hidden, a coarser period is taken. */
export const MOST_HIDDEN = 0.1;

export type EvaluateOptions = {
	audience: Audience;
	signal?: AbortSignal | undefined;
	/** replaces the minimum base of the indicators; for the command line alone, never for a workspace */
	minimumBase?: number | undefined;
};

/**
 * The one question that every figure is the answer to. What it returns may be shown to the audience
 * that it was asked for, and to nobody else.
 *
 * @throws ZodError for a query that is none, RangeError for an unknown indicator, the signal's
 * reason when cancelled
 */
export async function evaluate(
	engine: Engine,
	query: IndicatorQueryInput,
	{ audience, signal, minimumBase }: EvaluateOptions
): Promise<IndicatorResult> {
	let unit: PeriodUnit | null = query.period ?? null;
	const once = async () =>
		protect(
			await estimateQuery(engine, query, { unit: unit ?? undefined, signal }),
			audience,
			minimumBase
		);
	let result = await once();
	if (!result.period) return result;
	for (;;) {
		const next: PeriodUnit | null =
			unit && hiddenShare(result) > MOST_HIDDEN ? coarser(unit) : null;
		if (next === null) break;
		unit = next;
		result = await once();
	}
	return unit === query.period ? result : { ...result, notes: [...result.notes, 'coarser-period'] };
}
