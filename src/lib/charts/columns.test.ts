import { expect, it } from 'vitest';
import type { IndicatorResult } from '../domain';
import { paled } from './columns';

const result = (notes: IndicatorResult['notes']): IndicatorResult => ({
	audience: 'inside',
	query: { indicators: ['new-cases'], by: ['period'], period: 'calendarQuarter', filters: {} },
	definitions: [],
	rows: [],
	members: {
		period: ['2026-07-01', '2026-10-01'].map((value) => ({ value, label: value }))
	},
	waves: {},
	items: {},
	breaks: [],
	unsettled: [],
	notes
});

it('draws the column of a period that is not over paler than the others', () => {
	const unfinished = result(['incomplete-period']);
	expect(paled(9, '2026-07-01', {}, unfinished)).toBe(9);
	expect(paled(9, '2026-10-01', {}, unfinished)).toMatchObject({
		value: 9,
		itemStyle: { opacity: expect.any(Number) as number }
	});
	expect(paled(9, '2026-10-01', {}, result([]))).toBe(9);
	expect(paled(null, '2026-10-01', {}, unfinished)).toBeNull();
});
