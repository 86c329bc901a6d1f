import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendRows, emptyCatalog, type Engine } from '../../engine';
import { openNodeEngine } from '../../engine/node';
import { interpret, readText, toTables, type Records } from '../../ingest';
import { designMean, rake, type Answers, type SurveyDesign } from '../../statistics';
import { ask, table } from '../testing';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());

const WORDS = [
	'sehr unzufrieden',
	'eher unzufrieden',
	'teils/teils',
	'eher zufrieden',
	'sehr zufrieden'
];
const QUARTIERE = ['Nord', 'Süd', 'West'];
const AGES = ['unter 30', '30 bis 64', '65 und älter'];
type Row = { quartier: number; age: number; house: number; value: number | null };

/** A survey as a file, read with what is said about its wave. */
async function load(rows: readonly Row[], about: object): Promise<Records> {
	const text = table(
		['Bogen', 'Quartier', 'Altersgruppe', 'Gebäudenummer', 'Wie zufrieden sind Sie insgesamt?'],
		rows.map(({ quartier, age, house, value }, at) => [
			at + 1,
			QUARTIERE[quartier],
			AGES[age],
			`H${quartier}-${house}`,
			value === null ? '' : WORDS[value]
		])
	);
	const { table: cells, mapping } = readText(new TextEncoder().encode(text));
	const columns = mapping.columns.map((column) =>
		column.heading === 'Gebäudenummer'
			? { ...column, role: 'cluster' as const }
			: column.heading === 'Wie zufrieden sind Sie insgesamt?' && column.item
				? {
						...column,
						item: {
							...column.item,
							scale: { ...column.item.scale, labels: WORDS, topBox: WORDS.slice(3) }
						}
					}
				: column
	);
	const waves = [{ key: '', name: '2025', from: '2025-05-01', to: '2025-06-01', ...about }];
	const records = interpret(cells, { ...mapping, columns, waves }, '2026-01-01');
	await appendRows(engine, toTables([records], emptyCatalog()).tables, { replace: true });
	return records;
}

/** The same from the rows, one by one. */
function direct(
	rows: readonly Row[],
	weights: readonly number[],
	options: {
		clusters: boolean;
		strata: boolean;
		margins: number[][];
		keeps: (row: Row) => boolean;
		population: number[] | null;
	}
) {
	const stratum = rows.map(({ quartier }) => (options.strata ? quartier : 0));
	const cluster = rows.map(({ quartier, house }) => 1 + quartier * 100 + house);
	const one = rows.map(() => 1);
	const squares = weights.map((weight) => weight ** 2);
	const design: SurveyDesign = {
		n: one,
		sw: weights,
		sww: squares,
		stratum,
		cluster: options.clusters ? cluster : null,
		strata: (options.strata ? QUARTIERE : ['all']).map((_, h) => {
			const own = rows.map((_, at) => at).filter((at) => stratum[at] === h);
			const units = options.clusters ? new Set(own.map((at) => cluster[at])).size : own.length;
			return { units, population: options.population?.[h] ?? null };
		}),
		margins: options.margins
	};
	const kept = rows
		.map((_, at) => at)
		.filter((at) => rows[at]!.value !== null && options.keeps(rows[at]!));
	const of = (values: readonly number[]) => kept.map((at) => values[at]!);
	const answers: Answers = {
		length: kept.length,
		group: kept,
		n: of(one),
		sw: of(weights),
		sww: of(squares)
	};
	return kept.length === 0
		? null
		: designMean(
				design,
				answers,
				kept.map((at) => 1 + rows[at]!.value!)
			);
}

const rowsOf = fc.array(
	fc.record({
		quartier: fc.integer({ min: 0, max: 2 }),
		age: fc.integer({ min: 0, max: 2 }),
		house: fc.integer({ min: 1, max: 4 }),
		value: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 6 })
	}),
	{ minLength: 12, maxLength: 60 }
);
/** Something of everything that a margin or a scale needs. */
const withAll = (rows: readonly Row[]): Row[] => [
	...rows,
	...[0, 1, 2].map((at) => ({ quartier: at, age: at, house: 1, value: at })),
	{ quartier: 0, age: 1, house: 2, value: 3 },
	{ quartier: 1, age: 2, house: 2, value: 4 }
];

test.each([
	['raked to two margins', false, ['quartier', 'Altersgruppe']],
	['post-stratified by age', false, ['Altersgruppe']],
	['drawn by Quartier', true, []],
	['drawn by Quartier and raked', true, ['quartier', 'Altersgruppe']]
] as const)(
	'%s: the cube gives what the single responses give, for every domain',
	async (_, strata, margins) => {
		await fc.assert(
			fc.asyncProperty(rowsOf, fc.integer({ min: 0, max: 2 }), async (drawn, age) => {
				const rows = withAll(drawn);
				const known = [
					{
						dimension: 'quartier',
						cells: QUARTIERE,
						of: (row: Row) => row.quartier,
						totals: [500, 300, 400]
					},
					{ dimension: 'age', cells: AGES, of: (row: Row) => row.age, totals: [350, 500, 350] }
				].filter(({ dimension }) =>
					margins.some(
						(one) => one === dimension || (one === 'Altersgruppe' && dimension === 'age')
					)
				);
				const weighting = {
					margins: known.map(({ dimension, cells, totals }) => ({
						dimension,
						populations: cells.map((name, at) => [name, totals[at]!])
					}))
				};
				await load(rows, {
					...(strata ? { design: { drawn: 'households' } } : {}),
					...(margins.length > 0 ? { weighting } : {})
				});
				const fits = known.map(({ of, totals }) => ({ cell: rows.map(of), totals }));
				const start = rows.map(() => 1200 / rows.length);
				const weights =
					margins.length > 0
						? [...rake(fits, rows.length, { start, shares: true }).weights]
						: rows.map(() => 1);
				const { rows: found } = await ask(engine, {
					indicators: ['mean-satisfaction'],
					by: ['quartier'],
					filters: { groups: { age: [AGES[age]!] } }
				});
				for (const [quartier] of QUARTIERE.entries()) {
					const expected = direct(rows, weights, {
						clusters: false,
						strata,
						margins: fits.map(({ cell }) => cell),
						keeps: (row) => row.quartier === quartier && row.age === age,
						population: null
					});
					const key = ['nord', 'sued', 'west'][quartier];
					const estimate = found.find(({ dimensions }) => dimensions.quartier === key)?.estimate;
					if (!expected) expect(estimate?.value ?? null).toBeNull();
					else {
						expect(estimate?.value).toBeCloseTo(expected.value, 8);
						if (expected.standardError !== null)
							expect(estimate?.standardError).toBeCloseTo(expected.standardError, 6);
					}
				}
			}),
			{ numRuns: 12 }
		);
	},
	120_000
);

test('whole houses: the variance is that between them, with the population where it is asked for', async () => {
	await fc.assert(
		fc.asyncProperty(rowsOf, async (drawn) => {
			const rows = withAll(drawn);
			const populations = QUARTIERE.map((name, at): [string, number] => [name, 20 + at]);
			await load(rows, { design: { drawn: 'houses', populations } });
			const houses = QUARTIERE.map(
				(_, q) =>
					new Set(rows.filter(({ quartier }) => quartier === q).map(({ house }) => house)).size
			);
			const weights = rows.map(({ quartier }) => populations[quartier]![1] / houses[quartier]!);
			for (const finitePopulation of [true, false]) {
				const { rows: found } = await ask(engine, {
					indicators: ['mean-satisfaction'],
					finitePopulation
				});
				const expected = direct(rows, weights, {
					clusters: true,
					strata: true,
					margins: [],
					keeps: () => true,
					population: finitePopulation ? populations.map(([, n]) => n) : null
				});
				expect(found[0]?.estimate.value).toBeCloseTo(expected!.value, 8);
				expect(found[0]?.estimate.standardError).toBeCloseTo(expected!.standardError!, 6);
			}
		}),
		{ numRuns: 20 }
	);
}, 120_000);

test('a figure over a wave that was drawn and one that was not counts the responses of both', async () => {
	const rows = withAll([]).flatMap((row) => [row, row, row]);
	const file = (name: string, from: string, about: object): Records => {
		const text = table(
			['Bogen', 'Quartier', 'Wie zufrieden sind Sie insgesamt?'],
			rows.map(({ quartier, value }, at) => [at + 1, QUARTIERE[quartier], WORDS[value ?? 0]])
		);
		const { table: cells, mapping } = readText(new TextEncoder().encode(text));
		const waves = [{ key: '', name, from, to: from, ...about }];
		return interpret(cells, { ...mapping, waves }, '2026-01-01');
	};
	const both = [
		file('2022', '2022-05-01', {}),
		file('2025', '2025-05-01', { design: { drawn: 'households' } })
	];
	await appendRows(engine, toTables(both, emptyCatalog()).tables, { replace: true });
	const { rows: found } = await ask(engine, { indicators: ['mean-satisfaction'] });
	expect(found[0]?.estimate.n).toBe(2 * rows.length);
	const mean = rows.reduce((sum, { value }) => sum + 1 + (value ?? 0), 0) / rows.length;
	expect(found[0]?.estimate.value).toBeCloseTo(mean, 9);
});
