import { describe, expect, test } from 'vitest';
import { meanOf, momentsOf, npsOf, totalOf, weightedMean, weightedNps } from './index';
import { expectNear, sum } from './testing';

const near = expectNear(1e-9);

type Row = { y: number; w: number; inside: boolean };

/** A design like apistrat: three strata with unlike weights and levels, and a domain across them. */
const design: Row[] = Array.from({ length: 200 }, (_, i) => {
	const stratum = i < 100 ? 0 : i < 150 ? 1 : 2;
	const noise = ((i * 7919) % 211) - 105;
	return {
		y: [674, 626, 637][stratum]! + noise,
		w: [44.21, 15.1, 20.36][stratum]!,
		inside: (i * 31) % 10 < 4
	};
});

/** Variance of a weighted total by its definition: scores of all rows about their mean, 0 outside. */
const definedError = (scores: number[]): number => {
	const m = scores.length;
	const mean = sum(scores) / m;
	return Math.sqrt((m / (m - 1)) * sum(scores.map((z) => (z - mean) ** 2)));
};

describe('against the definition, row by row', () => {
	const domain = design.filter(({ inside }) => inside);
	const moments = momentsOf(
		domain.map(({ y }) => y),
		domain.map(({ w }) => w)
	);
	const weight = sum(domain.map(({ w }) => w));
	const mean = sum(domain.map(({ y, w }) => w * y)) / weight;

	test('the domain is a real part of the design', () => {
		expect(domain).toHaveLength(80);
		expect(new Set(domain.map(({ w }) => w)).size).toBe(3);
	});

	test('weightedMean', () => {
		const standardError = definedError(
			design.map(({ y, w, inside }) => (inside ? (w * (y - mean)) / weight : 0))
		);
		const margin = 1.9904502102301285 * standardError; // t quantile for 79 degrees of freedom
		near(weightedMean(moments, design.length), {
			value: mean,
			standardError,
			low: mean - margin,
			high: mean + margin
		});
	});

	test('totalOf', () => {
		const standardError = definedError(design.map(({ y, w, inside }) => (inside ? w * y : 0)));
		const value = mean * weight;
		const margin = 1.9719565442517533 * standardError; // 199 degrees of freedom
		near(totalOf(moments, design.length), {
			value,
			standardError,
			low: value - margin,
			high: value + margin
		});
	});
});

test('meanOf: worked by hand', () => {
	// mean 3, s² = 10/4, t with 4 degrees of freedom 2.7764451051977987
	const standardError = Math.sqrt(0.5);
	const margin = 2.7764451051977987 * standardError;
	near(meanOf(momentsOf([1, 2, 3, 4, 5])), {
		value: 3,
		standardError,
		low: 3 - margin,
		high: 3 + margin
	});
});

test('one answer has a value and nothing else', () => {
	const alone = { value: 7, low: null, high: null, standardError: null };
	expect(meanOf(momentsOf([7]))).toEqual(alone);
	expect(weightedMean(momentsOf([7], [3]), 20)).toEqual(alone);
	expect(totalOf(momentsOf([7], [3]), 1)).toEqual({ ...alone, value: 21 });
	expect(npsOf(momentsOf([100]))).toEqual({ ...alone, value: 100 });
	expect(weightedNps(momentsOf([-100], [3]), 20)).toEqual({ ...alone, value: -100 });
});

test('one answer among many still has a total with an error', () => {
	// scores 21 and nineteen zeros: Σz² − (Σz)²/20 = 441 · 0.95
	near(totalOf(momentsOf([7], [3]), 20), {
		value: 21,
		standardError: Math.sqrt((20 / 19) * 441 * 0.95)
	});
});

test('equal values have an error of 0', () => {
	const estimate = { value: 4, low: 4, high: 4, standardError: 0 };
	expect(meanOf(momentsOf([4, 4, 4]))).toEqual(estimate);
	expect(weightedMean(momentsOf([4, 4, 4], [1, 2, 5]), 30)).toEqual(estimate);
	expect(npsOf(momentsOf([100, 100]))).toEqual({
		value: 100,
		low: 100,
		high: 100,
		standardError: 0
	});
});

test('no answers, weights where there should be none, and too small a design are refused', () => {
	const none = momentsOf([]);
	const weighted = momentsOf([1, 2], [1, 2]);
	expect(() => meanOf(none)).toThrow(RangeError);
	expect(() => npsOf(none)).toThrow(RangeError);
	expect(() => weightedMean(none, 5)).toThrow(RangeError);
	expect(() => weightedNps(none, 5)).toThrow(RangeError);
	expect(() => totalOf(none, 5)).toThrow(RangeError);
	expect(() => meanOf(weighted)).toThrow(RangeError);
	expect(() => npsOf(weighted)).toThrow(RangeError);
	expect(() => weightedMean(weighted, 1)).toThrow(RangeError);
	expect(() => totalOf(weighted, 1)).toThrow(RangeError);
});
