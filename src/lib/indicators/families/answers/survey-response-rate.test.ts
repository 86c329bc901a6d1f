import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IndicatorQueryInput } from '../../../domain';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { ask, load, table } from '../../testing';
import { HOUSEHOLDS, idOf, loadSurvey, QUARTIERE, responses } from './survey.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadSurvey(engine);
}, 60_000);
afterAll(() => engine.close());

describe('every figure from answers', () => {
	test('response rate: responses by households of the year, a complete count', async () => {
		const rate = async (query: Omit<IndicatorQueryInput, 'indicators'>) =>
			(await ask(engine, { ...query, indicators: ['response-rate'] })).rows;
		const households = (names: string[], year: number) =>
			names.reduce((all, name) => all + HOUSEHOLDS[name]! + year - 2019, 0);
		const names = QUARTIERE.map((one) => one.name);
		const rows = [
			...(await rate({ by: ['quartier', 'wave'] })),
			...(await rate({ by: ['wave'] })),
			...(await rate({ by: ['contrast', 'wave'], contrast: 'heidberg' })),
			...(await rate({ by: ['wave'], filters: { quartier: ['heidberg', 'oelper'] } }))
		];
		expect(rows).toHaveLength(9 + 3 + 6 + 3);
		rows.forEach((row, position) => {
			const { quartier, contrast, wave } = row.dimensions;
			const own = names.filter((name) =>
				quartier
					? idOf(name) === quartier
					: contrast
						? (name === 'Heidberg') === (contrast === 'self')
						: position < 12 || name !== 'SZ-Lebenstedt'
			);
			const n = responses.filter(
				(sheet) => sheet.wave === wave && own.includes(sheet.quartier)
			).length;
			const base = households(own, Number(wave));
			expect(row.estimate).toEqual({
				value: n / base,
				low: null,
				high: null,
				standardError: null,
				n,
				base,
				protection: 'open'
			});
		});
		for (const row of await rate({ by: ['wave', 'group:age'] }))
			expect(row.estimate.protection).toBe('no-base');
		for (const row of await rate({ by: ['wave'], filters: { groups: { age: ['unter 30'] } } }))
			expect(row.estimate.protection).toBe('no-base');
	});
});

test('a Quartier without master data leaves no response rate for all, but for the others', async () => {
	await load(
		engine,
		table(
			['Bogen', 'Welle', 'Quartier', 'Zustand'],
			[
				[1, '2025', 'West', 'gut'],
				[2, '2025', 'Ost', 'schlecht'],
				[3, '2025', 'Ost', 'gut']
			]
		),
		table(['Quartier', 'Jahr', 'Wohnungen', 'Haushalte'], [['West', 2025, 12, 10]])
	);
	const all = await ask(engine, { indicators: ['response-rate'], by: ['wave'] });
	expect(all.rows.map((row) => row.estimate.protection)).toEqual(['no-base']);
	const each = await ask(engine, { indicators: ['response-rate'], by: ['quartier'] });
	expect(
		Object.fromEntries(each.rows.map((row) => [row.dimensions.quartier, row.estimate.value]))
	).toEqual({ west: 1 / 10, ost: null });
});

test('a wave is measured by the households where it was held', async () => {
	const responses = (count: number, wave: string, quartier: string) =>
		Array.from({ length: count }, (_, at) => [`${wave}${quartier}${at}`, wave, quartier, 'gut']);
	await load(
		engine,
		table(
			['Bogen', 'Welle', 'Quartier', 'Zustand'],
			[
				...responses(4, '2022', 'West'),
				...responses(5, '2025', 'West'),
				...responses(6, '2025', 'Ost')
			]
		),
		table(
			['Quartier', 'Jahr', 'Wohnungen', 'Haushalte'],
			['West', 'Ost', 'Nord'].flatMap((quartier) =>
				[2022, 2025].map((year) => [quartier, year, 20, quartier === 'Ost' ? 4 : 10])
			)
		)
	);
	const { rows } = await ask(engine, { indicators: ['response-rate'], by: ['wave'] });
	expect(rows.map(({ estimate }) => [estimate.value, estimate.base])).toEqual([
		[4 / 10, 10],
		[11 / 14, 14]
	]);
	// Six responses of four households: the rate shows that something is wrong, a margin would hide it.
	const margins = await ask(engine, { indicators: ['achieved-margin'], by: ['quartier'] });
	const ost = margins.rows.find(({ dimensions }) => dimensions.quartier === 'ost');
	expect(ost?.estimate).toMatchObject({ value: null, protection: 'no-base', n: 6 });
});
