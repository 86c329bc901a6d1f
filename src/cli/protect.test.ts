import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { protectCommand } from './protect';
import { lines, problemOf, tidyUp } from './testing';

type Answer = {
	releasable?: boolean;
	holds?: boolean;
	exposed?: { row: string; column: string }[];
	totals?: { row: string | null; column: string | null }[];
	cells: {
		row: string;
		column: string;
		value: number | null;
		n?: number | null;
		reason: string | null;
		interval: [number, number];
	}[];
};

afterAll(tidyUp);
const succeeds = () => void (process.exitCode = 0);
beforeEach(succeeds);
afterEach(succeeds);

const NAMES = ['--rows', 'Quartier', '--columns', 'Anlass', '--value', 'Fälle'];
const answer = async (path: string, ...args: string[]): Promise<Answer> =>
	JSON.parse(await protectCommand([path, ...NAMES, ...args])) as Answer;

const CASES = lines(
	'Quartier;Anlass;Fälle;verdeckt',
	'West;Energie;20;0',
	'West;Sucht;3;1',
	'West;Lärm;60;0',
	'Ost;Energie;40;0',
	'Ost;Sucht;30;1',
	'Ost;Lärm;70;0'
);

test('hides what a small cell needs, says why, and between what an attacker finds it', async () => {
	const { releasable, cells } = await answer(CASES);
	expect(releasable).toBe(true);
	expect(process.exitCode).toBe(0);
	expect(cells).toEqual([
		{ row: 'West', column: 'Energie', value: null, reason: 'complementary', interval: [0, 23] },
		{ row: 'West', column: 'Sucht', value: null, reason: 'small-cell', interval: [0, 23] },
		{ row: 'West', column: 'Lärm', value: 60, reason: null, interval: [60, 60] },
		{ row: 'Ost', column: 'Energie', value: null, reason: 'complementary', interval: [37, 60] },
		{ row: 'Ost', column: 'Sucht', value: null, reason: 'complementary', interval: [10, 33] },
		{ row: 'Ost', column: 'Lärm', value: 70, reason: null, interval: [70, 70] }
	]);
});

test('a pattern is taken as it is, and what it gives away is named', async () => {
	const { holds, exposed, cells } = await answer(CASES, '--hidden', 'verdeckt', '--audit-only');
	expect(holds).toBe(false);
	expect(exposed).toEqual(
		expect.arrayContaining([
			{ row: 'West', column: 'Sucht' },
			{ row: 'Ost', column: 'Sucht' }
		])
	);
	expect(cells.find(({ row, column }) => row === 'West' && column === 'Sucht')?.interval).toEqual([
		3, 3
	]);
	expect(process.exitCode).toBe(1);
	// Nor may what somebody hid for another reason be worked out.
	const found = await answer(CASES, '--min', '2', '--hidden', 'verdeckt', '--audit-only');
	expect(found.exposed).toHaveLength(2);
	const whole = lines(
		'Quartier;Anlass;Fälle;verdeckt',
		...['West;a;3;1', 'West;b;20;1', 'West;c;60;0', 'Ost;a;30;1', 'Ost;b;40;1', 'Ost;c;70;0']
	);
	process.exitCode = 0;
	expect((await answer(whole, '--hidden', 'verdeckt', '--audit-only')).holds).toBe(true);
	expect(process.exitCode).toBe(0);
});

test('what is hidden already stays so, and what would give it away goes with it', async () => {
	const { cells } = await answer(CASES, '--min', '2', '--hidden', 'verdeckt');
	const hidden = cells.filter(({ value }) => value === null);
	expect(hidden.map(({ row, column }) => [row, column])).toEqual([
		['West', 'Energie'],
		['West', 'Sucht'],
		['Ost', 'Energie'],
		['Ost', 'Sucht']
	]);
	for (const { interval } of hidden) expect(interval[1]).toBeGreaterThan(interval[0]);
});

test('where a published total is small itself nothing is told, and the total is named', async () => {
	const path = lines('Quartier;Anlass;Fälle', 'West;a;2', 'West;b;1', 'Ost;a;9', 'Ost;b;9');
	const { releasable, totals, cells } = await answer(path);
	expect(releasable).toBe(false);
	expect(totals).toEqual([{ row: 'West', column: null }]);
	expect(cells.every(({ value, interval }) => value === null && interval === null)).toBe(true);
	expect(process.exitCode).toBe(1);
});

test('of amounts n says which cells are small, and goes with them', async () => {
	const path = lines(
		'Quartier;Anlass;Fälle;Haushalte',
		'West;a;200,50;2',
		'West;b;1000;30',
		'Ost;a;9000;100',
		'Ost;b;900;20'
	);
	const { cells } = await answer(path, '--n', 'Haushalte');
	expect(cells[0]).toMatchObject({ value: null, n: null, reason: 'small-cell' });
	expect(cells[0]!.interval[0]).toBe(0);
	expect(cells[0]!.interval[1]).toBeGreaterThan(200.5 * 1.1);
});

test('where one need of somebody who knows her own cell is enough, a half of each is not', async () => {
	const amounts = ['100;4', '500;1', '6;4', '6;4', '700;40', '6;4', '600;40', '650;40', '800;40'];
	const path = lines(
		'Quartier;Anlass;Fälle;Haushalte',
		...amounts.map((amount, at) => `R${Math.floor(at / 3)};C${at % 3};${amount}`)
	);
	expect((await answer(path, '--n', 'Haushalte')).releasable).toBe(true);
});

test('decimals of amounts are read as such, and an amount of nobody is asked about', async () => {
	const rows = ['West;a;1,234;9', 'West;b;12,5;30', 'Ost;a;9,001;100', 'Ost;b;1,111;20'];
	const path = lines('Quartier;Anlass;Fälle;Haushalte', ...rows);
	expect((await answer(path, '--n', 'Haushalte')).cells[0]!.value).toBe(1.234);
	const wrong = lines('Quartier;Anlass;Fälle;Haushalte', 'West;a;500;0', ...rows.slice(1));
	expect(await problemOf(protectCommand([wrong, ...NAMES, '--n', 'Haushalte']))).toMatchObject({
		code: 'cell_of_nobody',
		place: { row: 2, column: 'Fälle' }
	});
});

test.each([
	['usage', [CASES]],
	['usage', [CASES, ...NAMES, '--audit-only']],
	['unknown_option', [CASES, ...NAMES, '--format', 'csv']],
	['unknown_option', [CASES, ...NAMES, '--sort']],
	['bad_min', [CASES, ...NAMES, '--min', '1']],
	['unknown_column', [CASES, ...NAMES, '--n', 'x']],
	['file_unreadable', ['nowhere.csv', ...NAMES]]
])('%s', async (code, args) => {
	expect((await problemOf(protectCommand(args))).code).toBe(code);
});

test.each([
	['cell_value', 'West;b;-1', { row: 3, column: 'Fälle' }],
	['cell_value', 'West;b;viele', { row: 3, column: 'Fälle' }],
	['cell_label', ';b;1', { row: 3, column: 'Quartier' }],
	['cell_twice', 'West;a;1', { row: 3 }]
])('%s in %s is said with its place', async (code, line, place) => {
	const path = lines('Quartier;Anlass;Fälle', 'West;a;20', line, 'Ost;a;20', 'Ost;b;30');
	const problem = await problemOf(protectCommand([path, ...NAMES]));
	expect(problem).toMatchObject({ code, place });
});
