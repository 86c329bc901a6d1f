import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poissonRate } from './index';
import { poissonPValue } from './rate';
import { expectNear } from './testing';

const near = expectNear(1e-9);

/** P(X ≤ x) of a Poisson variable, summed term by term. */
const atMost = (x: number, mean: number): number => {
	let sum = 0;
	for (let k = 0, term = Math.exp(-mean); k <= x; k++, term *= mean / k) sum += term;
	return sum;
};

test('the limits leave 2.5 % in each tail', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 300 }), (cases) => {
			const { low, high } = poissonRate(cases, 1);
			if (cases > 0) expect(1 - atMost(cases - 1, low)).toBeCloseTo(0.025, 10);
			expect(atMost(cases, high)).toBeCloseTo(0.025, 10);
		})
	);
});

test('no cases: from 0 to −ln 0.025 per base', () => {
	near(poissonRate(0, 2), { value: 0, low: 0, high: -Math.log(0.025) / 2, standardError: 0 });
});

test('per unit of base, at any level', () => {
	near(poissonRate(9, 4.5), { value: 2, standardError: 3 / 4.5 });
	const { low, high } = poissonRate(9, 4.5, 0.8);
	near({ tail: atMost(9, high * 4.5) }, { tail: 0.1 });
	near({ tail: 1 - atMost(8, low * 4.5) }, { tail: 0.1 });
});

test('what cannot be counted is refused', () => {
	for (const cases of [-1, 1.5, NaN, Infinity]) {
		expect(() => poissonRate(cases, 1)).toThrow(RangeError);
		expect(() => poissonPValue(1, 1, cases, 1)).toThrow(RangeError);
	}
	for (const base of [0, -1, NaN, Infinity]) {
		expect(() => poissonRate(1, base)).toThrow(RangeError);
		expect(() => poissonPValue(1, 1, 1, base)).toThrow(RangeError);
	}
	expect(() => poissonRate(1, 1, 1)).toThrow(RangeError);
});

test('equal rates: worked by hand', () => {
	// 5 of 6 cases on half of the base: the outcomes 0, 1, 5 and 6 are no likelier: (1 + 6 + 6 + 1)/64
	near({ p: poissonPValue(5, 3, 1, 3) }, { p: 14 / 64 });
	// 0 of 2 cases on a third: 0 (4/9), 1 (4/9, a tie) and 2 (1/9) are all no likelier
	near({ p: poissonPValue(0, 1, 2, 2) }, { p: 1 });
	// 2 of 2 cases on a third
	near({ p: poissonPValue(2, 1, 0, 2) }, { p: 1 / 9 });
	expect(poissonPValue(0, 1, 0, 5)).toBe(1);
});

test('a great many cases', () => {
	// SciPy 1.17.1: binomtest(500900, 1000000).pvalue
	expectNear(1e-7)({ p: poissonPValue(500900, 1, 499100, 1) }, { p: 0.07201862767647761 });
	// binomtest(100400, 300000, 1 / 3).pvalue
	expectNear(1e-7)({ p: poissonPValue(100400, 2, 199600, 4) }, { p: 0.12133564127266994 });
	expect(poissonPValue(1000000, 1, 0, 1)).toBe(0);
});

test('the order of the two groups does not matter', () => {
	const cases = fc.integer({ min: 0, max: 100 });
	const base = fc.double({ min: 0.5, max: 10, noNaN: true });
	fc.assert(
		fc.property(cases, base, cases, base, (x1, base1, x2, base2) => {
			const p = poissonPValue(x1, base1, x2, base2);
			expect(p).toBeGreaterThan(0);
			expect(p).toBeLessThanOrEqual(1);
			near({ p: poissonPValue(x2, base2, x1, base1) }, { p });
		})
	);
});
