import { describe, expect, test } from 'vitest';
import type { IndicatorRow } from '../domain';
import { hiddenShare, protect } from './protect';
import { estimate, HIDDEN, row, result, grid, protections } from './protect.fixture';

describe('small cells', () => {
	test.each([
		['new-cases', 5],
		['success-share', 5],
		['satisfied-overall', 10],
		['response-rate', 10]
	])('%s is shown from %i', (indicator, minimum) => {
		const found = protect(
			result([row(indicator, {}, minimum - 1), row(indicator, {}, minimum)], []),
			{ audience: 'inside' }
		).rows;
		expect(found[0]?.estimate).toEqual({ ...HIDDEN, protection: 'small-cell' });
		expect(found[1]?.estimate).toEqual(estimate(minimum));
	});

	test('everything that could be worked back goes with the value', () => {
		for (const audience of ['inside', 'handing-over'] as const)
			for (const { estimate } of protect(
				grid([
					[3, 20],
					[30, 40]
				]),
				{ audience }
			).rows)
				if (estimate.value === null) expect(estimate).toMatchObject(HIDDEN);
	});

	test('a zero of cases is nobody and is shown; a zero of answers is no base', () => {
		expect(
			protect(result([row('new-cases', {}, 0)], []), { audience: 'handing-over' }).rows[0]?.estimate
		).toEqual(estimate(0));
		const none: IndicatorRow = {
			indicator: 'nps',
			dimensions: {},
			estimate: { ...estimate(0), protection: 'no-base', value: null }
		};
		const known: IndicatorRow = {
			indicator: 'response-rate',
			dimensions: {},
			estimate: { ...estimate(7), value: null, protection: 'no-base' }
		};
		for (const one of protect(result([none, known], []), { audience: 'inside' }).rows)
			expect(one.estimate).toEqual({ ...HIDDEN, protection: 'no-base' });
	});

	test('the command line may ask for another minimum, or none', () => {
		expect(protections(protect(grid([[1, 4]]), { audience: 'inside', minimumBase: 0 }))).toEqual([
			'open',
			'open'
		]);
		expect(protections(protect(grid([[1, 4]]), { audience: 'inside', minimumBase: 4 }))).toEqual([
			'small-cell',
			'open'
		]);
	});

	test('something hidden is said', () => {
		expect(protect(grid([[1, 40]]), { audience: 'inside' }).notes).toEqual(['hidden-cells']);
		expect(protect(grid([[10, 40]]), { audience: 'inside' }).notes).toEqual([]);
	});
});

test('hiddenShare', () => {
	expect(hiddenShare(protect(grid([[1, 20, 30, 0]]), { audience: 'inside' }))).toBe(0.25);
	expect(hiddenShare(protect(grid([[10, 20]]), { audience: 'inside' }))).toBe(0);
	expect(hiddenShare(result([], []))).toBe(0);
});
