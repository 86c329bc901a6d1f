import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Item } from '../../../domain';
import { appendRows, emptyCatalog, type Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { toTables, type Records } from '../../../ingest';
import { ask, expectFigures } from '../../testing';
import { POINTS } from './survey.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());

/** Records of one item, made directly: surveys of two waves each, the answer as its point. */
const scale: Item['scale'] = {
	id: 'satisfaction5',
	kind: 'ordinal',
	points: 5,
	labels: POINTS,
	titles: {},
	topBox: POINTS.slice(3),
	direction: 'higher-better',
	nonSubstantive: []
};
type Drawn = {
	quartier: string;
	wave: 0 | 1;
	group: string | null;
	value: number | null;
	weight: number;
};
const waveName = (survey: number, wave: number) => `${survey}, ${wave}`;
const recordsOf = (
	surveys: readonly (readonly Drawn[])[]
): Extract<Records, { kind: 'survey' }> => ({
	kind: 'survey',
	items: [
		{
			item: { code: 'q', text: 'q', topic: 'overall', scale },
			values: Float64Array.from(surveys.flat(), ({ value }) => value ?? NaN),
			chosen: null
		}
	],
	waves: surveys.flatMap((_, survey) =>
		[0, 1].map((wave) => ({
			key: '',
			name: waveName(survey, wave),
			from: `202${wave}-01-01`,
			to: `202${wave}-12-31`
		}))
	),
	dimensions: ['age'],
	texts: [],
	calibrations: [],
	responses: surveys.flatMap((rows, survey) =>
		rows.map(({ quartier, wave, group, weight }) => ({
			cluster: '',
			received: null,
			quartier,
			wave: 2 * survey + wave,
			weight,
			groups: [group]
		}))
	),
	findings: []
});

test('random surveys: every share and mean is what the rows give, under any filter', async () => {
	const row = (weight: fc.Arbitrary<number>): fc.Arbitrary<Drawn> =>
		fc.record({
			quartier: fc.constantFrom('x', 'y'),
			wave: fc.constantFrom(0, 1),
			group: fc.constantFrom('jung', 'alt', null),
			value: fc.option(fc.integer({ min: 1, max: 5 })),
			weight
		});
	const rows = fc.oneof(
		fc.array(row(fc.constant(1)), { minLength: 1, maxLength: 40 }),
		fc.array(row(fc.double({ min: 0.1, max: 10, noNaN: true })), { minLength: 1, maxLength: 40 })
	);
	const filters = fc.record(
		{
			quartier: fc.subarray(['x', 'y']),
			wave: fc.subarray([0, 1]),
			groups: fc.record({ age: fc.subarray(['jung', 'alt']) })
		},
		{ requiredKeys: [] }
	);
	const surveys = fc.array(fc.record({ rows, filters }), { minLength: 10, maxLength: 10 });

	const check = async (
		survey: number,
		drawn: readonly Drawn[],
		{
			quartier,
			groups,
			wave: waves = [0, 1]
		}: { quartier?: string[]; wave?: number[]; groups?: { age: string[] } }
	) => {
		const wave = waves.map((one) => waveName(survey, one));
		const { rows: found } = await ask(engine, {
			indicators: ['satisfied-overall', 'mean-satisfaction'],
			by: ['wave'],
			filters: { ...(quartier ? { quartier } : {}), ...(groups ? { groups } : {}), wave }
		});
		let cells = 0;
		for (const one of waves) {
			const kept = drawn.filter(
				({ wave, value, quartier: where, group }) =>
					wave === one &&
					value !== null &&
					(quartier?.includes(where) ?? true) &&
					(!groups || groups.age.includes(group ?? ''))
			);
			if (kept.length > 0) cells += 2;
			const base = kept.reduce((sum, { weight }) => sum + weight, 0);
			for (const { indicator, dimensions, estimate } of found) {
				if (dimensions.wave !== waveName(survey, one)) continue;
				const y = (value: number | null) =>
					indicator === 'satisfied-overall' ? Number(value! >= 4) : value!;
				const value = kept.reduce((sum, { weight, value }) => sum + weight * y(value), 0) / base;
				expectFigures(estimate, { value, base, n: kept.length }, indicator);
				if (estimate.low === null) continue;
				expect(estimate.low).toBeLessThanOrEqual(value + 1e-9);
				expect(estimate.high).toBeGreaterThanOrEqual(value - 1e-9);
			}
		}
		expect(found).toHaveLength(cells);
	};

	await fc.assert(
		fc.asyncProperty(surveys, async (all) => {
			await appendRows(
				engine,
				toTables([recordsOf(all.map((one) => one.rows))], emptyCatalog()).tables,
				{
					replace: true
				}
			);
			for (const [survey, { rows, filters }] of all.entries()) await check(survey, rows, filters);
		}),
		{ numRuns: 50 }
	);
}, 120_000);
