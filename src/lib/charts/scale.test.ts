import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundScale } from './scale';

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
