import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { Attacker } from './attacker';
import { amountDemands } from './demands';
import { Pattern } from './pattern';
import { suppress } from './suppress';
import { demandsFor, smallCells } from './suppression.fixture';
import { Table } from './table';

let highs: Highs;
beforeAll(async () => {
	highs = await loadHighs();
});

const tableOf = (rows: readonly (readonly number[])[]) => {
	const table = new Table([rows.length, rows[0]!.length]);
	return { table, system: table.system(([row = 0, column = 0]) => rows[row]![column]!) };
};

/** The cells that are hidden of a table, as their places. */
function hiddenIn(rows: readonly (readonly number[])[], minimum = 5) {
	const { table, system } = tableOf(rows);
	const { cells } = smallCells(system, minimum);
	const demands = demandsFor(system, minimum);
	const { complementary, unmet } = suppress(highs, [{ system, demands }], cells);
	const places = (some: Iterable<number>) => [...some].map((cell) => table.placesOf(cell)).sort();
	return {
		complementary: places(complementary),
		unmet: unmet.map(({ cell }) => table.placesOf(cell))
	};
}

test('a table has its totals, and says of each what it is the sum of', () => {
	const { table, system } = tableOf([
		[1, 2, 3],
		[4, 5, 6]
	]);
	const at = (row: number, column: number) => system.values[table.cellAt([row, column])];
	expect([at(0, 3), at(1, 3), at(2, 0), at(2, 2), at(2, 3)]).toEqual([6, 15, 5, 9, 21]);
	for (const { total, parts } of system.relations)
		expect(parts.reduce((sum, cell) => sum + system.values[cell]!, 0)).toBe(system.values[total]);
	expect(system.relations).toHaveLength(3 + 1 + 2 + 1);
	expect(new Table([2, 3, 4]).relations()).toHaveLength(4 * 5 + 3 * 5 + 3 * 4);
});

describe('what is hidden', () => {
	test('nothing in a table without a small cell, and nobody is no small cell', () => {
		expect(
			hiddenIn([
				[0, 12, 9],
				[5, 30, 8]
			])
		).toEqual({ complementary: [], unmet: [] });
	});

	test('the rectangle that loses least', () => {
		expect(
			hiddenIn([
				[3, 20, 60],
				[30, 40, 70],
				[50, 51, 52]
			]).complementary
		).toEqual([
			[0, 1],
			[1, 0],
			[1, 1]
		]);
	});

	test('more where a small cell could only be a little larger', () => {
		// With the one of the same row alone the 4 could be 0 to 5, with its own 2 more: as wide as the minimum.
		const found = hiddenIn([
			[4, 1, 50],
			[50, 50, 50]
		]);
		expect(found.unmet).toEqual([]);
		// The person of the 1 knows it: without a third cell the 4 would stand open to her.
		expect(found.complementary).toEqual(expect.arrayContaining([[0, 2]]));
	});

	test('all is not enough where a published total is small itself', () => {
		expect(
			hiddenIn([
				[2, 1],
				[9, 9]
			]).unmet
		).not.toEqual([]);
	});
});

test('amounts keep their share of room, and whether there is any stays open', () => {
	const { table, system } = tableOf([
		[200, 1000, 500],
		[9000, 900, 10]
	]);
	const cell = table.cellAt([0, 0]);
	const demands = amountDemands(system, { cells: [cell], singles: [] }, 0.1);
	const { complementary } = suppress(highs, [{ system, demands }], [cell]);
	const pattern = new Pattern(highs, [{ system, demands }], [cell, ...complementary]);
	const [low, high] = pattern.attacker(0).interval(cell);
	pattern.dispose();
	expect(low).toBe(0);
	expect(high).toBeGreaterThanOrEqual(220);
});

const FILE = join(
	import.meta.dirname,
	'../../../../../shared/fixtures/disclosure/four-by-four.json'
);

test.runIf(existsSync(FILE))('an instance of the literature is worked out as it is known', () => {
	const { rows, columns, values, cases } = JSON.parse(readFileSync(FILE, 'utf8')) as {
		rows: string[];
		columns: string[];
		values: number[][];
		cases: { hidden: string[]; attack: Record<string, [number, number]> }[];
	};
	const { table, system } = tableOf(values);
	const cellOf = ([row = '', column = '']: string) =>
		table.cellAt([rows.indexOf(row), columns.indexOf(column)]);
	expect(cases).toHaveLength(2);
	for (const { hidden, attack } of cases) {
		const attacker = new Attacker(highs, system);
		for (const cell of hidden) attacker.hide(cellOf(cell));
		for (const [cell, interval] of Object.entries(attack))
			expect(attacker.interval(cellOf(cell))).toEqual(interval);
		attacker.dispose();
	}
});
