import fc from 'fast-check';
import { expect, test } from 'vitest';
import { achievedMargin, requiredSample } from './index';

test('the example of the standard: 9,500 dwellings at ± 4 %', () => {
	expect(requiredSample(9500, 0.04)).toBe(565);
});

test('a population without end needs n₀', () => {
	expect(requiredSample(1e12, 0.05)).toBe(385);
	expect(achievedMargin(385, 1e12)).toBeCloseTo(0.98 / Math.sqrt(385), 8);
});

test('a margin with finite population correction', () => {
	expect(achievedMargin(25, 26)).toBeCloseTo(0.0392, 12); // 1.96 · √(0.01 · 1/25)
	expect(achievedMargin(1, 2)).toBeCloseTo(0.98, 12); // 1.96 · √(0.25 · 1/1)
});

test('everyone of a small population', () => {
	expect(requiredSample(1, 0.05)).toBe(1);
	expect(achievedMargin(1, 1)).toBe(0);
	expect(achievedMargin(50, 50)).toBe(0);
});

test('the sample required reaches its margin, and 2 % fewer answers do not', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 500, max: 100000 }),
			fc.double({ min: 0.02, max: 0.06, noNaN: true }),
			(population, margin) => {
				const n = requiredSample(population, margin);
				expect(achievedMargin(n, population)).toBeLessThan(margin * 1.0011);
				expect(achievedMargin(Math.floor(0.98 * n) - 1, population)).toBeGreaterThan(margin);
			}
		)
	);
});

test('what is no population, margin or sample is refused', () => {
	for (const population of [0, -5, NaN]) {
		expect(() => requiredSample(population, 0.05)).toThrow(RangeError);
	}
	for (const margin of [0, 1, 5, NaN]) {
		expect(() => requiredSample(100, margin)).toThrow(RangeError);
	}
	for (const n of [0, 101, NaN]) expect(() => achievedMargin(n, 100)).toThrow(RangeError);
});
