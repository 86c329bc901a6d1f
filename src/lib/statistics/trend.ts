import { chiSquaredPValue, normalPValue } from './distributions';
import { symmetric } from './interval';

/**
 * Linear trend over independent estimates, such as waves: the weighted least squares slope with the
 * estimates' own errors (inverse variance), its normal interval and p value (Armitage 1955 for shares;
 * the same as fixed-effect meta-regression). Whether a straight line fits says the residual heterogeneity
 * Q = Σ w (y − ŷ)², χ² with k − 2 degrees of freedom (Hedges and Olkin 1985).
 *
 * @param points at least two; `time` in any unit
 * @returns change per unit of time; `lackOfFit` is the p value of Q, null for two points; null where times are equal or an error is unknown or 0
 */
export function linearTrend(
	points: readonly { time: number; value: number; standardError: number | null }[]
): {
	slope: number;
	low: number;
	high: number;
	standardError: number;
	p: number;
	lackOfFit: number | null;
} | null {
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
	const residual = points.reduce((sum, { time, value, standardError: error }) => {
		return sum + ((value - value0 - slope * (time - time0)) / (error ?? 1)) ** 2;
	}, 0);
	return {
		slope,
		low: low ?? slope,
		high: high ?? slope,
		standardError,
		p: normalPValue(slope / standardError),
		lackOfFit: points.length > 2 ? chiSquaredPValue(residual, points.length - 2) : null
	};
}
