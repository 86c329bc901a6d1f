import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IndicatorQueryInput } from '../../../domain';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { ask, load, table } from '../../testing';
import { loadSurvey, POINTS } from './survey.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadSurvey(engine);
}, 60_000);
afterAll(() => engine.close());

describe('a result', () => {
	test('has its members in order: waves by time, ages by age, Quartiere in German order', async () => {
		const { members, definitions } = await ask(engine, {
			indicators: ['nps', 'satisfied-overall'],
			by: ['wave', 'group:age', 'quartier']
		});
		expect(members.wave?.map((one) => one.value)).toEqual(['2019', '2022', '2025']);
		expect(members['group:age']?.map((one) => one.value)).toEqual([
			'unter 30',
			'30 bis 44',
			'65 und älter'
		]);
		expect(members.quartier?.map((one) => one.label)).toEqual([
			'Heidberg',
			'Ölper',
			'SZ-Lebenstedt'
		]);
		expect(definitions.map((one) => one.id)).toEqual(['nps', 'satisfied-overall']);
	});

	test('says that it is weighted, and where few answers make it uncertain', async () => {
		const all = await ask(engine, { indicators: ['nps'], by: ['wave'] });
		expect(all.notes).toEqual(['weighted']);
		const one = await ask(engine, {
			indicators: ['nps'],
			by: ['quartier', 'group:age', 'group:household'],
			filters: { wave: ['2025'] }
		});
		expect(one.notes).toEqual([]);
		for (const { estimate } of one.rows)
			expect(estimate.protection).toBe(estimate.n! < 30 ? 'uncertain' : 'open');
		expect(one.rows.some((row) => row.estimate.protection === 'uncertain')).toBe(true);
	});

	test('refuses what is no query', async () => {
		await expect(ask(engine, { indicators: ['happiness'] })).rejects.toThrow(RangeError);
		await expect(ask(engine, { indicators: [] })).rejects.toThrow();
		await expect(ask(engine, { indicators: ['nps'], by: ['caseTopic'] })).rejects.toThrow(
			/caseTopic is no dimension/
		);
		await expect(ask(engine, { indicators: ['nps'], by: ['contrast'] })).rejects.toThrow();
		await expect(
			ask(engine, {
				indicators: ['new-cases'],
				filters: { period: { from: "2024-01-01'", to: '2024-02-01' } }
			})
		).rejects.toThrow();
	});
});

describe('unlike scales', () => {
	const file = (wave: string, question: string, answers: string[]): string =>
		table(
			['Bogen', 'Welle', 'Quartier', question],
			answers.map((answer, at) => [at, wave, 'West', answer])
		);
	const verbal = file('2025', 'Zufriedenheit insgesamt', [...POINTS, ...POINTS]);
	const grades = file('2022', 'Note insgesamt', ['1', '2', '2', '6', '5', '3', '4']);

	test('are said where they meet', async () => {
		await load(engine, verbal, grades);
		const query: IndicatorQueryInput = { indicators: ['satisfied-overall'], by: ['wave'] };
		const both = await ask(engine, query);
		expect(both.notes).toEqual(['unlike-scales', 'wording-changed']);
		expect(both.rows.map((row) => [row.dimensions.wave, row.estimate.value])).toEqual(
			expect.arrayContaining([
				['2025', 4 / 10],
				['2022', 3 / 7]
			])
		);
		const one = await ask(engine, { ...query, filters: { wave: ['2025'] } });
		expect(one.notes).toEqual([]);
	});

	test('of two items of one topic in a wave the first counts', async () => {
		await load(
			engine,
			table(
				['Bogen', 'Welle', 'Quartier', 'Zufriedenheit insgesamt', 'Alles in allem'],
				POINTS.map((answer, at) => [at, '2025', 'West', answer, POINTS[(at + 2) % 5]]).concat([
					[9, '2025', 'West', 'sehr zufrieden', 'sehr unzufrieden']
				])
			)
		);
		const { rows } = await ask(engine, {
			indicators: ['satisfied-overall'],
			by: ['wave']
		});
		expect(rows.map((row) => row.estimate.value)).toEqual([3 / 6]);
	});
});
