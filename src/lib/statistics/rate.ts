import { poissonLowerLimit, poissonUpperLimit, tailOf } from './distributions';
import { LEVEL, type Interval, type PointEstimate } from './interval';
import { clopperPearson } from './share';

/**
 * Cases per unit of base with the exact Poisson interval (Garwood 1936), as R's `poisson.test`, and
 * the standard error √cases / base, which is 0 for no cases.
 *
 * @param cases a whole number from 0
 * @param base above 0, in the unit the rate is asked for, such as thousands of dwellings
 * @throws RangeError for cases that cannot be counted, a base ≤ 0 or a level outside 0 to 1
 */
export const poissonRate = (
	cases: number,
	base: number,
	level = LEVEL
): PointEstimate & Interval => {
	requireCases(cases, base);
	const tail = tailOf(level);
	return {
		value: cases / base,
		low: poissonLowerLimit(cases, tail) / base,
		high: poissonUpperLimit(cases, tail) / base,
		standardError: Math.sqrt(cases) / base
	};
};

/**
 * Two-sided p value of equal rates: given all cases, those of the first group are binomial
 * (Przyborowski and Wilenski 1940). It sums the probabilities of all outcomes that are no likelier
 * than the one seen, as R's `poisson.test` does; 1 when there are no cases.
 *
 * @throws RangeError for cases that cannot be counted or a base ≤ 0
 */
export const poissonPValue = (x1: number, base1: number, x2: number, base2: number): number => {
	requireCases(x1, base1);
	requireCases(x2, base2);
	const all = x1 + x2;
	const odds = base1 / base2;
	const mode = Math.min(all, Math.floor(((all + 1) * base1) / (base1 + base2)));
	const likelihood = new Map([[mode, 1]]);
	for (let k = mode, l = 1; k < all && l > 0; k++) {
		likelihood.set(k + 1, (l *= ((all - k) / (k + 1)) * odds));
	}
	for (let k = mode, l = 1; k > 0 && l > 0; k--) {
		likelihood.set(k - 1, (l *= k / (all - k + 1) / odds));
	}
	const seen = (likelihood.get(x1) ?? 0) * (1 + TIES);
	let total = 0;
	let unlikely = 0;
	for (const l of likelihood.values()) {
		total += l;
		if (l <= seen) unlikely += l;
	}
	return unlikely / total;
};

/** Outcomes this close in likelihood count as equal, as in R. */
const TIES = 1e-7;

const requireCases = (cases: number, base: number): void => {
	if (!Number.isInteger(cases) || cases < 0) throw new RangeError(`${cases} cases are no count.`);
	if (!(base > 0 && base < Infinity)) throw new RangeError(`A base must be above 0, not ${base}.`);
};

/**
 * Ratio of two Poisson rates with its exact interval: given all cases, those of the first group are
 * binomial (Przyborowski and Wilenski 1940; Clopper and Pearson 1934), as R's `poisson.test`.
 *
 * @param x1 cases, a whole number from 0, on base1, above 0; as x2 on base2
 * @returns ratio and upper end are Infinity where the second group has no case
 * @throws RangeError for cases that cannot be counted, a base ≤ 0, or no case at all
 */
export const poissonRatio = (
	x1: number,
	base1: number,
	x2: number,
	base2: number
): { ratio: number; p: number } & Interval => {
	const p = poissonPValue(x1, base1, x2, base2);
	const { low, high } = clopperPearson(x1, x1 + x2);
	const odds = (share: number): number =>
		share === 1 ? Infinity : (share / (1 - share)) * (base2 / base1);
	return { ratio: odds(x1 / (x1 + x2)), p, low: odds(low), high: odds(high) };
};
