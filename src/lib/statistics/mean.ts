import { clamped, symmetric, type PointEstimate } from './interval';
import { requireAnswers, requireUnitWeights, type Moments } from './moments';
import { centredSquares, linearisedError, requireResponses } from './spread';

/**
 * Unweighted mean with standard error s/√n and Student's t of n − 1 degrees of freedom (Student
 * 1908), as R's `t.test`. Error and interval are null for n = 1; the error is 0 when all values are
 * equal.
 *
 * @returns in the unit of y
 * @throws RangeError for n ≤ 0 or weights other than 1
 */
export const meanOf = (moments: Moments): PointEstimate => {
	requireUnitWeights(moments);
	const { n, swy, swyy } = moments;
	const error = n < 2 ? null : Math.sqrt(centredSquares(swyy, swy, n) / (n - 1) / n);
	return symmetric(swy / n, error, n - 1);
};

/**
 * Weighted mean Σwy / Σw with the linearised standard error of R's `svymean` (see
 * `linearisedError`) and Student's t of n − 1 degrees of freedom. Error and interval are null for
 * n = 1; the error is 0 when all values are equal.
 *
 * @param responses answer sheets in the whole design, not only those behind these moments
 * @returns in the unit of y
 * @throws RangeError for n ≤ 0 or fewer responses than n
 */
export const weightedMean = (moments: Moments, responses: number): PointEstimate => {
	requireAnswers(moments);
	const { n, sw, swy } = moments;
	return symmetric(swy / sw, linearisedError(moments, responses), n - 1);
};

/**
 * Weighted total Σwy with the standard error of R's `svytotal` for one stratum without finite
 * population correction, √(m/(m−1) · (Σw²y² − (Σwy)²/m)) with m answer sheets in the design, and
 * Student's t of m − 1 degrees of freedom (Lumley 2010). Error and interval are null
 * for m = 1.
 *
 * @param responses answer sheets in the whole design; those outside the domain count as 0
 * @returns in the unit of w · y
 * @throws RangeError for n ≤ 0 or fewer responses than n
 */
export const totalOf = (moments: Moments, responses: number): PointEstimate => {
	requireAnswers(moments);
	requireResponses(moments, responses);
	const { swy, swwyy } = moments;
	if (responses < 2) return symmetric(swy, null, 0);
	const squares = centredSquares(swwyy, swy, responses);
	return symmetric(swy, Math.sqrt((responses / (responses - 1)) * squares), responses - 1);
};

/**
 * Net promoter score: the mean of y = 100 (promoter), 0 and −100 (detractor). The standard error s/√n
 * of these values is 100 · √((P + D − NPS²)/(n − 1)) with the shares P and D and NPS = P − D; the t
 * interval is cut to the range of the score (Reichheld 2003 for the score, Rocks 2016 for the error).
 * Error and interval are null for n = 1; the error is 0 when all answers fall in one group.
 *
 * @returns points from −100 to 100
 * @throws RangeError for n ≤ 0 or weights other than 1
 */
export const npsOf = (moments: Moments): PointEstimate => clamped(meanOf(moments), -100, 100);

/**
 * Weighted net promoter score, as `weightedMean` of the values of `npsOf`, cut to −100 to 100.
 *
 * @param responses answer sheets in the whole design, not only those behind these moments
 * @returns points from −100 to 100
 * @throws RangeError for n ≤ 0 or fewer responses than n
 */
export const weightedNps = (moments: Moments, responses: number): PointEstimate =>
	clamped(weightedMean(moments, responses), -100, 100);
