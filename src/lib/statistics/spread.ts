import type { Moments } from './moments';

/**
 * Σw(y − ȳ)² = Σwy² − (Σwy)² / Σw about the mean ȳ = Σwy / Σw; never below 0. The right side is
 * worked out with the rounding errors of its products (Dekker 1971), so that nothing is lost beyond
 * what the sums have lost already.
 *
 * @param squares Σwy²
 * @param sum Σwy
 * @param weight Σw, above 0
 */
export const centredSquares = (squares: number, sum: number, weight: number): number => {
	const mean = sum / weight;
	const [whole, wholeError] = exactProduct(mean, weight);
	const rest = sum - whole - wholeError;
	const [square, squareError] = exactProduct(mean, sum);
	return Math.max(0, squares - square - squareError - mean * rest);
};

/**
 * Linearised standard error of a weighted mean ȳ of a domain, as R's `svymean` gives it for one
 * stratum without finite population correction (Lumley 2010; Särndal, Swensson and Wretman
 * 1992): √(m/(m−1) · Σ(w(y − ȳ))²) / Σw with m answer sheets in the design.
 *
 * @returns in the unit of y; null for fewer than two answers, 0 when all are equal
 * @throws RangeError when `responses` is not a whole number of at least n
 */
export const linearisedError = (moments: Moments, responses: number): number | null => {
	requireResponses(moments, responses);
	const { n, sw, swy, sww, swwy, swwyy } = moments;
	if (n < 2) return null;
	const squares = centredSquares(swwyy, swwy, sww) + sww * (swwy / sww - swy / sw) ** 2;
	return Math.sqrt((responses / (responses - 1)) * squares) / sw;
};

/** @throws RangeError when the design has fewer answer sheets than the domain has answers */
export const requireResponses = ({ n }: Moments, responses: number): void => {
	if (!Number.isInteger(responses) || responses < n) {
		throw new RangeError(`A design of ${responses} answer sheets cannot hold ${n} answers.`);
	}
};

/** a · b as a double and its rounding error, together exact (Veltkamp's splitting). */
const exactProduct = (a: number, b: number): [number, number] => {
	const product = a * b;
	const [aHigh, aLow] = split(a);
	const [bHigh, bLow] = split(b);
	return [product, aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow];
};

const split = (x: number): [number, number] => {
	const shifted = 134217729 * x;
	const high = shifted - (shifted - x);
	return [high, x - high];
};
