import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundScale, scaleOfUnit } from './scale';

it('covers the values with round ends in few steps', () => {
	expect(roundScale([46, 78])).toEqual({ min: 40, max: 80, interval: 10 });
	expect(roundScale([3, 14], { zero: true, whole: true })).toMatchObject({ min: 0, interval: 5 });
	expect(roundScale([99, 99.5], { bounds: [0, 100] }).max).toBeLessThanOrEqual(100);
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
			const { min, max, interval } = roundScale(values);
			expect(min).toBeLessThanOrEqual(Math.min(...values));
			expect(max).toBeGreaterThanOrEqual(Math.max(...values));
			expect((max - min) / interval).toBeLessThanOrEqual(9);
			expect(max).toBeGreaterThan(min);
		})
	);
});

it('has the same measure on the same scale, and shows little as little', () => {
	expect(scaleOfUnit('index', [58, 72])).toEqual(scaleOfUnit('index', [64, 72]));
	expect(scaleOfUnit('percent', [27, 32])).toEqual({ min: 0, max: 50, interval: 10 });
	expect(scaleOfUnit('percent', [43, 71])).toEqual({ min: 0, max: 100, interval: 20 });
	expect(scaleOfUnit('index', [12, 72])).toEqual({ min: 0, max: 100, interval: 20 });
	expect(scaleOfUnit('nps', [-5, 28])).toEqual(scaleOfUnit('nps', [-14, 13]));
	expect(scaleOfUnit('per-1000-dwellings', [47, 103]).min).toBe(0);
	expect(scaleOfUnit('points', [3.1, 3.4]).min).toBeGreaterThan(2);
});
