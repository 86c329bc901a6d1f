import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMoments, kishEffectiveSize, momentsOf, subtractMoments } from './index';
import { expectNear } from './testing';

// whole numbers, so that sums are exact and equality may be asked for
const rows = fc.array(
	fc.record({ y: fc.integer({ min: -1000, max: 1000 }), w: fc.integer({ min: 1, max: 50 }) })
);
const of = (list: { y: number; w: number }[]): ReturnType<typeof momentsOf> =>
	momentsOf(
		list.map(({ y }) => y),
		list.map(({ w }) => w)
	);

test('sums of three rows', () => {
	expect(momentsOf([1, -2, 3], [2, 0.5, 1])).toEqual({
		n: 3,
		sw: 3.5,
		swy: 4,
		swyy: 13,
		sww: 5.25,
		swwy: 6.5,
		swwyy: 14
	});
});

test('weights of 1 unless given', () => {
	expect(momentsOf([5, 7])).toEqual(momentsOf([5, 7], [1, 1]));
});

test('no values give no sums', () => {
	expect(Object.values(momentsOf([]))).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test.each([
	[[1, 2], [1]],
	[[1], [0]],
	[[1], [-1]],
	[[1], [NaN]],
	[[1], [Infinity]],
	[[NaN], [1]],
	[[Infinity], [1]]
])('values %j with weights %j are refused', (values, weights) => {
	expect(() => momentsOf(values, weights)).toThrow(RangeError);
});

test('moments of two parts add up to those of the whole', () => {
	fc.assert(
		fc.property(rows, rows, (a, b) => {
			expect(addMoments(of(a), of(b))).toEqual(of([...a, ...b]));
		})
	);
});

test('subtracting undoes adding', () => {
	fc.assert(
		fc.property(rows, rows, (a, b) => {
			expect(subtractMoments(addMoments(of(a), of(b)), of(b))).toEqual(of(a));
		})
	);
});

test('nothing left is exactly nothing, whatever was rounded', () => {
	const whole = momentsOf([0.3, 0.1, 0.2], [0.7, 1.1, 1.3]);
	const part = momentsOf([0.2, 0.1, 0.3], [1.3, 1.1, 0.7]);
	expect(part.swy).not.toBe(whole.swy);
	expect(subtractMoments(whole, part)).toEqual(momentsOf([]));
});

test('a part is not larger than its whole', () => {
	expect(() => subtractMoments(momentsOf([1]), momentsOf([1, 1]))).toThrow(RangeError);
});

test('Kish’s size is n for equal weights, nearly 1 when one answer outweighs the rest', () => {
	expect(kishEffectiveSize(momentsOf([1, 2, 3, 4], [2.5, 2.5, 2.5, 2.5]))).toBe(4);
	expectNear(1e-12)(
		{ size: kishEffectiveSize(momentsOf([1, 2, 3], [1e9, 1, 1])) },
		{ size: (1e9 + 2) ** 2 / (1e18 + 2) }
	);
	expect(() => kishEffectiveSize(momentsOf([]))).toThrow(RangeError);
});

test('Kish’s size lies between 1 and n', () => {
	fc.assert(
		fc.property(rows, (list) => {
			fc.pre(list.length > 0);
			const size = kishEffectiveSize(of(list));
			expect(size).toBeGreaterThanOrEqual(1);
			expect(size).toBeLessThanOrEqual(list.length + 1e-9);
		})
	);
});
