import { describe, expect, test } from 'vitest';
import type { Sheet } from './interpret/sheet';
import { calibrate, weighByDesign } from './interpret/weighting';
import type { Mapping } from './mapping';

const sheet = (quartier: string, age: string | null, weight = 1, cluster = ''): Sheet => ({
	quartier,
	wave: 0,
	weight,
	cluster,
	received: null,
	groups: [age]
});
const wave = (more: Partial<Mapping['waves'][number]>): Mapping['waves'] => [
	{ key: '', name: '2025', from: '2025-05-01', to: '2025-06-01', ...more }
];
const sumOf = (sheets: readonly Sheet[], keeps: (one: Sheet) => boolean): number =>
	sheets.filter(keeps).reduce((sum, { weight }) => sum + weight, 0);
const many = (times: number, make: () => Sheet): Sheet[] => Array.from({ length: times }, make);

const SAMPLE = () => [
	...many(30, () => sheet('Heidberg', 'old')),
	...many(10, () => sheet('Heidberg', 'young')),
	...many(40, () => sheet('Weststadt', 'old')),
	...many(20, () => sheet('Weststadt', 'young'))
];
const AGE = {
	dimension: 'age',
	populations: [
		['young', 600],
		['old', 400]
	] as [string, number][]
};
const QUARTIER = {
	dimension: 'quartier',
	populations: [
		['Heidberg', 500],
		['Weststadt', 500]
	] as [string, number][]
};

describe('weights calibrated to margins', () => {
	test('meet every margin at once, and the report says how', () => {
		const sheets = SAMPLE();
		const [report] = calibrate(sheets, ['age'], wave({ weighting: { margins: [AGE, QUARTIER] } }));
		expect(sumOf(sheets, ({ groups }) => groups[0] === 'young')).toBeCloseTo(600, 6);
		expect(sumOf(sheets, ({ quartier }) => quartier === 'Heidberg')).toBeCloseTo(500, 6);
		expect(report).toMatchObject({ converged: true, capped: 0, sheets: 100 });
		expect(report!.effectiveSize).toBeLessThan(100);
		const [young] = report!.margins[0]!.cells;
		expect(young).toMatchObject({ names: ['young'], sheets: 30, before: 0.3, population: 0.6 });
		expect(young!.after).toBeCloseTo(0.6, 9);
	});

	test('totals that do not agree are taken as shares', () => {
		const sheets = SAMPLE();
		const twice = QUARTIER.populations.map(([name, n]): [string, number] => [name, 2 * n]);
		const margins = [AGE, { dimension: 'quartier', populations: twice }];
		const [report] = calibrate(sheets, ['age'], wave({ weighting: { margins } }));
		expect(report!.converged).toBe(true);
		expect(sumOf(sheets, ({ groups }) => groups[0] === 'young')).toBeCloseTo(1200, 6);
	});

	test('sheets that a margin does not know keep a mean weight', () => {
		const sheets = [...SAMPLE(), ...many(10, () => sheet('Heidberg', null))];
		const [report] = calibrate(sheets, ['age'], wave({ weighting: { margins: [AGE] } }));
		expect(report!.margins[0]!.unknown).toBe(10);
		expect(sheets.at(-1)!.weight).toBeCloseTo(1000 / 110, 9);
		const known = sumOf(sheets, ({ groups }) => groups[0] !== null);
		expect(sumOf(sheets, ({ groups }) => groups[0] === 'young') / known).toBeCloseTo(0.6, 9);
	});

	test('a cap holds, and says that it does', () => {
		const sheets = [
			...many(98, () => sheet('Heidberg', 'old')),
			...many(2, () => sheet('Heidberg', 'young'))
		];
		const [report] = calibrate(sheets, ['age'], wave({ weighting: { margins: [AGE], cap: 3 } }));
		expect(report).toMatchObject({ converged: false, capped: 2 });
		expect(report!.most).toBeCloseTo(3, 6);
	});

	test('a category without sheets is joined with its neighbour', () => {
		const sheets = SAMPLE();
		const populations: [string, number][] = [
			['child', 100],
			['young', 500],
			['old', 400]
		];
		const [report] = calibrate(
			sheets,
			['age'],
			wave({ weighting: { margins: [{ dimension: 'age', populations }] } })
		);
		expect(report!.margins[0]!.cells.map(({ names }) => names)).toEqual([
			['child', 'young'],
			['old']
		]);
		expect(sumOf(sheets, ({ groups }) => groups[0] === 'young')).toBeCloseTo(600, 6);
	});

	test('without a weighting, or with one that meets nobody, all stays as it was', () => {
		const sheets = SAMPLE();
		expect(calibrate(sheets, ['age'], wave({}))).toEqual([]);
		const strange = { dimension: 'household', populations: [['alone', 5]] as [string, number][] };
		expect(calibrate(sheets, ['age'], wave({ weighting: { margins: [strange] } }))).toEqual([]);
		expect(sheets.every(({ weight }) => weight === 1)).toBe(true);
	});
});

describe('weights from how sheets were drawn', () => {
	test('households of the Quartier by sheets, houses by houses', () => {
		const drawn = [sheet('Heidberg', null), sheet('Heidberg', null), sheet('Weststadt', null)];
		const populations: [string, number][] = [['Heidberg', 100]];
		weighByDesign(drawn, wave({ design: { drawn: 'households', populations } }));
		expect(drawn.map(({ weight }) => weight)).toEqual([50, 50, 1]);
		const houses = ['a', 'a', 'b'].map((house) => sheet('Heidberg', null, 1, house));
		weighByDesign(houses, wave({ design: { drawn: 'houses', populations } }));
		expect(houses.map(({ weight }) => weight)).toEqual([50, 50, 50]);
	});
});
