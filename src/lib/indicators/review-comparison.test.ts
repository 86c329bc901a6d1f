import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IndicatorQueryInput } from '../domain';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { ask, expectFigures, load, table } from './testing';
import { loadReview, responses, WORDS } from './review.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadReview(engine);
}, 60_000);
afterAll(() => engine.close());

test('each Quartier is compared with all others together', async () => {
	const { rows } = await ask(engine, {
		indicators: ['satisfied-overall'],
		by: ['quartier'],
		compare: 'quartier'
	});
	const [ost, west] = ['ost', 'west'].map((key) =>
		rows.find((row) => row.dimensions.quartier === key)
	);
	expect(west?.change?.verdict).toBe('higher');
	expect(ost?.change?.verdict).toBe('lower');
	const gap = (west?.estimate.value ?? 0) - (ost?.estimate.value ?? 0);
	expect(west?.change?.difference).toBeCloseTo(gap, 12);
	expect(ost?.change?.difference).toBeCloseTo(-gap, 12);
	expect(west?.change?.reference).toEqual({ quartier: 'ost' });
	const rates = await ask(engine, {
		indicators: ['new-cases-rate'],
		by: ['quartier'],
		compare: 'quartier'
	});
	expect(
		rates.rows.find((row) => row.dimensions.quartier === 'west')?.change?.difference
	).toBeGreaterThan(100);
});

test('standardised, Quartiere that differ in age alone are alike', async () => {
	const query: IndicatorQueryInput = {
		indicators: ['satisfied-overall'],
		by: ['contrast'],
		contrast: 'west',
		compare: 'rest'
	};
	const crude = await ask(engine, query);
	const standard = await ask(engine, { ...query, standardise: ['age'] });
	expect(standard.notes).toContain('standardised');
	const own = (rows: typeof crude.rows) => rows.find((row) => row.dimensions.contrast === 'self');
	expect(own(crude.rows)?.change?.verdict).toBe('higher');
	expect(own(standard.rows)?.change?.verdict).toBe('no-difference');
	expect(own(standard.rows)?.change?.difference).toBeCloseTo(
		(own(standard.rows)?.estimate.value ?? 0) -
			(standard.rows.find((row) => row.dimensions.contrast === 'rest')?.estimate.value ?? 0),
		12
	);
	// By hand: the shares of both ages in West, weighted by both ages among all.
	const share = (of: typeof responses) => of.filter(({ isGood }) => isGood).length / of.length;
	const ages = ['unter 30', '65 und älter'].map((age) => {
		const inWest = responses.filter((one) => one.age === age && one.quartier === 'West');
		const s = responses.filter((one) => one.age === age).length / responses.length;
		const p = share(inWest);
		return { value: s * p, variance: (s ** 2 * p * (1 - p)) / inWest.length };
	});
	const variance = ages.reduce((sum, one) => sum + one.variance, 0);
	const value = ages.reduce((sum, one) => sum + one.value, 0);
	const margin = 1.959963984540054 * Math.sqrt(variance);
	expectFigures(
		own(standard.rows)!.estimate,
		{
			value,
			standardError: Math.sqrt(variance),
			low: value - margin,
			high: value + margin,
			n: 600
		},
		'West'
	);
});

test('Quartiere are set against one of them, in one table and with one standard', async () => {
	const query: IndicatorQueryInput = {
		indicators: ['satisfied-overall'],
		by: ['quartier'],
		contrast: 'west',
		compare: 'quartier',
		standardise: ['age']
	};
	const { rows, notes } = await ask(engine, query);
	const of = (key: string) => rows.find(({ dimensions }) => dimensions.quartier === key);
	expect(of('west')?.change).toBeUndefined();
	expect(of('ost')?.change?.reference).toEqual({ quartier: 'west' });
	expect(of('ost')?.change?.difference).toBeCloseTo(
		(of('ost')?.estimate.value ?? 0) - (of('west')?.estimate.value ?? 0),
		12
	);
	expect(notes).toContain('standardised');
});

test('a Quartier that is too small to be shown does not undo the standard of the others', async () => {
	await load(
		engine,
		table(
			['Bogen', 'Welle', 'Quartier', 'Altersgruppe', 'Zufriedenheit insgesamt'],
			[
				...responses.map((one, at) => [at + 1, 2024, one.quartier, one.age, one.answer]),
				...[1, 2, 3, 4].map((at) => [9000 + at, 2024, 'Klein', 'unter 30', WORDS[at]])
			]
		)
	);
	const query: IndicatorQueryInput = {
		indicators: ['satisfied-overall'],
		by: ['quartier'],
		standardise: ['age']
	};
	const value = ({ rows }: Awaited<ReturnType<typeof ask>>, key: string) =>
		rows.find(({ dimensions }) => dimensions.quartier === key)?.estimate.value ?? NaN;
	const [crude, standard] = [
		await ask(engine, { ...query, standardise: undefined }),
		await ask(engine, query)
	];
	expect(Math.abs(value(crude, 'west') - value(crude, 'ost'))).toBeGreaterThan(0.15);
	expect(Math.abs(value(standard, 'west') - value(standard, 'ost'))).toBeLessThan(0.08);
	expect(standard.notes).toContain('standardised');

	const none = await ask(engine, {
		...query,
		filters: { groups: { age: ['unter 30'] } }
	});
	expect(none.notes).toEqual(['not-standardised']);
});
