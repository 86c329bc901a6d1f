/** The standard writes 1.96, not the normal quantile. */
const Z = 1.96;

/**
 * Answers needed for a margin of error of a share, at 95 % and p = 0.5, with finite population
 * correction: n₀/(1 + n₀/N), rounded up, n₀ = 1.96² · 0.25 / e² (Cochran 1977; Regulator
 * of Social Housing, Tenant Satisfaction Measures, 2022).
 *
 * @param population N, dwellings or persons, from 1
 * @param marginOfError e as a share, 0.04 for ± 4 points
 * @throws RangeError for a population below 1 or a margin outside 0 to 1
 */
export const requiredSample = (population: number, marginOfError: number): number => {
	if (!(population >= 1)) throw new RangeError(`A population has at least 1, not ${population}.`);
	if (!(marginOfError > 0 && marginOfError < 1)) {
		throw new RangeError(`A margin of error lies between 0 and 1, not ${marginOfError}.`);
	}
	const infinite = (Z ** 2 * 0.25) / marginOfError ** 2;
	return Math.ceil(infinite / (1 + infinite / population));
};

/**
 * Margin of error reached by n answers, 1.96 · √(0.25/n · (N − n)/(N − 1)), from the same standard;
 * 0 when everyone answered.
 *
 * @param n answers, from 1 to the population
 * @returns a share, 0.04 for ± 4 points
 * @throws RangeError for n outside 1 to the population
 */
export const achievedMargin = (n: number, population: number): number => {
	if (!(n >= 1 && n <= population)) throw new RangeError(`${n} of ${population} is no sample.`);
	if (n === population) return 0;
	return Z * Math.sqrt(((0.25 / n) * (population - n)) / (population - 1));
};

/** Homes from which on a smaller margin is asked for, with that margin. */
const MARGINS: readonly (readonly [homes: number, margin: number])[] = [
	[25_000, 0.02],
	[10_000, 0.03],
	[2500, 0.04],
	[0, 0.05]
];

/**
 * Margin of error that the standard asks of a landlord: ± 5 points below 2,500 homes, 4 below 10,000,
 * 3 below 25,000, 2 from then on (Regulator of Social Housing, Tenant Satisfaction Measures, 2022).
 *
 * @returns a share, 0.04 for ± 4 points
 */
export const requiredMargin = (homes: number): number =>
	MARGINS.find(([least]) => homes >= least)?.[1] ?? 0.05;
