import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';
import erfc from '@stdlib/math-base-special-erfc';
import stdlibBetaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import stdlibGammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import stdlibNormalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import stdlibTQuantile from '@stdlib/stats-base-dists-t-quantile';

/** The one door to @stdlib. Every function here was compared with R or SciPy over its whole range. */

/**
 * The two-sided critical value of the standard normal, or of Student's t when degrees of freedom
 * are given: 1.96 for a level of 0.95.
 *
 * @param level between 0 and 1, both excluded
 * @param df above 0; Infinity is the normal distribution
 * @throws RangeError for a level outside 0 to 1 or degrees of freedom not above 0
 */
export const criticalValue = (level: number, df = Infinity): number => {
	const upper = 1 - tailOf(level);
	if (!(df > 0)) throw new RangeError(`Degrees of freedom must be above 0, not ${df}.`);
	return df === Infinity ? stdlibNormalQuantile(upper, 0, 1) : stdlibTQuantile(upper, df);
};

/** The probability left in each tail by a two-sided level; RangeError outside 0 to 1. */
export const tailOf = (level: number): number => {
	if (!(level > 0 && level < 1)) {
		throw new RangeError(`A level lies between 0 and 1, not ${level}.`);
	}
	return (1 - level) / 2;
};

/** Quantile of the beta distribution with both shapes above 0. */
export const betaQuantile = (p: number, a: number, b: number): number =>
	stdlibBetaQuantile(p, a, b);

/** Two-sided p value of a standard normal z. */
export const normalPValue = (z: number): number => erfc(Math.abs(z) / Math.SQRT2);

/**
 * Two-sided p value of Student's t, by the incomplete beta function (Abramowitz and Stegun 1964,
 * 26.7.1). The argument that is nearer to 0 is used, since the other loses its digits near 1.
 */
export const tPValue = (t: number, df: number): number => {
	if (df === Infinity) return normalPValue(t);
	const square = t * t;
	return square < df
		? betainc(square / (df + square), 0.5, df / 2, true, true)
		: betainc(df / (df + square), df / 2, 0.5);
};

/** The Poisson mean at which `cases` or more have the probability `tail` (below 0.5); 0 for none. */
export const poissonLowerLimit = (cases: number, tail: number): number =>
	cases === 0 ? 0 : stdlibGammaQuantile(tail, cases, 1);

/** The Poisson mean at which `cases` or fewer have the probability `tail` (below 0.5). */
export const poissonUpperLimit = (cases: number, tail: number): number => {
	const start = stdlibGammaQuantile(1 - tail, cases + 1, 1);
	return cases < UPPER_TAIL_TRUSTED ? start : refinedUpperLimit(cases, tail, start);
};

/** @stdlib/math-base-special-gammainc 0.3.1 is off by up to 1 % in the upper tail from a shape of 926. */
const UPPER_TAIL_TRUSTED = 500;

/** Newton's method on the sum of Poisson probabilities, with Stirling's series for the factorial. */
const refinedUpperLimit = (cases: number, tail: number, start: number): number => {
	let mean = start;
	for (let step = 0; step < 20; step++) {
		const excess = (mean - cases) / cases;
		const logProbability =
			cases * (Math.log1p(excess) - excess) -
			Math.log(2 * Math.PI * cases) / 2 -
			1 / (12 * cases) +
			1 / (360 * cases ** 3);
		let sum = 1;
		for (let k = cases, term = cases / mean; term > 1e-18; k--, term *= k / mean) sum += term;
		const change = sum - tail / Math.exp(logProbability);
		mean += change;
		if (Math.abs(change) < 1e-13 * mean) break;
	}
	return mean;
};

/** Upper tail of the χ² distribution; df above 0. */
export const chiSquaredPValue = (statistic: number, df: number): number =>
	statistic <= 0 ? 1 : gammainc(statistic / 2, df / 2, true, true);

/** Upper tail of the F distribution, by the incomplete beta function (Abramowitz and Stegun 1964, 26.6.2). */
export const fPValue = (statistic: number, ndf: number, ddf: number): number =>
	statistic <= 0 ? 1 : betainc(ddf / (ddf + ndf * statistic), ddf / 2, ndf / 2);

/** Quantile of the gamma distribution with a mean of shape · scale; both above 0. */
export const gammaQuantile = (p: number, shape: number, scale: number): number =>
	stdlibGammaQuantile(p, shape, 1) * scale;
