import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from './index';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

test('in the order given', () => {
	expect(benjaminiHochberg([0.04, 0.01, 0.03])).toEqual([0.04, 0.03, 0.04]);
	expect(benjaminiHochberg([0.9, 0.01])).toEqual([0.9, 0.02]);
});

test('one or no p value stays as it is', () => {
	expect(benjaminiHochberg([0.03])).toEqual([0.03]);
	expect(benjaminiHochberg([])).toEqual([]);
});

test('the smallest m·p/rank of a p value and all above it', () => {
	fc.assert(
		fc.property(pValues, (p) => {
			const sorted = [...p].sort((a, b) => a - b);
			const defined = p.map((own) =>
				Math.min(1, ...sorted.map((v, i) => (v >= own ? (v * p.length) / (i + 1) : 1)))
			);
			expect(benjaminiHochberg(p)).toEqual(defined);
		})
	);
});

test('what is no p value is refused', () => {
	for (const p of [-0.1, 1.1, NaN]) {
		expect(() => benjaminiHochberg([0.5, p])).toThrow(RangeError);
	}
});
