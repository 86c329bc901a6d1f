/**
 * Estimates of a design on `apistrat` with calibrated weights, computed once with R 4.2.2 and survey
 * 4.1-1 (svymean, postStratify, rake) and carried over as they stand.
 */
import { describe, expect, test } from 'vitest';
import { POPULATION, SCHOOLS } from './apistrat.fixture';
import { designMean, rake, type Answers, type SurveyDesign } from './index';
import { expectNear } from './testing';
import { STRATA, stratum, pw, ones, square, designOf, domain, column } from './design.fixture';

const near = expectNear(1e-9);
const nearIterated = expectNear(1e-6);

describe('weights calibrated to known margins', () => {
	const met = { cell: column(5), totals: [1072, 5122] };
	const award = { cell: column(4), totals: [2027, 4167] };
	const types = { cell: stratum, totals: STRATA.map((name) => POPULATION[name]!) };

	test('post-stratification', () => {
		const { weights, converged } = rake([met], 200, { start: pw });
		expect(converged).toBe(true);
		near(
			{ ...Array.from(weights.slice(0, 5)) },
			{
				...[
					44.1556024515277, 44.1556024515277, 44.4717681227077, 44.1556024515277, 44.1556024515277
				]
			}
		);
		const calibrated = designOf(weights, [met.cell]);
		near(designMean(calibrated, domain(calibrated), column(1)), {
			value: 662.203029450444,
			standardError: 9.2725438999078
		});
	});

	test('raking', () => {
		const { weights, converged } = rake([types, met, award], 200, { start: pw });
		expect(converged).toBe(true);
		nearIterated(
			{
				...Array.from(weights.slice(0, 5)),
				sum: weights.reduce((a, b) => a + b),
				least: Math.min(...weights),
				most: Math.max(...weights)
			},
			{
				...[
					35.780613314614, 46.3424045091241, 43.7726034305621, 46.3424045091241, 46.3424045091241
				],
				sum: 6194,
				least: 12.5658306266137,
				most: 46.3424045091241
			}
		);
		const calibrated = designOf(weights, [types.cell, met.cell, award.cell]);
		nearIterated(designMean(calibrated, domain(calibrated), column(1)), {
			value: 662.404644127622,
			standardError: 9.24877342734661
		});
	});

	test('counting sheets that are alike together changes nothing', () => {
		const { weights } = rake([types, met, award], 200, { start: pw });
		const single = designOf(weights, [types.cell, met.cell, award.cell]);
		const keys = SCHOOLS.map(([type, , , , a, m]) => `${type}${a}${m}`);
		const groups = [...new Set(keys)];
		const first = groups.map((key) => keys.indexOf(key));
		const sum = (values: ArrayLike<number>) =>
			groups.map((key) => keys.reduce((s, own, at) => (own === key ? s + values[at]! : s), 0));
		const grouped: SurveyDesign = {
			...single,
			n: sum(ones),
			sw: sum(weights),
			sww: sum(square(weights)),
			stratum: first.map((at) => stratum[at]!),
			margins: [types.cell, met.cell, award.cell].map((cells) => first.map((at) => cells[at]!))
		};
		const answers: Answers = { ...domain(single), group: keys.map((key) => groups.indexOf(key)) };
		const value = designMean(single, domain(single), column(1));
		near(designMean(grouped, answers, column(1)), {
			value: value.value,
			standardError: value.standardError!
		});
	});
});
