import { solve } from 'yalps';
import { loadSample, type Sample } from '../src/cli/sample.fixture';
import { loadSolver } from '../src/cli/solver';
import {
	choicesOf,
	filtersFrom,
	panelQuery,
	QUARTIER_PANELS,
	quartierViewOf
} from '../src/lib/dashboards';
import { countDemands, suppress, Table, type CellSystem } from '../src/lib/disclosure/suppression';
import type { IndicatorQueryInput } from '../src/lib/domain';
import { eventsOf } from '../src/lib/steering';
import { median } from './browser';

const MINIMUM = 5;
const ROUNDS = 3;

async function timed<T>(work: () => Promise<T> | T): Promise<[milliseconds: number, found: T]> {
	const start = performance.now();
	const found = await work();
	return [performance.now() - start, found];
}

/** All questions of the page of a Quartier, what lies under "Mehr" included. */
function questionsOf({ inventory, events }: Sample, key: string): IndicatorQueryInput[] {
	const filters = filtersFrom(new URLSearchParams(), choicesOf(inventory));
	const view = quartierViewOf(key, inventory, eventsOf(events, key), filters);
	return view ? QUARTIER_PANELS.map((panel) => panelQuery(panel, view.context)) : [];
}

/** A table of counts, some of them small, that is the same each time. */
function countsTable(rows: number, columns: number): CellSystem {
	let state = 7;
	const next = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
	return new Table([rows, columns]).system(() => Math.floor(60 * next() ** 3));
}

/** Between which numbers one cell lies once those are hidden, by another solver. */
function intervalOf(system: CellSystem, hidden: ReadonlySet<number>, cell: number): number[] {
	const constraints = new Map(
		system.relations.map(({ total, parts }, at) => {
			const isOut = (one: number) => !hidden.has(one);
			const known = parts.filter(isOut).reduce((sum, one) => sum + system.values[one]!, 0);
			return [`r${at}`, { equal: system.values[total]! - known }];
		})
	);
	const variables = new Map(
		[...hidden].map((one) => {
			const own = system.relations.flatMap(({ parts }, at) =>
				parts.includes(one) ? [[`r${at}`, 1] as const] : []
			);
			return [`x${one}`, new Map([...own, ...(one === cell ? [['aim', 1] as const] : [])])];
		})
	);
	return (['minimize', 'maximize'] as const).map(
		(direction) => solve({ direction, objective: 'aim', constraints, variables }).result
	);
}

/** Protecting what leaves the house, in Node on one thread. */
export async function measureRelease(): Promise<{
	/** the whole page of a Quartier; beside all Quartiere that left before; the same for staff */
	quartier: number;
	beside: number;
	inside: number;
	/** 12 × 40 cells with totals, and what another solver needs to look at what was hidden */
	table: number;
	other: number;
	panels: number;
}> {
	const sample = await loadSample();
	const { figures, inventory } = sample;
	const [first = '', ...others] = inventory.quartiere.map(({ key }) => key);
	const queries = questionsOf(sample, first);
	const once = () => timed(() => figures.release(queries));
	await once();
	const alone: number[] = [];
	for (let round = 0; round < ROUNDS; round++) alone.push((await once())[0]);
	const earlier: string[] = [];
	for (const key of others)
		earlier.push((await figures.release(questionsOf(sample, key), { earlier })).kept);
	const [beside] = await timed(() => figures.release(queries, { earlier }));
	const [inside] = await timed(async () => {
		for (const query of queries) await figures.evaluate(query);
	});
	await sample.close();

	const highs = await loadSolver();
	const system = countsTable(12, 40);
	const isOpen = (cell: number) => !system.published.has(cell);
	const cells = [...system.values.keys()].filter(
		(cell) => isOpen(cell) && system.values[cell]! > 0 && system.values[cell]! < MINIMUM
	);
	const singles = cells.filter((cell) => system.values[cell] === 1);
	const demands = countDemands(system, { cells, singles }, MINIMUM);
	const [table, { complementary }] = await timed(() =>
		suppress(highs, [{ system, demands }], cells, 0)
	);
	const hidden = new Set([...cells, ...complementary]);
	const [other] = await timed(() => cells.map((cell) => intervalOf(system, hidden, cell)));
	return { quartier: median(alone), beside, inside, table, other, panels: queries.length };
}
