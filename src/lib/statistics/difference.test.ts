import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	meanOf,
	momentsOf,
	newcombe,
	poissonDifference,
	poissonRate,
	twoProportionsTest,
	waldDifference,
	welch,
	wilson
} from './index';
import { expectNear } from './testing';

const near = expectNear(1e-9);
const Z = 1.959963984540054;
const counts = fc
	.integer({ min: 1, max: 1000 })
	.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const certain = (value: number, standardError: number | null) => ({
	value,
	low: null,
	high: null,
	standardError
});

test('Newcombe turns around with its groups and holds the difference', () => {
	fc.assert(
		fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
			const { difference, low, high } = newcombe(x1, n1, x2, n2);
			const turned = newcombe(x2, n2, x1, n1);
			expect(turned.difference).toBeCloseTo(-difference, 12);
			expect(turned.low).toBeCloseTo(-high, 12);
			expect(low).toBeLessThanOrEqual(difference);
			expect(high).toBeGreaterThanOrEqual(difference);
			expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
			expect(high).toBeLessThanOrEqual(1 + 1e-12);
		})
	);
});

test('Newcombe at another level uses Wilson at that level', () => {
	const a = wilson(9, 10, 0.8);
	const b = wilson(3, 10, 0.8);
	near(newcombe(9, 10, 3, 10, 0.8), {
		low: 0.6 - Math.sqrt((0.9 - a.low) ** 2 + (b.high - 0.3) ** 2)
	});
});

test('two shares that are both 0 or both 1 do not differ', () => {
	expect(twoProportionsTest(0, 20, 0, 7)).toEqual({ z: 0, p: 1 });
	expect(twoProportionsTest(20, 20, 7, 7)).toEqual({ z: 0, p: 1 });
	expect(twoProportionsTest(20, 20, 0, 7).p).toBeLessThan(1e-6);
});

test('the test of two shares has a sign and refuses what is no count', () => {
	expect(twoProportionsTest(1, 10, 5, 10).z).toBeLessThan(0);
	expect(() => twoProportionsTest(1, 0, 5, 10)).toThrow(RangeError);
	expect(() => twoProportionsTest(1, 10, 11, 10)).toThrow(RangeError);
	expect(() => newcombe(0, 0, 5, 10)).toThrow(RangeError);
});

test('Welch against SciPy 1.17.1, ttest_ind(equal_var=False)', () => {
	const a = momentsOf([27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19]);
	const b = momentsOf([27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1]);
	near(welch(a, b), {
		difference: -2.375641025641034,
		low: -4.495157702168582,
		high: -0.2561243491134717,
		p: 0.029794997652030822
	});
});

test('Welch with a group of one answer knows the difference only', () => {
	const nothing = { low: null, high: null, p: null };
	expect(welch(momentsOf([1, 2, 3]), momentsOf([5]))).toEqual({ difference: -3, ...nothing });
	expect(() => welch(momentsOf([1, 2, 3]), momentsOf([]))).toThrow(RangeError);
	expect(() => welch(momentsOf([1, 2], [1, 2]), momentsOf([1, 2]))).toThrow(RangeError);
});

test('Welch where no value differs within the groups', () => {
	const fours = momentsOf([4, 4, 4]);
	expect(welch(fours, momentsOf([4, 4]))).toEqual({ difference: 0, low: null, high: null, p: 1 });
	expect(welch(momentsOf([0, 0]), momentsOf([0, 0, 0])).p).toBe(1);
	expect(welch(fours, momentsOf([5, 5]))).toEqual({
		difference: -1,
		low: null,
		high: null,
		p: null
	});
});

test('Welch with one constant group has the degrees of freedom of the other', () => {
	const { low } = welch(momentsOf([1, 2, 3, 4, 5]), momentsOf([0, 0, 0]));
	expect(low).toBeCloseTo(meanOf(momentsOf([1, 2, 3, 4, 5])).low ?? NaN, 12);
});

test('waldDifference is a z test', () => {
	// standard error 5, z = 2
	near(waldDifference(certain(30, 3), certain(20, 4)), {
		difference: 10,
		low: 10 - 5 * Z,
		high: 10 + 5 * Z,
		p: 0.04550026389635839
	});
});

test('waldDifference with degrees of freedom is a t test', () => {
	// (9 + 16)² / (9²/9 + 16²/16) = 25
	near(waldDifference({ ...certain(30, 3), df: 9 }, { ...certain(20, 4), df: 16 }), {
		low: 10 - 5 * 2.0595385527532972,
		p: 0.0564759804268972
	});
	// 625 / (81/9)
	near(waldDifference({ ...certain(30, 3), df: 9 }, certain(20, 4)), {
		p: 0.04941285152276505
	});
});

test('waldDifference without an error, or without freedom, tests nothing', () => {
	const nothing = { difference: 1, low: null, high: null, p: null };
	expect(waldDifference(certain(3, null), certain(2, 1))).toEqual(nothing);
	expect(waldDifference(certain(3, 1), certain(2, null))).toEqual(nothing);
	expect(waldDifference(certain(3, 0), certain(2, 0))).toEqual(nothing);
	expect(waldDifference({ ...certain(3, 0), df: 0 }, certain(2, 1))).toEqual(nothing);
	expect(waldDifference(certain(0.1 + 0.2, 0), certain(0.3, 0)).p).toBe(1);
});

test('the interval of a Wald difference holds 0 exactly when p is above 0.05', () => {
	const number = fc.double({ min: -100, max: 100, noNaN: true });
	const error = fc.double({ min: 0.1, max: 50, noNaN: true });
	const df = fc.double({ min: 1, max: 1000, noNaN: true });
	fc.assert(
		fc.property(number, error, number, error, df, (a, seA, b, seB, freedom) => {
			const { low, high, p } = waldDifference(
				{ ...certain(a, seA), df: freedom },
				{ ...certain(b, seB), df: freedom }
			);
			fc.pre(Math.abs((p ?? NaN) - 0.05) > 1e-9);
			expect((low ?? NaN) < 0 && (high ?? NaN) > 0).toBe((p ?? NaN) > 0.05);
		})
	);
});

test('a difference of rates recovers the single interval beside a base without end', () => {
	const { low, high } = poissonRate(17, 1.25);
	const beside = poissonDifference(17, 1.25, 0, 1e12);
	near(beside, { difference: 13.6, low, high });
});

test('a difference of rates: worked by hand from Garwood’s table', () => {
	// 10 cases: 4.795389 to 18.390356; 5 cases: 1.623486 to 11.668332; bases 2 and 1
	const { difference, low, high, p } = poissonDifference(10, 2, 5, 1);
	expect(difference).toBe(0);
	expect(low).toBeCloseTo(-Math.hypot(5 - 4.795389 / 2, 11.668332 - 5), 5);
	expect(high).toBeCloseTo(Math.hypot(18.390356 / 2 - 5, 5 - 1.623486), 5);
	expect(p).toBe(1);
});

test('no cases on either side, and no base', () => {
	const { difference, low, high, p } = poissonDifference(0, 1, 0, 2);
	expect([difference, p]).toEqual([0, 1]);
	near({ low, high }, { low: Math.log(0.025) / 2, high: -Math.log(0.025) });
	expect(() => poissonDifference(1, 0, 1, 1)).toThrow(RangeError);
	expect(() => poissonDifference(1, 1, 1.5, 1)).toThrow(RangeError);
});
