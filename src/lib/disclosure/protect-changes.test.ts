import { describe, expect, test } from 'vitest';
import type { IndicatorRow } from '../domain';
import { protect } from './protect';
import { row, result } from './protect.fixture';

describe('changes', () => {
	const change = {
		against: 'previous-wave',
		difference: 0.1,
		low: 0,
		high: 0.2,
		pValue: 0.01,
		verdict: 'higher'
	} as const;
	const NONE = { difference: null, low: null, high: null, pValue: null, verdict: 'too-few' };
	const changed = (now: number, before: number) =>
		protect(
			result(
				[
					row('nps', { wave: '2022' }, before),
					{
						...row('nps', { wave: '2025' }, now),
						change: { ...change, reference: { wave: '2022' } }
					}
				],
				['wave']
			),
			{ audience: 'inside' }
		).rows[1]?.change;

	test('stay where both ends are shown', () =>
		expect(changed(10, 10)).toEqual({ ...change, reference: { wave: '2022' } }));
	test('go with their end', () => expect(changed(9, 10)).toMatchObject(NONE));
	test('go with their start', () => expect(changed(10, 9)).toMatchObject(NONE));
	test('go where there is no start', () => {
		const alone: IndicatorRow = {
			...row('nps', { wave: '2025' }, 99),
			change: { ...change, reference: null }
		};
		expect(
			protect(result([alone], ['wave']), { audience: 'inside' }).rows[0]?.change
		).toMatchObject(NONE);
	});
	test('go with an end that protects another', () => {
		const rest = { ...row('nps', { contrast: 'rest' }, 99) };
		const self: IndicatorRow = {
			...row('nps', { contrast: 'self' }, 3),
			change: { ...change, against: 'rest', reference: { contrast: 'rest' } }
		};
		for (const audience of ['inside', 'handing-over'] as const)
			expect(
				protect(result([self, rest], ['contrast']), { audience }).rows[0]?.change
			).toMatchObject(NONE);
	});
});
