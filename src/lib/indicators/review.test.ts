import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IndicatorQueryInput } from '../domain';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { ask, expectFigures, load, seeded, table } from './testing';

const random = seeded(7);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;

const WORDS = [
	'sehr unzufrieden',
	'eher unzufrieden',
	'teils/teils',
	'eher zufrieden',
	'sehr zufrieden'
];
/** The young are content and the old are not; West is young and Ost is old, and nothing else differs. */
const responses = Array.from({ length: 1200 }, (_, at) => {
	const quartier = at % 2 ? 'West' : 'Ost';
	const young = random() < (quartier === 'West' ? 0.8 : 0.2);
	const good = random() < (young ? 0.8 : 0.4);
	return {
		quartier,
		age: young ? 'unter 30' : '65 und älter',
		answer: good ? pick(WORDS.slice(3)) : pick(WORDS.slice(0, 3)),
		isGood: good
	};
});
/** Cases of two areas; every third is open. Days after the first of January 2024. */
const cases = Array.from({ length: 90 }, (_, at) => ({
	area: at % 3 === 0 ? 'Gesundheit und Geselligkeit' : 'Sicheres Wohnen',
	opened: at,
	closed: at % 3 === 1 ? null : at + 20 + (at % 40)
}));
const german = (days: number): string =>
	new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10).split('-').reverse().join('.');

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await load(
		engine,
		table(
			['Bogen', 'Welle', 'Quartier', 'Altersgruppe', 'Zufriedenheit insgesamt'],
			responses.map((one, at) => [at + 1, 2024, one.quartier, one.age, one.answer])
		),
		table(
			['Fall-Nr', 'Quartier', 'Eröffnet', 'Geschlossen', 'Angebotsbereich', 'Anlass', 'Ergebnis'],
			cases.map(({ area, opened, closed }, at) => [
				at,
				'West',
				german(opened),
				closed === null ? '' : german(closed),
				area,
				'Energie',
				''
			])
		),
		table(
			['Quartier', 'Jahr', 'Wohnungen', 'Haushalte'],
			[
				['West', 2023, 500, 480],
				['West', 2024, 510, 490],
				['Ost', 2024, 700, 650]
			]
		)
	);
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
