import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filledSpans } from './rows';

it('leaves no hole at the end of a row', () => {
	expect(filledSpans([6, 6, 8, 4])).toEqual([6, 6, 8, 4]);
	expect(filledSpans([6])).toEqual([12]);
	expect(filledSpans([8, 6, 6])).toEqual([12, 6, 6]);
	expect(filledSpans([4, 4])).toEqual([4, 8]);
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }), (spans) => {
			const filled = filledSpans(spans);
			let taken = 0;
			for (const [at, span] of filled.entries()) {
				expect(span).toBeGreaterThanOrEqual(spans[at]!);
				taken += span;
				expect(taken).toBeLessThanOrEqual(12);
				if (taken === 12) taken = 0;
			}
			expect(taken).toBe(0);
		})
	);
});
