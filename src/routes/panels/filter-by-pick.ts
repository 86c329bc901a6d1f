import type { Target } from '$lib/presentation';
import { type Filters, ofWave, togglePick, toggleSpan } from '$lib/dashboards';
import { MONTHS_IN, type IndicatorResult, type PeriodUnit } from '$lib/domain';

/** First and last day of a period by its first day. */
export function spanOf(first: string, unit: PeriodUnit): { from: string; to: string } {
	if (unit === 'day') return { from: first, to: first };
	const [year = 0, month = 1] = first.split('-').map(Number);
	const last = new Date(Date.UTC(year, month - 1 + MONTHS_IN[unit], 0));
	return { from: first, to: last.toISOString().slice(0, 10) };
}

/**
 * The filters after something was picked in a chart: a member toggles, a stretch of time is picked or
 * let go, or goes on from the one before. Null where it is nothing that filters.
 */
export function filtersAfter(
	filters: Filters,
	target: Target,
	extend: boolean,
	result: Pick<IndicatorResult, 'period'>
): Filters | null {
	if (!('dimension' in target)) return null;
	const { dimension, value } = target;
	if (dimension === 'wave') {
		return value === filters.wave ? null : ofWave(filters, value);
	}
	if (dimension === 'period') {
		const picked = spanOf(value, result.period ?? 'year');
		const { span } = filters;
		if (!extend || !span) return toggleSpan(filters, picked);
		return {
			...filters,
			span: {
				from: span.from < picked.from ? span.from : picked.from,
				to: span.to > picked.to ? span.to : picked.to
			}
		};
	}
	const next = togglePick(filters, { dimension, value });
	return next === filters ? null : next;
}
