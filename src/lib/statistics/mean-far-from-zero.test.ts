import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanOf, momentsOf, weightedMean } from './index';
import { expectNear, repeated } from './testing';

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
