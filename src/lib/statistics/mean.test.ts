import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addMoments,
	meanOf,
	momentsOf,
	npsOf,
	totalOf,
	weightedMean,
	weightedNps,
	type PointEstimate
} from './index';
import { expectNear, repeated } from './testing';

const near = expectNear(1e-9);
const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);

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

/** From −1000 to 1000, in thousandths: no denormal numbers, whose squares vanish. */
const number = fc.integer({ min: -1e6, max: 1e6 }).map((thousandths) => thousandths / 1000);
const values = fc.array(number, {
	minLength: 2,
	maxLength: 50
});
const rows = fc
	.array(fc.tuple(number, fc.double({ min: 0.05, max: 20, noNaN: true })), {
		minLength: 2,
		maxLength: 50
	})
	.map((list) => ({ values: list.map(([y]) => y), weights: list.map(([, w]) => w) }));

const width = ({ low, high }: PointEstimate): number => (high ?? NaN) - (low ?? NaN);
/** Rounding that sums of squares up to 10⁶ may leave in a standard error. */
const ROUNDING = 1e-4;

const expectHeld = ({ value, low, high }: PointEstimate): void => {
	expect(low).toBeLessThanOrEqual(value);
	expect(high).toBeGreaterThanOrEqual(value);
};

test('equal weights in a design without others give s/√n', () => {
	fc.assert(
		fc.property(values, fc.double({ min: 0.1, max: 10, noNaN: true }), (list, w) => {
			const n = list.length;
			const mean = sum(list) / n;
			const s = Math.sqrt(sum(list.map((y) => (y - mean) ** 2)) / (n - 1));
			fc.pre(s > 1);
			const weighted = weightedMean(
				momentsOf(
					list,
					list.map(() => w)
				),
				n
			);
			const unweighted = meanOf(momentsOf(list));
			expect(weighted.standardError).toBeCloseTo(s / Math.sqrt(n), 8);
			expect(unweighted.standardError).toBeCloseTo(s / Math.sqrt(n), 8);
			expect(weighted.low).toBeCloseTo(unweighted.low ?? NaN, 6);
		})
	);
});

test('the scale of the weights does not matter to a mean, and carries through to a total', () => {
	fc.assert(
		fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (list, factor) => {
			const plain = momentsOf(list.values, list.weights);
			const scaled = momentsOf(
				list.values,
				list.weights.map((w) => w * factor)
			);
			const mean = weightedMean(scaled, 60);
			expect(mean.value).toBeCloseTo(weightedMean(plain, 60).value, 8);
			expect(mean.standardError).toBeCloseTo(weightedMean(plain, 60).standardError ?? NaN, 3);
			expectNear(1e-6)(
				{ error: totalOf(scaled, 60).standardError },
				{ error: (totalOf(plain, 60).standardError ?? NaN) * factor }
			);
		})
	);
});

test('intervals hold the estimate and shrink when n is quadrupled', () => {
	fc.assert(
		fc.property(rows, ({ values, weights }) => {
			const twice = (m: ReturnType<typeof momentsOf>): typeof m => addMoments(m, m);
			const weighted = momentsOf(values, weights);
			const unweighted = momentsOf(values);
			expectHeld(weightedMean(weighted, 60));
			expectHeld(meanOf(unweighted));
			expectHeld(totalOf(weighted, 60));
			const error = meanOf(unweighted).standardError ?? 0;
			fc.pre(error > ROUNDING && (weightedMean(weighted, 60).standardError ?? 0) > ROUNDING);
			expect(width(meanOf(twice(twice(unweighted))))).toBeLessThan(width(meanOf(unweighted)));
			expect(width(weightedMean(twice(twice(weighted)), 240))).toBeLessThan(
				width(weightedMean(weighted, 60))
			);
		})
	);
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

describe('values far from zero', () => {
	test('whole numbers keep their spread exactly: cents near ten thousand euros', () => {
		const list = repeated([1_000_000, 1000], [1_000_001, 1000]);
		const standardError = Math.sqrt(0.25 / 1999);
		expectNear(1e-14)(meanOf(momentsOf(list)), { value: 1_000_000.5, standardError });
		const weighted = momentsOf(
			list,
			list.map(() => 2)
		);
		expectNear(1e-14)(weightedMean(weighted, 2000), { standardError });
	});

	test('also where the mean is no whole number', () => {
		// Σ(y − ȳ)² = 1000 · (16 + 1 + 25)/9
		const list = repeated([1_000_000, 1000], [1_000_001, 1000], [1_000_003, 1000]);
		const standardError = Math.sqrt(14000 / 3 / 2999 / 3000);
		expectNear(1e-12)(meanOf(momentsOf(list)), { standardError });
	});

	test('fractions keep what the documented limit leaves', () => {
		const list = repeated([1e6 + 0.1, 50], [1e6 + 1.3, 50]);
		expectNear(5e-3)(meanOf(momentsOf(list)), { standardError: 0.6 / Math.sqrt(99) });
	});

	test('a spread that is lost gives 0 or next to it, never NaN', () => {
		fc.assert(
			fc.property(
				// A square below the smallest double is lost in the sums before anything is estimated.
				fc
					.double({ min: -1e9, max: 1e9, noNaN: true })
					.filter((y) => y === 0 || Math.abs(y) > 1e-100),
				fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 2 }),
				(y, weights) => {
					const moments = momentsOf(
						weights.map(() => y),
						weights
					);
					const error = weightedMean(moments, weights.length).standardError;
					expect(error).toBeLessThanOrEqual(1e-6 * Math.abs(y));
				}
			)
		);
	});
});

describe('net promoter score', () => {
	test('the error is √((P + D − NPS²)/(n − 1)) in points', () => {
		const P = 9 / 20;
		const D = 4 / 20;
		const standardError = 100 * Math.sqrt((P + D - (P - D) ** 2) / 19);
		const moments = momentsOf(repeated([100, 9], [0, 7], [-100, 4]));
		near(npsOf(moments), { value: 25, standardError });
		near(weightedNps(moments, 20), { value: 25, standardError });
	});

	test('the interval is cut at the ends of the score', () => {
		const high = npsOf(momentsOf(repeated([100, 4], [0, 1])));
		expect(high.high).toBe(100);
		expect(high.low).toBeLessThan(80);
		expect(weightedNps(momentsOf([-100, -100, 0], [1, 1, 1.5]), 10).low).toBe(-100);
	});

	test('weights count', () => {
		near(weightedNps(momentsOf([100, -100], [3, 1]), 10), { value: 50 });
	});
});
