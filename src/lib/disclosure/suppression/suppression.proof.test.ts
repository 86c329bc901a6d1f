import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { solve } from 'yalps';
import { proofRuns } from '../../ingest/testing';
import { costsOf, type CellSystem } from './cell-system';
import { amountDemands, type Demand } from './demands';
import { Pattern } from './pattern';
import { suppress } from './suppress';
import {
	countsFrom,
	demandsFor,
	groupedTable,
	linkedTables,
	smallCells
} from './suppression.fixture';
import { Table } from './table';

const MINIMUM = 5;
/** How near an amount may be come to from above, as a share of it. */
const SHARE = 0.1;
/** Cells up to which every pattern is tried. */
const FEW = 10;
/** Milliseconds in which the best is looked for. */
const [SOON, LATE] = [50, 5000];
/** Cells of a table that the other attacker tries, and persons as whom. */
const MOST_TRIED = 8;
/** How much more may be lost than has to be. */
const LOSS = 1.05;

let highs: Highs;
beforeAll(async () => {
	highs = await loadHighs();
});

/** A sequence of numbers from 0 to below 1 that follows from a seed (Park and Miller 1988). */
function numbersFrom(seed: number): () => number {
	let state = (seed % 2_147_483_646) + 1;
	return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const size = (max: number) => fc.integer({ min: 2, max });
const shapes = fc.oneof(
	{ weight: 1, arbitrary: fc.tuple(size(12)) },
	{ weight: 6, arbitrary: fc.tuple(size(5), size(5)) },
	{ weight: 2, arbitrary: fc.tuple(size(12), size(12)) },
	{ weight: 1, arbitrary: fc.tuple(size(5), size(5), size(4)) }
);
const seed = fc.nat();
const systems = fc.oneof(
	{
		weight: 6,
		arbitrary: fc
			.tuple(shapes, seed)
			.map(([sizes, from]) => new Table(sizes).system(countsFrom(numbersFrom(from))))
	},
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.array(size(4), { minLength: 2, maxLength: 3 }), size(5), seed)
			.map(([groups, columns, from]) =>
				groupedTable(groups, columns, countsFrom(numbersFrom(from)))
			)
	},
	{
		weight: 1,
		arbitrary: fc
			.tuple(size(5), size(4), size(4), seed)
			.map(([rows, one, other, from]) =>
				linkedTables(rows, one, other, countsFrom(numbersFrom(from)))
			)
	}
);

/** What another solver makes of what is published: how small and how large a hidden cell can be. */
function attackedBy(
	{ values, relations }: CellSystem,
	hidden: ReadonlySet<number>,
	cell: number,
	known: number | null = null
): [low: number, high: number] {
	const isUnknown = (one: number) => hidden.has(one) && one !== known;
	const constraints: [string, { equal: number }][] = [];
	const factors = new Map<number, [string, number][]>([...hidden].map((one) => [one, []]));
	relations.forEach(({ total, parts }, place) => {
		const signed = [[total, -1] as const, ...parts.map((part) => [part, 1] as const)];
		const sum = signed.reduce(
			(all, [one, by]) => (isUnknown(one) ? all : all + by * values[one]!),
			0
		);
		const unknown = signed.filter(([one]) => isUnknown(one));
		if (unknown.length === 0) return;
		constraints.push([`r${place}`, { equal: -sum }]);
		for (const [one, by] of unknown) factors.get(one)!.push([`r${place}`, by]);
	});
	const end = (direction: 'minimize' | 'maximize') => {
		const variables = [...factors]
			.filter(([one]) => isUnknown(one))
			.map(([one, own]): [string, [string, number][]] => [
				`c${one}`,
				one === cell ? [...own, ['aim', 1]] : own
			]);
		const { status, result } = solve({ direction, objective: 'aim', constraints, variables });
		if (status === 'unbounded') return Infinity;
		if (status !== 'optimal') throw new Error(`the other attacker ended with ${status}`);
		return result;
	};
	return [end('minimize'), end('maximize')];
}

/** Of many cells some, as the other solver takes its time with large tables. */
const sampled = (cells: readonly number[]): number[] => {
	const step = Math.ceil(cells.length / MOST_TRIED);
	return cells.filter((_, place) => place % step === 0);
};

/** Cells that may be hidden or not. */
const freeIn = ({ values, published }: CellSystem, small: readonly number[]): number[] =>
	[...values.keys()].filter((cell) => !published.has(cell) && !small.includes(cell));

/** The least that can be lost, by trying every pattern; null where none is enough. */
function leastLost(system: CellSystem, demands: readonly Demand[], small: readonly number[]) {
	const costs = costsOf(system);
	const free = freeIn(system, small);
	if (free.length > FEW) return undefined;
	const pattern = new Pattern(highs, [{ system, demands }], small);
	const patterns = Array.from({ length: 2 ** free.length }, (_, some) => {
		const cells = free.filter((__, place) => (some >> place) & 1);
		return { cells, lost: cells.reduce((sum, cell) => sum + costs[cell]!, 0) };
	});
	// The first that holds is the cheapest.
	const best = patterns
		.sort((a, b) => a.lost - b.lost)
		.find(({ cells }) => {
			for (const cell of free) {
				if (cells.includes(cell)) pattern.hide(cell);
				else pattern.show(cell);
			}
			return demands.every((demand) => pattern.meets(0, demand));
		});
	pattern.dispose();
	return best?.lost ?? null;
}

test('no hidden cell is worked out by another solver, and hardly more is lost than has to be', () => {
	let [tables, compared, refused] = [0, 0, 0];
	fc.assert(
		fc.property(systems, (system) => {
			const { cells, singles } = smallCells(system, MINIMUM);
			const demands = demandsFor(system, MINIMUM);
			const { complementary, unmet } = suppress(
				highs,
				[{ system, demands }],
				cells,
				// The best is looked for where it is known.
				freeIn(system, cells).length > FEW ? SOON : LATE
			);
			tables++;
			if (cells.length === 0) expect(complementary.size).toBe(0);
			const least = leastLost(system, demands, cells);
			expect(least === null, 'nothing is enough').toBe(
				least === undefined ? false : unmet.length > 0
			);
			if (unmet.length > 0) return void refused++;
			const hidden = new Set([...cells, ...complementary]);
			for (const cell of sampled(cells)) {
				const [low, high] = attackedBy(system, hidden, cell);
				expect(low).toBeLessThan(1e-6);
				expect(high).toBeGreaterThanOrEqual(MINIMUM - 1e-6);
				for (const known of sampled(singles.filter((one) => one !== cell))) {
					const [from, to] = attackedBy(system, hidden, cell, known);
					expect(to - from).toBeGreaterThanOrEqual(1 - 1e-6);
				}
			}
			if (typeof least !== 'number') return;
			compared++;
			const costs = costsOf(system);
			const lost = [...complementary].reduce((sum, cell) => sum + costs[cell]!, 0);
			expect(lost).toBeLessThanOrEqual(least * LOSS + 1e-9);
		}),
		{ numRuns: proofRuns(60, 5000), seed: 19 }
	);
	expect(compared).toBeGreaterThan(tables / 4);
	expect(refused).toBeLessThan(tables / 2);
}, 1_500_000);

/** Counts of persons, and amounts that belong to them, some of them a hundred times as large. */
const amounts = fc.tuple(size(4), size(4), seed).map(([rows, columns, from]) => {
	const next = numbersFrom(from);
	const count = countsFrom(next);
	const table = new Table([rows, columns]);
	const persons = table.system(count);
	const money = table.system((places) => {
		const each = (1 + Math.floor(next() * 200)) * (next() < 0.2 ? 100 : 1);
		return persons.values[table.cellAt(places)]! * each;
	});
	return { persons, money };
});

test('nor is an amount come near to, or how many it is of', () => {
	let released = 0;
	fc.assert(
		fc.property(amounts, ({ persons, money }) => {
			const sensitive = smallCells(persons, MINIMUM);
			const layers = [
				{ system: money, demands: amountDemands(money, sensitive, SHARE) },
				{ system: persons, demands: demandsFor(persons, MINIMUM) }
			];
			const { complementary, unmet } = suppress(highs, layers, sensitive.cells, SOON);
			if (unmet.length > 0) return;
			released++;
			const hidden = new Set([...sensitive.cells, ...complementary]);
			for (const cell of sensitive.cells) {
				const amount = money.values[cell]!;
				const near = (1 - 1e-6) * SHARE * amount;
				const [low, high] = attackedBy(money, hidden, cell);
				expect(low).toBeLessThan(1e-6 * amount + 1e-6);
				expect(high - amount).toBeGreaterThanOrEqual(near);
				expect(attackedBy(persons, hidden, cell)[1]).toBeGreaterThanOrEqual(MINIMUM - 1e-6);
				for (const known of sensitive.singles.filter((one) => one !== cell)) {
					const [from, to] = attackedBy(money, hidden, cell, known);
					expect(Math.max(to - amount, amount - from)).toBeGreaterThanOrEqual(near);
				}
			}
		}),
		{ numRuns: proofRuns(20, 1000), seed: 20 }
	);
	expect(released).toBeGreaterThan(5);
}, 900_000);
