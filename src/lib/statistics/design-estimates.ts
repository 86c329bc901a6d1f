import { covariance, degreesOfFreedom, type Answers, type SurveyDesign } from './design';
import type { TestedDifference } from './difference';
import { criticalValue, tPValue } from './distributions';
import { LEVEL, symmetric, type PointEstimate } from './interval';

/** An estimate of a design with what its interval and its tests need. */
export type DesignEstimate = {
	value: number;
	/** null where fewer than two units stand behind it */
	standardError: number | null;
	/** degrees of freedom of the domain: units of the first stage less strata */
	df: number;
	/** linearised value of each row of the answers */
	u: Float64Array;
};

const sumOf = (values: ArrayLike<number>, length: number): number => {
	let sum = 0;
	for (let row = 0; row < length; row++) sum += values[row]!;
	return sum;
};

const sumOfProducts = (a: ArrayLike<number>, b: ArrayLike<number>, length: number): number => {
	let sum = 0;
	for (let row = 0; row < length; row++) sum += a[row]! * b[row]!;
	return sum;
};

function withError(
	design: SurveyDesign,
	answers: Answers,
	value: number,
	u: Float64Array
): DesignEstimate {
	const df = degreesOfFreedom(design, answers);
	const lone = sumOf(answers.n, answers.length) < 2;
	const standardError = lone ? null : Math.sqrt(covariance(design, answers, [u])[0]![0]!);
	return { value, standardError, df, u };
}

/**
 * Mean Σwy/Σw over a domain with its linearised standard error, as R's `svymean` on a subset; the
 * share of rows with y = 1 where y is 0 or 1.
 *
 * @param y the value of each row of `answers`
 * @throws RangeError where the domain has no weight
 */
export function designMean(
	design: SurveyDesign,
	answers: Answers,
	y: ArrayLike<number>
): DesignEstimate {
	return designRatio(design, answers, y, { length: answers.length, constant: 1 });
}

/**
 * Ratio Σwy/Σwx over a domain with its linearised standard error, as R's `svyratio`.
 *
 * @param x as y, or a constant
 * @throws RangeError where Σwx is 0
 */
export function designRatio(
	design: SurveyDesign,
	answers: Answers,
	y: ArrayLike<number>,
	x: ArrayLike<number> | { length: number; constant: number }
): DesignEstimate {
	const { length, sw } = answers;
	const at = 'constant' in x ? () => x.constant : (row: number) => x[row]!;
	let base = 0;
	for (let row = 0; row < length; row++) base += sw[row]! * at(row);
	if (base === 0 || Number.isNaN(base))
		throw new RangeError('A ratio needs a denominator other than 0.');
	const value = sumOfProducts(sw, y, length) / base;
	const u = Float64Array.from({ length }, (_, row) => (y[row]! - value * at(row)) / base);
	return withError(design, answers, value, u);
}

/** Total Σwy over a domain with its linearised standard error, as R's `svytotal` on a subset. */
export function designTotal(
	design: SurveyDesign,
	answers: Answers,
	y: ArrayLike<number>
): DesignEstimate {
	const u = Float64Array.from({ length: answers.length }, (_, row) => y[row]!);
	return withError(design, answers, sumOfProducts(answers.sw, y, answers.length), u);
}

/** Estimate ± t · standard error (95 %); error and interval null where the design gives none. */
export const tInterval = ({ value, standardError, df }: DesignEstimate): PointEstimate =>
	df > 0
		? symmetric(value, standardError, df)
		: { value, low: null, high: null, standardError: null };

/** Cumulated weights so close to p · Σw count as p, as in R. */
const TIE = 1e-9;

/**
 * Quantile of weighted values, the least value whose cumulated share of the weights reaches p: R's
 * `svyquantile` with rule "math" (Hyndman and Fan 1996, definition 1).
 *
 * @param p from 0 to 1
 * @throws RangeError where there is no weight
 */
function weightedQuantile(values: ArrayLike<number>, sw: ArrayLike<number>, p: number): number {
	const order = Array.from({ length: values.length }, (_, row) => row)
		.filter((row) => sw[row]! > 0)
		.sort((a, b) => values[a]! - values[b]!);
	const last = order.at(-1);
	if (last === undefined) throw new RangeError('A quantile needs answers with weights.');
	const target = p * order.reduce((sum, row) => sum + sw[row]!, 0);
	let cumulated = 0;
	for (const row of order) {
		cumulated += sw[row]!;
		if (cumulated >= target * (1 - TIE)) return values[row]!;
	}
	return values[last]!;
}

/**
 * Quantile of a domain with Woodruff's interval (1952): the quantiles at the ends of the interval of
 * the share of values up to it, which is that share ± t · standard error; R's `svyquantile` with
 * `interval.type = "mean"`. The standard error is the interval's width ÷ 2t. An end is null where the
 * share's interval leaves 0 to 1, and so is the error.
 */
export function designQuantile(
	design: SurveyDesign,
	answers: Answers,
	y: ArrayLike<number>,
	p: number
): PointEstimate {
	const value = weightedQuantile(y, answers.sw, p);
	const below = Float64Array.from({ length: answers.length }, (_, row) =>
		y[row]! <= value ? 1 : 0
	);
	const share = tInterval(designMean(design, answers, below));
	const end = (at: number | null): number | null =>
		at === null || at < 0 || at > 1 ? null : weightedQuantile(y, answers.sw, at);
	const [low, high] = [end(share.low), end(share.high)];
	const df = degreesOfFreedom(design, answers);
	const standardError =
		low === null || high === null ? null : (high - low) / (2 * criticalValue(LEVEL, df));
	return { value, low, high, standardError };
}

/**
 * Difference of the means of two domains of one design, first less second, with the t test on the
 * degrees of freedom of both together less 1, as R's `svyttest`.
 *
 * @param inFirst true for the rows of the first domain, false for those of the second
 */
export function designDifference(
	design: SurveyDesign,
	answers: Answers,
	y: ArrayLike<number>,
	inFirst: (row: number) => boolean
): TestedDifference & { standardError: number | null; t: number | null; df: number } {
	const { length, sw } = answers;
	const [weight, sum] = [
		[0, 0],
		[0, 0]
	];
	for (let row = 0; row < length; row++) {
		const side = inFirst(row) ? 0 : 1;
		weight[side]! += sw[row]!;
		sum[side]! += sw[row]! * y[row]!;
	}
	if (weight[0] === 0 || weight[1] === 0)
		throw new RangeError('Both sides of a difference need answers.');
	const means = [sum[0]! / weight[0]!, sum[1]! / weight[1]!];
	const difference = means[0]! - means[1]!;
	const u = Float64Array.from({ length }, (_, row) =>
		inFirst(row) ? (y[row]! - means[0]!) / weight[0]! : -(y[row]! - means[1]!) / weight[1]!
	);
	const df = degreesOfFreedom(design, answers) - 1;
	const standardError = Math.sqrt(covariance(design, answers, [u])[0]![0]!);
	if (!(df > 0) || standardError === 0)
		return { difference, low: null, high: null, p: null, standardError: null, t: null, df };
	const t = difference / standardError;
	const { low, high } = symmetric(difference, standardError, df);
	return { difference, low, high, p: tPValue(t, df), standardError, t, df };
}

/**
 * Design effect of a mean: its variance over that of a simple random sample of as many sheets without
 * replacement, s²/n · (1 − n/Σw) with s² the weighted variance, as R's `svymean(deff = TRUE)` (Kish
 * 1965). With Σw below n, thus no population weights, the correction is left out ("replace").
 */
export function designEffect(
	design: SurveyDesign,
	answers: Answers,
	y: ArrayLike<number>
): number | null {
	const { value, standardError } = designMean(design, answers, y);
	const n = sumOf(answers.n, answers.length);
	const weight = sumOf(answers.sw, answers.length);
	if (standardError === null || n < 2) return null;
	let squares = 0;
	for (let row = 0; row < answers.length; row++)
		squares += answers.sw[row]! * (y[row]! - value) ** 2;
	const fraction = weight > n ? (weight - n) / weight : 1;
	const simple = ((squares / weight) * (n / (n - 1)) * fraction) / n;
	return simple === 0 ? null : standardError ** 2 / simple;
}
