import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quartierAt, type IndicatorQueryInput, type IndicatorResult } from '../domain';
import { appendRows, emptyCatalog, type Catalog, type Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { confirmedItems, interpret, readText, toTables, type Records } from '../ingest';
import { proofRuns } from '../ingest/testing';
import { localFigures } from './local-figures';
import { loadSolver } from './solver';

const sample = (name: string): string => readFileSync(`datasets/beispiel-${name}.csv`, 'utf8');

/** The sample's survey as three files, one for each wave, of which every seventh sheet is left. */
function waves(): string[] {
	const [heading = '', ...rows] = sample('mieterbefragung').trim().split(/\r?\n/);
	return ['2019', '2022', '2025'].map((wave) =>
		[heading, ...rows.filter((row, at) => row.startsWith(wave) && at % 7 === 0)].join('\n')
	);
}

const read = (text: string): Records => {
	const { table, mapping } = readText(new TextEncoder().encode(text));
	return interpret(table, confirmedItems(mapping), '2026-11-22');
};

let engine: Engine;
let files: Records[];
beforeAll(async () => {
	engine = await openNodeEngine();
	files = [...waves(), ...['faelle', 'quartiere', 'treff', 'kooperationen'].map(sample)].map(read);
});
afterAll(() => engine.close());

/** Loads files one after the other as the workspace does: on top of what is there, or all anew where that is stale. */
class Loaded {
	files: Records[] = [];
	#catalog: Catalog = emptyCatalog();

	async #anew(): Promise<void> {
		const { tables, catalog } = toTables(this.files, emptyCatalog());
		await appendRows(engine, tables, { replace: true });
		this.#catalog = catalog;
	}

	async load(file: Records): Promise<void> {
		const { tables, catalog, stale } = toTables([file], this.#catalog);
		this.files.push(file);
		if (stale || file.kind === 'quartierYear') return this.#anew();
		await appendRows(engine, tables);
		this.#catalog = catalog;
	}

	async undo(): Promise<void> {
		this.files.pop();
		await this.#anew();
	}
}

const QUERIES: IndicatorQueryInput[] = [
	{ indicators: ['satisfied-overall', 'nps'], by: ['quartier', 'wave'], compare: 'previous-wave' },
	{ indicators: ['item-share'], by: ['item', 'wave'], filters: { groups: { age: ['unter 30'] } } },
	{ indicators: ['index-safety'], by: ['contrast', 'wave'], contrast: 'sz-lebenstedt' },
	{ indicators: ['new-cases'], by: ['quartier', 'period'], period: 'year' },
	{ indicators: ['response-rate'], by: ['quartier'] },
	{ indicators: ['treff-visits', 'cooperations'], by: ['quartier'] }
];

/** Sums of weights may differ in their last bits by the order of their rows. */
const rounded = (results: IndicatorResult[]): unknown =>
	JSON.parse(
		JSON.stringify(results, (_, value: unknown) =>
			typeof value === 'number' ? Number(value.toPrecision(10)) : value
		)
	);

async function answers() {
	const figures = localFigures(engine, { solver: loadSolver });
	await figures.read();
	const inventory = await figures.inventory();
	const results = await Promise.all(QUERIES.map((query) => figures.evaluate(query)));
	return { inventory, results: rounded(results) };
}

test('in any order, with undos between, the same is called the same and the figures are equal', async () => {
	const first = new Loaded();
	for (const file of files) await first.load(file);
	const expected = await answers();
	expect(expected.inventory.items.length).toBeGreaterThan(10);
	const steps = fc.tuple(
		fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
		fc.array(fc.nat({ max: 6 }), { maxLength: 2 })
	);
	await fc.assert(
		fc.asyncProperty(steps, async ([order, undone]) => {
			await appendRows(engine, [], { replace: true });
			const loaded = new Loaded();
			for (const [at, number] of order.entries()) {
				await loaded.load(files[number]!);
				if (!undone.includes(at)) continue;
				// Whatever an address named before leads there while its file is back.
				await loaded.undo();
				await loaded.load(files[number]!);
			}
			const found = await answers();
			const keys = ({ inventory }: typeof expected) => ({
				quartiere: inventory.quartiere,
				waves: inventory.waves,
				items: inventory.items.map(({ key, text }) => [key, text]).sort()
			});
			expect(keys(found)).toEqual(keys(expected));
			expect(found.results).toEqual(expected.results);
			for (const { key } of expected.inventory.quartiere)
				expect(quartierAt(key, found.inventory.quartiere, [])?.key).toBe(key);
		}),
		{
			numRuns: proofRuns(4, 100),
			seed: 16,
			examples: [[[[6, 5, 4, 3, 2, 1, 0], [2]]]]
		}
	);
}, 600_000);
