import { criticalValue, normalPValue, tPValue } from './distributions';
import { LEVEL, type Interval, type PointEstimate } from './interval';
import { meanOf } from './mean';
import type { Moments } from './moments';
import { poissonPValue, poissonRate } from './rate';
import { requireCounts, wilson } from './share';

/** The first estimate minus the second, with its 95 % interval. */
export type Difference = { difference: number } & Interval;

/** A difference with its two-sided p value; null what the two estimates do not give. */
export type TestedDifference = {
	difference: number;
	low: number | null;
	high: number | null;
	p: number | null;
};

/**
 * Difference of two independent shares with the score interval without continuity correction
 * (Newcombe 1998, method 10).
 *
 * @param x1 successes of n1, as x2 of n2
 * @returns shares, −1 to 1
 * @throws RangeError for n ≤ 0, successes outside 0 to n or a level outside 0 to 1
 */
export const newcombe = (
	x1: number,
	n1: number,
	x2: number,
	n2: number,
	level = LEVEL
): Difference =>
	mover({ value: x1 / n1, ...wilson(x1, n1, level) }, { value: x2 / n2, ...wilson(x2, n2, level) });

/**
 * Pooled z test of two independent shares (Pearson 1900), two-sided, as R's `prop.test` without
 * correction, whose χ² is z². z is 0 and p is 1 where both shares are 0 or both are 1.
 *
 * @throws RangeError for n ≤ 0 or successes outside 0 to n
 */
export const twoProportionsTest = (
	x1: number,
	n1: number,
	x2: number,
	n2: number
): { z: number; p: number } => {
	requireCounts(x1, n1);
	requireCounts(x2, n2);
	const pooled = (x1 + x2) / (n1 + n2);
	if (pooled === 0 || pooled === 1) return { z: 0, p: 1 };
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
	const z = (x1 / n1 - x2 / n2) / error;
	return { z, p: normalPValue(z) };
};

/**
 * Difference of two independent unweighted means, with interval and p value by Student's t and the
 * degrees of freedom of Welch (1947) and Satterthwaite (1946), as R's `t.test`.
 *
 * @returns in the unit of y; null as for `waldDifference`, thus where a group has one answer
 * @throws RangeError for n ≤ 0 or weights other than 1 in either group
 */
export const welch = (a: Moments, b: Moments): TestedDifference =>
	waldDifference({ ...meanOf(a), df: a.n - 1 }, { ...meanOf(b), df: b.n - 1 });

/**
 * Difference of two independent estimates with the standard error √(SE₁² + SE₂²); also of two domains
 * of one design, whose linearised estimates do not covary. z test and interval; where an estimate has
 * degrees of freedom, Student's t with those of Satterthwaite (1946).
 *
 * Interval and p value are null when a standard error is unknown, both are 0, or degrees of freedom
 * are not above 0: then nothing tells how far the difference can be trusted. Only where both errors
 * are 0 and the estimates are equal, p is 1. A share of 0 or 1 has a standard error of 0, so this
 * test is too bold beside one.
 *
 * @returns in the unit of the estimates
 */
export const waldDifference = (
	a: PointEstimate & { df?: number },
	b: PointEstimate & { df?: number }
): TestedDifference => {
	const difference = a.value - b.value;
	const unknown = { difference, low: null, high: null, p: null };
	if (a.standardError === null || b.standardError === null) return unknown;
	if ((a.df ?? Infinity) <= 0 || (b.df ?? Infinity) <= 0) return unknown;
	const varianceA = a.standardError ** 2;
	const varianceB = b.standardError ** 2;
	const variance = varianceA + varianceB;
	if (variance === 0) {
		const rounding = 1e-12 * Math.max(Math.abs(a.value), Math.abs(b.value));
		return { ...unknown, p: Math.abs(difference) <= rounding ? 1 : null };
	}
	const error = Math.sqrt(variance);
	const df =
		variance ** 2 / (varianceA ** 2 / (a.df ?? Infinity) + varianceB ** 2 / (b.df ?? Infinity));
	const margin = criticalValue(LEVEL, df) * error;
	return {
		difference,
		low: difference - margin,
		high: difference + margin,
		p: tPValue(difference / error, df)
	};
};

/**
 * Difference of two Poisson rates: the p value of the exact conditional test (`poissonPValue`) and an
 * interval recovered from the two exact ones (Zou and Donner 2008; Garwood 1936). The two come from
 * different constructions, so near 0.05 they may disagree.
 *
 * @param x1 cases, a whole number from 0, on base1, above 0; as x2 on base2
 * @returns cases per unit of base
 * @throws RangeError for cases that cannot be counted or a base ≤ 0
 */
export const poissonDifference = (
	x1: number,
	base1: number,
	x2: number,
	base2: number
): Difference & { p: number } => ({
	...mover(poissonRate(x1, base1), poissonRate(x2, base2)),
	p: poissonPValue(x1, base1, x2, base2)
});

type Bounded = { value: number } & Interval;

/** Method of variance estimates recovery: an interval of a difference from those of its two sides. */
const mover = (a: Bounded, b: Bounded): Difference => {
	const difference = a.value - b.value;
	return {
		difference,
		low: difference - Math.hypot(a.value - a.low, b.high - b.value),
		high: difference + Math.hypot(a.high - a.value, b.value - b.low)
	};
};
