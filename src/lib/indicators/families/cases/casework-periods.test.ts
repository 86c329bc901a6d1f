import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { poissonDifference } from '../../../statistics';
import { coarser, daysIn, overlap, periodsOf } from '../../cube/period';
import { ask } from '../../testing';
import { cases, COVERED, cut, dwellingYears, loadCasework, periodOf } from './casework.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadCasework(engine);
}, 60_000);
afterAll(() => engine.close());

describe('every figure from cases', () => {
	test('a part of a year is said to be one', async () => {
		const notes = async (period: 'year' | 'month') =>
			(await ask(engine, { indicators: ['new-cases'], by: ['period'], period })).notes;
		expect(await notes('year')).toEqual(['incomplete-period']);
		expect(await notes('month')).toEqual([]);
	});

	test('a year is compared with the year before, a part of a year as a part', async () => {
		const { rows } = await ask(engine, {
			indicators: ['new-cases-rate', 'success-share', 'new-cases'],
			by: ['period'],
			period: 'year',
			filters: { quartier: ['west'] },
			compare: 'previous-period'
		});
		const of = (indicator: string, year: number) =>
			rows.find((row) => row.indicator === indicator && row.dimensions.period === `${year}-01-01`)!;
		expect(rows.filter(({ change }) => change).map(({ dimensions }) => dimensions.period)).toEqual([
			'2025-01-01',
			'2025-01-01'
		]);
		const rate = of('new-cases-rate', 2025);
		const [now, before] = [2025, 2024].map((year) => {
			const { from, to } = cut(periodOf(`${year}-01-01`, 'year'), COVERED);
			const events = cases.filter(
				({ quartier, opened }) => quartier === 'West' && opened >= from && opened <= to
			).length;
			return { events, base: dwellingYears(['West'], { from, to }) };
		}) as [Record<'events' | 'base', number>, Record<'events' | 'base', number>];
		const expected = poissonDifference(now.events, now.base, before.events, before.base);
		expect(rate.change).toMatchObject({
			against: 'previous-period',
			reference: { period: '2024-01-01' },
			verdict: 'no-difference'
		});
		expect(rate.change?.difference).toBeCloseTo(expected.difference, 9);
		expect(rate.change?.low).toBeCloseTo(expected.low, 9);
		expect(rate.change?.high).toBeCloseTo(expected.high, 9);
		const shares = [2025, 2024].map((year) => of('success-share', year).estimate.value!);
		expect(of('success-share', 2025).change?.difference).toBeCloseTo(shares[0]! - shares[1]!, 9);
	});
});

describe('periods', () => {
	test('are whole, in order, and touch the span', () => {
		expect(periodsOf('calendarQuarter', { from: '2024-02-29', to: '2024-07-01' })).toEqual([
			{ from: '2024-01-01', to: '2024-03-31' },
			{ from: '2024-04-01', to: '2024-06-30' },
			{ from: '2024-07-01', to: '2024-09-30' }
		]);
		expect(
			periodsOf('month', { from: '2023-12-31', to: '2024-02-01' }).map((one) => one.to)
		).toEqual(['2023-12-31', '2024-01-31', '2024-02-29']);
		expect(periodsOf('year', { from: '2023-12-31', to: '2024-01-01' })).toEqual([
			{ from: '2023-01-01', to: '2023-12-31' },
			{ from: '2024-01-01', to: '2024-12-31' }
		]);
	});

	test('days, overlaps and the next coarser unit', () => {
		expect(daysIn({ from: '2024-02-01', to: '2024-03-01' })).toBe(30);
		expect(
			daysIn(
				overlap({ from: '2024-01-01', to: '2024-01-31' }, { from: '2024-02-01', to: '2024-02-02' })
			)
		).toBe(0);
		expect([coarser('month'), coarser('calendarQuarter'), coarser('year')]).toEqual([
			'calendarQuarter',
			'year',
			null
		]);
	});
});
