import { normalPValue } from './distributions';
import { symmetric } from './interval';

/**
 * Linear trend over independent estimates, such as waves: the weighted least squares slope with the
 * estimates' own errors (inverse variance), its normal interval and p value (Armitage 1955 for shares;
 * the same as fixed-effect meta-regression).
 *
 * @param points at least two; `time` in any unit
 * @returns change per unit of time; null where times are equal or an error is unknown or 0
 */
export function linearTrend(
	points: readonly { time: number; value: number; standardError: number | null }[]
): { slope: number; low: number; high: number; standardError: number; p: number } | null {
	let [weight, times, values] = [0, 0, 0];
	for (const { time, value, standardError } of points) {
		if (standardError === null || !(standardError > 0)) return null;
		const w = 1 / standardError ** 2;
		weight += w;
		times += w * time;
		values += w * value;
	}
	const [time0, value0] = [times / weight, values / weight];
	let [squares, products] = [0, 0];
	for (const { time, value, standardError } of points) {
		const w = 1 / (standardError ?? 1) ** 2;
		squares += w * (time - time0) ** 2;
		products += w * (time - time0) * (value - value0);
	}
	if (!(squares > 0)) return null;
	const slope = products / squares;
	const standardError = Math.sqrt(1 / squares);
	const { low, high } = symmetric(slope, standardError, Infinity);
	return {
		slope,
		low: low ?? slope,
		high: high ?? slope,
		standardError,
		p: normalPValue(slope / standardError)
	};
}
