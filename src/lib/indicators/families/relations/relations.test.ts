import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { cronbachAlpha } from '../../../statistics';
import { estimateQuery } from '../../estimate-query';
import { withRelations } from './cells';
import { ask, contextOf, load, seeded, table } from '../../testing';

const WORDS = [
	'sehr unzufrieden',
	'eher unzufrieden',
	'teils/teils',
	'eher zufrieden',
	'sehr zufrieden'
];

/** Overall satisfaction follows safety and hardly anything else. */
const random = seeded(7);
const point = (mean: number): number =>
	Math.min(4, Math.max(0, Math.round(mean + 1.6 * (random() - 0.5))));
const RESPONSES = Array.from({ length: 300 }, (_, at) => {
	const safety = Math.floor(random() * 5);
	return {
		quartier: at % 3 === 0 ? 'Heidberg' : 'Weststadt',
		day: at < 180 ? '10.05.2025' : '30.05.2025',
		age: at % 2 === 0 ? 'unter 30' : '30 bis 44',
		overall: point(safety),
		safe: [point(safety), point(safety)],
		service: [Math.floor(random() * 5), Math.floor(random() * 5)]
	};
});
const FILE = table(
	[
		'Bogen',
		'Quartier',
		'Eingang',
		'Altersgruppe',
		'Wie zufrieden sind Sie insgesamt?',
		'Sicherheit im Haus',
		'Sicherheit am Abend',
		'Service: Erreichbarkeit',
		'Service: Freundlichkeit'
	],
	RESPONSES.map((sheet, at) => [
		at + 1,
		sheet.quartier,
		sheet.day,
		sheet.age,
		...[sheet.overall, ...sheet.safe, ...sheet.service].map((value) => WORDS[value])
	])
);

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await load(engine, FILE);
}, 60_000);
afterAll(() => engine.close());

const wave = async (): Promise<string> => (await contextOf(engine)).catalog.waves[0]!.name;
const related = async (quartier?: string) => {
	const pause = async () => undefined;
	return withRelations(await contextOf(engine), engine, { wave: await wave(), quartier }, pause);
};

describe('how items go together', () => {
	test('what overall satisfaction follows comes out as its driver, with intervals that hold it', async () => {
		const context = await related();
		const filters = { wave: [await wave()] };
		const drivers = estimateQuery(context, {
			indicators: ['driver-safety', 'driver-service'],
			filters
		}).rows.map(({ estimate }) => estimate);
		expect(drivers[0]!.value! + drivers[1]!.value!).toBeCloseTo(1, 12);
		expect(drivers[0]!.value).toBeGreaterThan(0.9);
		for (const { value, low, high } of drivers) {
			expect(low).toBeLessThanOrEqual(value!);
			expect(high).toBeGreaterThanOrEqual(value!);
		}
		const { rows, items } = estimateQuery(context, {
			indicators: ['driver-correlation'],
			by: ['item'],
			filters
		});
		const of = (text: string) =>
			rows.find(({ dimensions }) => items[dimensions.item ?? '']?.text === text)?.estimate.value;
		expect(of('Sicherheit im Haus')).toBeGreaterThan(0.8);
		expect(Math.abs(of('Service: Freundlichkeit') ?? 1)).toBeLessThan(0.2);
	});

	test('alpha is that of the answers', async () => {
		const { rows } = estimateQuery(await related(), {
			indicators: ['alpha-safety'],
			filters: { wave: [await wave()] }
		});
		const expected = cronbachAlpha([0, 1].map((at) => RESPONSES.map(({ safe }) => safe[at]! + 1)));
		expect(rows[0]?.estimate).toMatchObject({ value: expected?.alpha, n: 300 });
	});

	test('of another wave, or another Quartier than was asked for, there is nothing', async () => {
		const context = await related('heidberg');
		const query = { indicators: ['driver-safety'] };
		expect(estimateQuery(context, { ...query, filters: { wave: ['2019'] } }).rows).toEqual([]);
		expect(estimateQuery(context, { ...query, filters: { wave: [await wave()] } }).rows).toEqual(
			[]
		);
		const own = estimateQuery(context, {
			...query,
			filters: { wave: [await wave()], quartier: ['heidberg'] }
		});
		expect(own.rows[0]?.estimate.n).toBe(100);
	});
});

describe('who answered', () => {
	test('early and late responses are compared, and add up to all', async () => {
		const { rows } = await ask(engine, {
			indicators: ['satisfied-overall'],
			by: ['arrival'],
			compare: 'arrival'
		});
		expect(rows.map(({ dimensions, estimate }) => [dimensions.arrival, estimate.n])).toEqual([
			['early', 180],
			['late', 120]
		]);
		const share = (from: number, to: number) =>
			RESPONSES.slice(from, to).filter(({ overall }) => overall >= 3).length / (to - from);
		expect(rows[0]?.estimate.value).toBeCloseTo(share(0, 180), 12);
		expect(rows[1]?.change?.difference).toBeCloseTo(share(180, 300) - share(0, 180), 12);
	});

	test('composition is the share of the responses', async () => {
		const { rows } = await ask(engine, { indicators: ['composition'], by: ['quartier'] });
		expect(rows.map(({ estimate }) => estimate.value)).toEqual([1 / 3, 2 / 3]);
	});

	test('a trend needs three waves', async () => {
		const result = await ask(engine, { indicators: ['satisfied-overall'], by: ['wave'] });
		expect(result.trends).toBeUndefined();
	});

	test('tests say for each item whether groups differ, by Rao and Scott', async () => {
		const result = await ask(engine, {
			indicators: ['item-share'],
			by: ['item', 'group:age'],
			compare: 'group:age'
		});
		expect(result.tests).toHaveLength(5);
		for (const { pValue, ndf } of result.tests ?? []) {
			expect(ndf).toBeCloseTo(1, 9);
			expect(pValue).toBeGreaterThan(0);
		}
	});
});
