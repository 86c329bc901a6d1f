import { describe, expect, test } from 'vitest';
import type { SurveyResponse } from '../domain';
import { calibrate, weighByDesign } from './interpret/weighting';
import type { Mapping } from './mapping';

const response = (
	quartier: string,
	age: string | null,
	weight = 1,
	cluster = ''
): SurveyResponse => ({
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
const sumOf = (
	responses: readonly SurveyResponse[],
	keeps: (one: SurveyResponse) => boolean
): number => responses.filter(keeps).reduce((sum, { weight }) => sum + weight, 0);
const many = (times: number, make: () => SurveyResponse): SurveyResponse[] =>
	Array.from({ length: times }, make);

const SAMPLE = () => [
	...many(30, () => response('Heidberg', 'old')),
	...many(10, () => response('Heidberg', 'young')),
	...many(40, () => response('Weststadt', 'old')),
	...many(20, () => response('Weststadt', 'young'))
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
		const responses = SAMPLE();
		const [report] = calibrate(
			responses,
			['age'],
			wave({ weighting: { margins: [AGE, QUARTIER] } })
		);
		expect(sumOf(responses, ({ groups }) => groups[0] === 'young')).toBeCloseTo(600, 6);
		expect(sumOf(responses, ({ quartier }) => quartier === 'Heidberg')).toBeCloseTo(500, 6);
		expect(report).toMatchObject({ converged: true, capped: 0, responses: 100 });
		expect(report!.effectiveSize).toBeLessThan(100);
		const [young] = report!.margins[0]!.cells;
		expect(young).toMatchObject({ names: ['young'], responses: 30, before: 0.3, population: 0.6 });
		expect(young!.after).toBeCloseTo(0.6, 9);
	});

	test('totals that do not agree are taken as shares', () => {
		const responses = SAMPLE();
		const twice = QUARTIER.populations.map(([name, n]): [string, number] => [name, 2 * n]);
		const margins = [AGE, { dimension: 'quartier', populations: twice }];
		const [report] = calibrate(responses, ['age'], wave({ weighting: { margins } }));
		expect(report!.converged).toBe(true);
		expect(sumOf(responses, ({ groups }) => groups[0] === 'young')).toBeCloseTo(1200, 6);
	});

	test('responses that a margin does not know keep a mean weight', () => {
		const responses = [...SAMPLE(), ...many(10, () => response('Heidberg', null))];
		const [report] = calibrate(responses, ['age'], wave({ weighting: { margins: [AGE] } }));
		expect(report!.margins[0]!.unknown).toBe(10);
		expect(responses.at(-1)!.weight).toBeCloseTo(1000 / 110, 9);
		const known = sumOf(responses, ({ groups }) => groups[0] !== null);
		expect(sumOf(responses, ({ groups }) => groups[0] === 'young') / known).toBeCloseTo(0.6, 9);
	});

	test('a cap holds, and says that it does', () => {
		const responses = [
			...many(98, () => response('Heidberg', 'old')),
			...many(2, () => response('Heidberg', 'young'))
		];
		const [report] = calibrate(responses, ['age'], wave({ weighting: { margins: [AGE], cap: 3 } }));
		expect(report).toMatchObject({ converged: false, capped: 2 });
		expect(report!.most).toBeCloseTo(3, 6);
	});

	test('a category without responses is joined with its neighbour', () => {
		const responses = SAMPLE();
		const populations: [string, number][] = [
			['child', 100],
			['young', 500],
			['old', 400]
		];
		const [report] = calibrate(
			responses,
			['age'],
			wave({ weighting: { margins: [{ dimension: 'age', populations }] } })
		);
		expect(report!.margins[0]!.cells.map(({ names }) => names)).toEqual([
			['child', 'young'],
			['old']
		]);
		expect(sumOf(responses, ({ groups }) => groups[0] === 'young')).toBeCloseTo(600, 6);
	});

	test('without a weighting, or with one that meets nobody, all stays as it was', () => {
		const responses = SAMPLE();
		expect(calibrate(responses, ['age'], wave({}))).toEqual([]);
		const strange = { dimension: 'household', populations: [['alone', 5]] as [string, number][] };
		expect(calibrate(responses, ['age'], wave({ weighting: { margins: [strange] } }))).toEqual([]);
		expect(responses.every(({ weight }) => weight === 1)).toBe(true);
	});
});

describe('weights from how responses were drawn', () => {
	test('households of the Quartier by responses, houses by houses', () => {
		const drawn = [
			response('Heidberg', null),
			response('Heidberg', null),
			response('Weststadt', null)
		];
		const populations: [string, number][] = [['Heidberg', 100]];
		weighByDesign(drawn, wave({ design: { drawn: 'households', populations } }));
		expect(drawn.map(({ weight }) => weight)).toEqual([50, 50, 1]);
		const houses = ['a', 'a', 'b'].map((house) => response('Heidberg', null, 1, house));
		weighByDesign(houses, wave({ design: { drawn: 'houses', populations } }));
		expect(houses.map(({ weight }) => weight)).toEqual([50, 50, 50]);
	});
});
