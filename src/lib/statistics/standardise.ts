import { gammaQuantile, tailOf } from './distributions';
import { LEVEL, type PointEstimate } from './interval';

/**
 * Directly standardised rate: the rates of the groups, weighted by a standard population, with the
 * gamma interval of Fay and Feuer (1997), as R's `epitools::ageadjust.direct`.
 *
 * @param cases whole numbers from 0, one for each group
 * @param bases above 0; the rate is per unit of base
 * @param standard standard population of each group, in any unit
 * @throws RangeError for a base or a standard population that is not above 0
 */
export function directlyStandardisedRate(
	cases: readonly number[],
	bases: readonly number[],
	standard: readonly number[]
): PointEstimate & { crude: number } {
	const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
	const all = sum(standard);
	if (!(all > 0) || bases.some((base) => !(base > 0)))
		throw new RangeError('A standardised rate needs bases and a standard population above 0.');
	const weights = standard.map((population, at) => population / all / bases[at]!);
	const value = sum(cases.map((count, at) => count * weights[at]!));
	const variance = sum(cases.map((count, at) => count * weights[at]! ** 2));
	const most = Math.max(...weights);
	const tail = tailOf(LEVEL);
	const quantile = (p: number, mean: number, spread: number): number =>
		gammaQuantile(p, mean ** 2 / spread, spread / mean);
	return {
		value,
		crude: sum(cases) / sum(bases),
		low: value === 0 ? 0 : quantile(tail, value, variance),
		high: quantile(1 - tail, value + most, variance + most ** 2),
		standardError: Math.sqrt(variance)
	};
}

/**
 * Directly standardised mean or share: Σ s · m over the groups, s the standard shares, with the
 * standard error √Σ(s · SE)² of independent groups and the normal interval (Breslow and Day 1987).
 *
 * @param groups the estimate of each group and its standard population
 * @returns error and interval null where a group has none
 * @throws RangeError where the standard population is not above 0
 */
export function directlyStandardisedMean(
	groups: readonly { value: number; standardError: number | null; standard: number }[]
): { value: number; standardError: number | null } {
	const all = groups.reduce((sum, group) => sum + group.standard, 0);
	if (!(all > 0)) throw new RangeError('A standardised mean needs a standard population.');
	let [value, variance]: [number, number | null] = [0, 0];
	for (const group of groups) {
		const share = group.standard / all;
		value += share * group.value;
		variance =
			variance === null || (group.standardError === null && share > 0)
				? null
				: variance + (share * (group.standardError ?? 0)) ** 2;
	}
	return { value, standardError: variance === null ? null : Math.sqrt(variance) };
}
