import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addMoments,
	clopperPearson,
	kishEffectiveSize,
	momentsOf,
	shareOf,
	subtractMoments,
	weightedShare,
	wilson
} from './index';
import { expectNear, repeated } from './testing';

const near = expectNear(1e-9);
const counts = fc
	.integer({ min: 1, max: 5000 })
	.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });

/** P(X ≤ x) of a binomial, summed term by term. */
const atMost = (x: number, n: number, p: number): number => {
	let sum = 0;
	for (let k = 0, term = (1 - p) ** n; k <= x; k++) {
		sum += term;
		term *= ((n - k) / (k + 1)) * (p / (1 - p));
	}
	return sum;
};

test('the limits of Wilson are the shares that the score test just does not reject', () => {
	fc.assert(
		fc.property(counts, ([x, n]) => {
			const { low, high } = wilson(x, n);
			for (const limit of [low, high]) {
				if (limit === 0 || limit === 1) continue;
				const z = Math.abs(x / n - limit) / Math.sqrt((limit * (1 - limit)) / n);
				near({ z }, { z: 1.959963984540054 });
			}
		})
	);
});

test('the limits of Clopper and Pearson leave 2.5 % in each tail', () => {
	for (const [x, n] of [
		[3, 20],
		[12, 15],
		[40, 90]
	] as const) {
		const { low, high } = clopperPearson(x, n);
		near({ tail: 1 - atMost(x - 1, n, low) }, { tail: 0.025 });
		near({ tail: atMost(x, n, high) }, { tail: 0.025 });
	}
});

test('intervals hold the share, stay in 0 to 1 and widen with the level', () => {
	fc.assert(
		fc.property(counts, level, ([x, n], at) => {
			for (const interval of [wilson, clopperPearson]) {
				const { low, high } = interval(x, n, at);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(x / n);
				expect(high).toBeGreaterThanOrEqual(x / n);
				expect(high).toBeLessThanOrEqual(1);
				const wider = interval(x, n, (1 + at) / 2);
				expect(wider.high - wider.low).toBeGreaterThan(high - low);
			}
		})
	);
});

test('intervals shrink when n is quadrupled', () => {
	fc.assert(
		fc.property(counts, ([x, n]) => {
			for (const interval of [wilson, clopperPearson]) {
				const once = interval(x, n);
				const four = interval(4 * x, 4 * n);
				expect(four.high - four.low).toBeLessThan(once.high - once.low);
			}
		})
	);
});

test('what is no count or no level is refused', () => {
	for (const interval of [wilson, clopperPearson]) {
		for (const [x, n] of [
			[0, 0],
			[0, -1],
			[-1, 5],
			[6, 5],
			[NaN, 5],
			[1, NaN],
			[1, Infinity]
		] as const) {
			expect(() => interval(x, n)).toThrow(RangeError);
		}
		expect(() => interval(1, 5, 95)).toThrow(RangeError);
	}
});

test('shareOf', () => {
	near(shareOf(momentsOf([1, 0, 0, 1, 1])), {
		value: 0.6,
		...wilson(3, 5),
		standardError: Math.sqrt(0.24 / 5)
	});
	expect(shareOf(momentsOf([1]))).toEqual({ value: 1, ...wilson(1, 1), standardError: 0 });
	expect(shareOf(momentsOf([0, 0]))).toEqual({ value: 0, ...wilson(0, 2), standardError: 0 });
});

test('no answers, other values than 0 and 1, and too small a design are refused', () => {
	expect(() => shareOf(momentsOf([]))).toThrow(RangeError);
	expect(() => weightedShare(momentsOf([]), 5)).toThrow(RangeError);
	expect(() => shareOf(momentsOf([1, 2]))).toThrow(RangeError);
	expect(() => weightedShare(momentsOf([1, 50, 0]), 5)).toThrow(RangeError);
	expect(() => weightedShare(momentsOf([1, 0, 0]), 2)).toThrow(RangeError);
	expect(() => weightedShare(momentsOf([1, 0, 0]), 3.5)).toThrow(RangeError);
});

test('weighted answers have no unweighted share', () => {
	expect(() => shareOf(momentsOf([1, 0], [2, 2]))).toThrow(RangeError);
	expect(() => shareOf(momentsOf([1, 0], [0.5, 1.5]))).toThrow(RangeError);
});

test('weightedShare: worked by hand', () => {
	// p = 3/5; scores w(y − p): 2 · 0.4, 1 · 0.4, 2 · −0.6; squares 0.64 + 0.16 + 1.44 = 2.24
	const estimate = weightedShare(momentsOf([1, 1, 0], [2, 1, 2]), 11);
	const standardError = Math.sqrt(1.1 * 2.24) / 5;
	const margin = (4.302652729749462 * standardError) / 0.24;
	const expit = (x: number): number => 1 / (1 + Math.exp(-x));
	near(estimate, {
		value: 0.6,
		standardError,
		low: expit(Math.log(1.5) - margin),
		high: expit(Math.log(1.5) + margin)
	});
});

test('alike answers fall back to Wilson on the effective size', () => {
	const weights = [0.7, 1.9, 1.1, 0.3];
	const ones = momentsOf([1, 1, 1, 1], weights);
	const size = kishEffectiveSize(ones);
	expect(size).toBeLessThan(3.2);
	expect(weightedShare(ones, 9)).toEqual({ value: 1, ...wilson(size, size), standardError: 0 });
	const zeros = momentsOf([0, 0, 0, 0], weights);
	expect(weightedShare(zeros, 9)).toEqual({ value: 0, ...wilson(0, size), standardError: 0 });
	expect(weightedShare(momentsOf([1], [3]), 1)).toEqual({
		value: 1,
		...wilson(1, 1),
		standardError: 0
	});
});

test('what rounding leaves of a difference is no answer', () => {
	const weights = Array.from({ length: 3000 }, (_, i) => 0.1 + (i % 7) / 3);
	const mixed = momentsOf(
		weights.map((_, i) => Number(i % 3 === 0)),
		weights
	);
	const ones = momentsOf([1, 1, 1], [0.1, 0.7, 7 / 37]);
	const rest = subtractMoments(addMoments(ones, mixed), mixed);
	expect(rest.swy / rest.sw).not.toBe(1);
	expect(weightedShare(rest, 4000).value).toBe(1);
});

const answers = fc
	.array(fc.tuple(fc.boolean(), fc.double({ min: 0.05, max: 20, noNaN: true })), {
		minLength: 1,
		maxLength: 60
	})
	.map((rows) => ({ values: rows.map(([y]) => Number(y)), weights: rows.map(([, w]) => w) }));

test('the scale of the weights does not matter', () => {
	fc.assert(
		fc.property(answers, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (rows, factor) => {
			const scaled = rows.weights.map((w) => w * factor);
			near(
				weightedShare(momentsOf(rows.values, scaled), 100),
				weightedShare(momentsOf(rows.values, rows.weights), 100)
			);
		})
	);
});

test('a weighted interval holds its share, lies in 0 to 1 and shrinks when n is quadrupled', () => {
	fc.assert(
		fc.property(answers, ({ values, weights }) => {
			const once = momentsOf(values, weights);
			const twice = addMoments(once, once);
			const { value, low, high } = weightedShare(once, 100);
			expect(low).toBeGreaterThanOrEqual(0);
			expect(high).toBeLessThanOrEqual(1);
			expect(value).toBeGreaterThanOrEqual(low);
			expect(value).toBeLessThanOrEqual(high);
			const four = weightedShare(addMoments(twice, twice), 400);
			expect(four.high - four.low).toBeLessThan(high - low);
		})
	);
});

test('equal weights give the unweighted share and nearly its error', () => {
	const values = repeated([1, 30], [0, 70]);
	const { value, standardError } = weightedShare(momentsOf(values, repeated([2.5, 100])), 100);
	near({ value, standardError }, { value: 0.3, standardError: Math.sqrt((0.3 * 0.7) / 99) });
});
