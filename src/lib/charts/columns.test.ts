import { expect, it } from 'vitest';
import { chartModel, type StackedModel } from '../presentation';
import { estimate, resultOf, row } from '../presentation/testing';
import { paled } from './columns';

it('draws the column of a period that is not over paler than the others', () => {
	const periods = ['2026-07-01', '2026-10-01'];
	const rows = periods.map((period) => row('new-cases', { period }, estimate(9)));
	const categories = (notes: 'incomplete-period'[]) =>
		(
			chartModel(
				'stackedBars',
				resultOf(rows, { period: 'calendarQuarter', notes })
			) as StackedModel
		).categories;
	const [before, last] = categories(['incomplete-period']);
	expect(paled(9, before!, {})).toBe(9);
	expect(paled(9, last!, {})).toMatchObject({
		value: 9,
		itemStyle: { opacity: expect.any(Number) as number }
	});
	expect(paled(9, categories([])[1]!, {})).toBe(9);
	expect(paled(null, last!, {})).toBeNull();
});
