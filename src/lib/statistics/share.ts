import { betaQuantile, criticalValue, tailOf } from './distributions';
import { LEVEL, type Interval, type PointEstimate } from './interval';
import { kishEffectiveSize, requireAnswers, requireUnitWeights, type Moments } from './moments';
import { linearisedError } from './spread';

/**
 * Score interval of a share, without continuity correction (Wilson 1927), as R's `prop.test`.
 *
 * @param successes 0 to n; need not be whole, so that an effective size can be used
 * @param n above 0
 * @returns shares from 0 to 1; always holds successes / n
 * @throws RangeError for n ≤ 0, successes outside 0 to n or a level outside 0 to 1
 */
export const wilson = (successes: number, n: number, level = LEVEL): Interval => {
	requireCounts(successes, n);
	const z = criticalValue(level);
	const p = successes / n;
	const centre = p + z ** 2 / (2 * n);
	const margin = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
	const scale = 1 + z ** 2 / n;
	return {
		low: successes === 0 ? 0 : (centre - margin) / scale,
		high: successes === n ? 1 : (centre + margin) / scale
	};
};

/**
 * Exact interval of a share (Clopper and Pearson 1934), as R's `binom.test`; wider than needed.
 *
 * @param x successes, 0 to n
 * @param n above 0
 * @returns shares from 0 to 1
 * @throws RangeError for n ≤ 0, x outside 0 to n or a level outside 0 to 1
 */
export const clopperPearson = (x: number, n: number, level = LEVEL): Interval => {
	requireCounts(x, n);
	const tail = tailOf(level);
	return {
		low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
		high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x)
	};
};

/**
 * Unweighted share of the answers with y = 1 among those with y = 0 or 1; Wilson interval and
 * standard error √(p(1−p)/n), which is 0 for p = 0 and p = 1.
 *
 * @returns shares from 0 to 1
 * @throws RangeError for n ≤ 0, weights other than 1 or values other than 0 and 1
 */
export const shareOf = (moments: Moments): PointEstimate & Interval => {
	requireUnitWeights(moments);
	requireZeroOne(moments);
	const { n } = moments;
	const value = snappedShare(moments);
	return { value, ...wilson(value * n, n), standardError: Math.sqrt((value * (1 - value)) / n) };
};

/**
 * Weighted share Σwy / Σw with its linearised standard error; the interval is symmetric on the logit
 * scale with Student's t of n − 1 degrees of freedom, as R's `svyciprop(method = "logit")` on a
 * subset of a design of one stratum (Lumley 2010).
 *
 * Where all answers are alike (p = 0 or p = 1, so always for n = 1) the logit does not exist and the
 * standard error says nothing (0). The interval is then Wilson's on Kish's effective size (Σw)²/Σw².
 *
 * @param responses answer sheets in the whole design, not only those behind these moments
 * @returns shares from 0 to 1
 * @throws RangeError for n ≤ 0, fewer responses than n or values other than 0 and 1
 */
export const weightedShare = (moments: Moments, responses: number): PointEstimate & Interval => {
	requireAnswers(moments);
	requireZeroOne(moments);
	const value = snappedShare(moments);
	const standardError = linearisedError(moments, responses);
	if (standardError === null || value === 0 || value === 1) {
		const size = kishEffectiveSize(moments);
		return { value, ...wilson(value * size, size), standardError: 0 };
	}
	return { value, ...logitInterval(value, standardError, moments.n - 1), standardError };
};

/** 95 % interval of a share strictly between 0 and 1, by the delta method on the logit scale. */
export const logitInterval = (p: number, standardError: number, df: number): Interval => {
	const logit = Math.log(p / (1 - p));
	const margin = (criticalValue(LEVEL, df) * standardError) / (p * (1 - p));
	return { low: 1 / (1 + Math.exp(margin - logit)), high: 1 / (1 + Math.exp(-margin - logit)) };
};

/**
 * Σwy and Σw may differ in their last digits though every y is 1, by the order in which they were
 * summed or subtracted. Less than a ten-thousandth of an answer is no answer.
 */
const NO_ANSWER = 1e-4;

const snappedShare = ({ n, sw, swy }: Moments): number => {
	const share = swy / sw;
	if (share * n < NO_ANSWER) return 0;
	return (1 - share) * n < NO_ANSWER ? 1 : share;
};

/** Σwy² = Σwy when every y is 0 or 1; the tolerance is for rounding in long sums. */
const requireZeroOne = ({ sw, swy, swyy }: Moments): void => {
	if (Math.abs(swyy - swy) > 1e-3 * sw) {
		throw new RangeError(`A share needs values of 0 and 1: Σwy = ${swy}, Σwy² = ${swyy}.`);
	}
};

/** @throws RangeError for n ≤ 0 or successes outside 0 to n */
export const requireCounts = (successes: number, n: number): void => {
	if (!(n > 0 && n < Infinity && successes >= 0 && successes <= n)) {
		throw new RangeError(`${successes} of ${n} is no share.`);
	}
};
