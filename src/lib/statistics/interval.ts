import { criticalValue } from './distributions';

/** A confidence interval, `low` ≤ `high`, in the unit of what it belongs to. */
export type Interval = { low: number; high: number };

/** An estimate with its 95 % interval; error and interval are null where the data give none. */
export type PointEstimate = {
	value: number;
	low: number | null;
	high: number | null;
	standardError: number | null;
};

/** The level of every interval whose level is not asked for. */
export const LEVEL = 0.95;

/**
 * Estimate ± t · standard error, 95 %. Error and interval are null when the error is null.
 *
 * @param df degrees of freedom; Infinity for the normal distribution
 */
export const symmetric = (
	value: number,
	standardError: number | null,
	df: number
): PointEstimate => {
	if (standardError === null) return { value, low: null, high: null, standardError };
	const margin = criticalValue(LEVEL, df) * standardError;
	return { value, low: value - margin, high: value + margin, standardError };
};

/** Cuts value and interval to a range which the value cannot leave. */
export const clamped = (estimate: PointEstimate, least: number, most: number): PointEstimate => {
	const cut = (x: number): number => Math.min(most, Math.max(least, x));
	const { value, low, high, standardError } = estimate;
	return {
		value: cut(value),
		low: low === null ? null : cut(low),
		high: high === null ? null : cut(high),
		standardError
	};
};
