import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { ask } from './testing';
import { cases, loadReview } from './review.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadReview(engine);
}, 60_000);
afterAll(() => engine.close());

test('a filter on members acts on what has them, and says so where it cannot', async () => {
	const filters = { members: { area: ['Sicheres Wohnen'] } };
	const { rows, notes } = await ask(engine, { indicators: ['new-cases'], filters });
	expect(rows[0]?.estimate.value).toBe(60);
	expect(notes).not.toContain('members-ignored');
	const byArea = await ask(engine, { indicators: ['new-cases'], by: ['area'], filters });
	expect(byArea.rows.map(({ dimensions }) => dimensions.area)).toEqual(['Sicheres Wohnen']);
	const offer = { members: { offer: ['Kaffee'] } };
	expect((await ask(engine, { indicators: ['new-cases'], filters: offer })).notes).toContain(
		'members-ignored'
	);
	const survey = await ask(engine, { indicators: ['satisfied-overall'], filters });
	expect(survey.rows[0]?.estimate.n).toBe(1200);
	expect(survey.notes).not.toContain('members-ignored');
});

test('the master data of the last year asked about count', async () => {
	const { rows } = await ask(engine, { indicators: ['dwellings', 'households'], by: ['quartier'] });
	const of = (quartier: string) =>
		rows
			.filter((row) => row.dimensions.quartier === quartier)
			.map(({ estimate }) => estimate.value);
	expect(of('west')).toEqual([510, 490]);
	const before = await ask(engine, {
		indicators: ['dwellings'],
		by: ['quartier'],
		filters: { period: { from: '2023-01-01', to: '2023-12-31' } }
	});
	expect(before.rows.map(({ estimate }) => estimate.value)).toEqual([null, 500]);
	const all = await ask(engine, { indicators: ['dwellings'] });
	expect(all.rows[0]?.estimate).toMatchObject({ value: 1210, low: null, protection: 'open' });
	await expect(ask(engine, { indicators: ['dwellings'], by: ['wave'] })).rejects.toThrow(
		RangeError
	);
});

test('the curve of a duration counts open cases for as long as they were seen', async () => {
	const { rows, members } = await ask(engine, { indicators: ['still-open'], by: ['elapsed'] });
	expect(members.elapsed?.map(({ label }) => label).slice(0, 3)).toEqual(['0', '1', '2']);
	expect(rows[0]?.estimate).toMatchObject({ value: 1, n: 90 });
	// By hand, as Kaplan and Meier: at each end, the share of those seen so long that goes on.
	const last = 31 + 29 + 31 + 30 + 31 - 1;
	const seen = cases.map(({ opened, closed }) => ({
		time: (closed ?? last) - opened,
		ended: closed !== null
	}));
	const survival = (days: number): number =>
		[...new Set(seen.filter((one) => one.ended && one.time <= days).map(({ time }) => time))]
			.sort((a, b) => a - b)
			.reduce((product, time) => {
				const atRisk = seen.filter((one) => one.time >= time).length;
				const ends = seen.filter((one) => one.ended && one.time === time).length;
				return product * (1 - ends / atRisk);
			}, 1);
	const covered = (await ask(engine, { indicators: ['new-cases'] })).coverage?.to;
	expect(covered).toBe('2024-05-31');
	for (const row of rows.slice(1, 5)) {
		const days = Number(row.dimensions.elapsed);
		expect(row.estimate.value, `${days} days`).toBeCloseTo(survival(days), 12);
		expect(row.estimate.n).toBe(seen.filter(({ time }) => time >= days).length);
	}
	expect(rows.at(-1)?.estimate.protection).toBe('no-base');
});

test('days are periods of their own', async () => {
	const { rows } = await ask(engine, {
		indicators: ['new-cases'],
		by: ['period'],
		period: 'day',
		filters: { period: { from: '2024-01-30', to: '2024-02-02' } }
	});
	expect(rows.map(({ dimensions, estimate }) => [dimensions.period, estimate.value])).toEqual([
		['2024-01-30', 1],
		['2024-01-31', 1],
		['2024-02-01', 1],
		['2024-02-02', 1]
	]);
});
