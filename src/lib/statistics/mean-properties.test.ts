import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMoments, meanOf, momentsOf, totalOf, weightedMean, type PointEstimate } from './index';
import { expectNear, sum } from './testing';

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
