import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { ask, expectFigures, load, table } from '../../testing';
import { loadCasework } from './casework.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadCasework(engine);
}, 60_000);
afterAll(() => engine.close());

describe('every figure from cases', () => {
	test('a span without cases has none, and one without dwellings no rate', async () => {
		const before = await ask(engine, {
			indicators: ['new-cases'],
			filters: { period: { from: '2001-01-01', to: '2001-12-31' } }
		});
		expect(before.rows).toEqual([]);
		await load(
			engine,
			table(
				['Fall-Nr', 'Quartier', 'Eröffnet', 'Anlass', 'Zugang'],
				[[1, 'West', '01.02.2024', 'Energie', 'selbst']]
			),
			table(['Quartier', 'Jahr', 'Wohnungen'], [['West', 2023, 800]])
		);
		const { rows, notes } = await ask(engine, {
			indicators: ['new-cases-rate', 'new-cases']
		});
		expect(rows.map((row) => [row.estimate.value, row.estimate.protection])).toEqual([
			[null, 'no-base'],
			[1, 'open']
		]);
		expect(notes).toEqual(['no-dwellings']);
	});

	test('17 cases on 1,250 dwellings in a year, as R has them', async () => {
		const dates = ['01.01.2023', ...Array<string>(15).fill('01.07.2023'), '31.12.2023'];
		await load(
			engine,
			table(
				['Fall-Nr', 'Quartier', 'Eröffnet', 'Anlass', 'Zugang'],
				dates.map((date, at) => [at, 'West', date, 'Energie', 'selbst'])
			),
			table(['Quartier', 'Jahr', 'Wohnungen'], [['West', 2023, '1.250']])
		);
		const { rows } = await ask(engine, { indicators: ['new-cases-rate'] });
		expectFigures(
			rows[0]!.estimate,
			{ value: 13.6, low: 7.92250117568583, high: 21.7749174527253, n: 17, base: 1250 },
			'Poisson'
		);
	});
});
