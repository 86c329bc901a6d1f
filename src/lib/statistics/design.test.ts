/**
 * Estimates of a design on `apistrat`, computed once with R 4.2.2 and survey 4.1-1 (svymean, svytotal,
 * svyratio, svyquantile, svyciprop, svyttest, svychisq, svyby, postStratify, rake) and carried over as
 * they stand.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POPULATION, SCHOOLS, WEIGHTS } from './apistrat.fixture';
import {
	designDifference,
	designEffect,
	designMean,
	designQuantile,
	designRatio,
	designTotal,
	rake,
	raoScottTest,
	shareInterval,
	weightedMean,
	momentsOf,
	kishEffectiveSize,
	type Answers,
	type SurveyDesign
} from './index';
import { expectNear } from './testing';

const near = expectNear(1e-9);
const nearIterated = expectNear(1e-6);

const STRATA = Object.keys(POPULATION);
const counts = STRATA.map((name) => SCHOOLS.filter(([stratum]) => stratum === name).length);
const stratum = SCHOOLS.map(([name]) => STRATA.indexOf(name));
const pw = SCHOOLS.map(([name]) => WEIGHTS[name]!);
const ones = SCHOOLS.map(() => 1);
const square = (weights: ArrayLike<number>) => Array.from(weights, (w) => w * w);

const designOf = (
	weights: ArrayLike<number> = pw,
	margins: SurveyDesign['margins'] = []
): SurveyDesign => ({
	n: ones,
	sw: weights,
	sww: square(weights),
	stratum,
	cluster: null,
	strata: counts.map((units, h) => ({ units, population: POPULATION[STRATA[h]!]! })),
	margins
});

/** The schools of a domain, one row each. */
const domain = (design: SurveyDesign, keeps: (at: number) => boolean = () => true): Answers => {
	const rows = SCHOOLS.map((_, at) => at).filter(keeps);
	return {
		length: rows.length,
		group: rows,
		n: rows.map(() => 1),
		sw: rows.map((at) => design.sw[at]!),
		sww: rows.map((at) => design.sww[at]!)
	};
};
const column = (place: 1 | 2 | 3 | 4 | 5, keeps: (at: number) => boolean = () => true): number[] =>
	SCHOOLS.filter((_, at) => keeps(at)).map((school) => school[place]);

const design = designOf();
const all = domain(design);

test('mean, total and share of a stratified sample from a finite population', () => {
	near(designMean(design, all, column(1)), {
		value: 662.287363159321,
		standardError: 9.40894080278458,
		df: 197
	});
	near(designTotal(design, all, column(3)), {
		value: 3687177.53243828,
		standardError: 114641.71610078
	});
	near(designMean(design, all, column(4)), {
		value: 0.638936064050578,
		standardError: 0.0344059179972689
	});
});

test.each([
	['logit', 0.568721098868047, 0.703675779368256],
	['beta', 0.567218701479749, 0.706354783014459],
	['wald', 0.571084874530262, 0.706787253570895],
	['arcsine', 0.569926322567724, 0.705177805715608]
] as const)('interval of a share: %s', (method, low, high) => {
	const { value, standardError, df } = designMean(design, all, column(4));
	const share = { value, standardError: standardError!, df, n: 200, effectiveSize: 168 };
	near(shareInterval(method, share), { low, high });
});

test('wilson on the effective size lies between the others and holds the share', () => {
	const { value, standardError, df } = designMean(design, all, column(4));
	const share = { value, standardError: standardError!, df, n: 200, effectiveSize: 168 };
	const { low, high } = shareInterval('wilson', share);
	// p(1−p)/SE² = 194.9; Wilson's formula by hand
	const size = (value * (1 - value)) / standardError! ** 2;
	const z = 1.959963984540054;
	const centre = (value + z ** 2 / (2 * size)) / (1 + z ** 2 / size);
	const half =
		(z / (1 + z ** 2 / size)) * Math.sqrt((value * (1 - value)) / size + z ** 2 / (4 * size ** 2));
	near({ low, high }, { low: centre - half, high: centre + half });
});

test.each([
	['E', 674.43, 12.3824797939073, 0.73, 0.0441120855012482],
	['H', 625.82, 14.9371291853931, 0.32, 0.0643950505091163],
	['M', 636.6, 16.2147073081845, 0.48, 0.0695966026581735]
])('domain %s', (name, mean, meanError, share, shareError) => {
	const keeps = (at: number) => SCHOOLS[at]![0] === name;
	near(designMean(design, domain(design, keeps), column(1, keeps)), {
		value: mean,
		standardError: meanError
	});
	near(designMean(design, domain(design, keeps), column(4, keeps)), {
		value: share,
		standardError: shareError
	});
});

test.each([
	[0, 633.734911659413, 15.334770976045],
	[1, 678.422405614438, 11.8566309874443]
])('domain across the strata, award %i', (award, value, standardError) => {
	const keeps = (at: number) => SCHOOLS[at]![4] === award;
	near(designMean(design, domain(design, keeps), column(1, keeps)), { value, standardError });
});

test('ratio, quartiles, design effect and effective size', () => {
	near(designRatio(design, all, column(1), column(2)), {
		value: 1.05226054621825,
		standardError: 0.00364392223084347
	});
	expect([0.25, 0.5, 0.75].map((p) => designQuantile(design, all, column(1), p).value)).toEqual([
		565, 668, 756
	]);
	near({ deff: designEffect(design, all, column(1)) }, { deff: 1.20445726853772 });
	near({ n: kishEffectiveSize(momentsOf(ones, pw)) }, { n: 168.581331280756 });
});

test('the interval of a quantile holds it and stands on values that occur', () => {
	const { value, low, high } = designQuantile(design, all, column(1), 0.5);
	expect(low).toBeLessThan(value);
	expect(high).toBeGreaterThan(value);
	expect(column(1)).toEqual(expect.arrayContaining([low, high]));
});

test('difference of two domains', () => {
	near(
		designDifference(design, all, column(1), (at) => SCHOOLS[at]![4] === 1),
		{ difference: 44.6874939550245, t: 2.3036073198213, df: 196, p: 0.0222935238150612 }
	);
});

test('Rao and Scott', () => {
	const { statistic, ndf, ddf, p } = raoScottTest(design, all, column(4), column(5), [2, 2]);
	near({ statistic, ndf, ddf }, { statistic: 77.2768990382021, ndf: 1, ddf: 197 });
	nearIterated({ p }, { p: 7.36397285850783e-16 });
});

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

describe('clusters', () => {
	/** One stratum of clusters with their values. */
	const clustered = (
		clusters: number[][],
		population: number | null
	): [SurveyDesign, Answers, number[]] => {
		const values = clusters.flat();
		const place = clusters.flatMap((own, at) => own.map(() => at + 1));
		const one = values.map(() => 1);
		return [
			{
				n: one,
				sw: one,
				sww: one,
				stratum: values.map(() => 0),
				cluster: place,
				strata: [{ units: clusters.length, population }],
				margins: []
			},
			{ length: values.length, group: [...values.keys()], n: one, sw: one, sww: one },
			values
		];
	};

	test('the variance is that between clusters', () => {
		const [design, answers, y] = clustered([[1, 2], [4], [3, 5, 3]], 30);
		// ȳ = 3; z = Σ(y − ȳ)/6 = −0.5, 1/6, 1/3; (1 − 3/30) · 3/2 · Σz²
		const expected = Math.sqrt(0.9 * 1.5 * (0.25 + 1 / 36 + 1 / 9));
		near(designMean(design, answers, y), { value: 3, standardError: expected, df: 2 });
	});

	test('clusters of one sheet are sheets', () => {
		const y = [3, 5, 2, 8, 4];
		const [design, answers] = clustered(
			y.map((one) => [one]),
			null
		);
		const { value, standardError, df } = designMean(design, answers, y);
		near(weightedMean(momentsOf(y), 5), { value, standardError: standardError! });
		expect(df).toBe(4);
	});
});

describe('what is odd has a defined result', () => {
	const row = (stratumOf: number[], strata: SurveyDesign['strata']): [SurveyDesign, Answers] => {
		const one = stratumOf.map(() => 1);
		return [
			{ n: one, sw: one, sww: one, stratum: stratumOf, cluster: null, strata, margins: [] },
			{ length: one.length, group: [...one.keys()], n: one, sw: one, sww: one }
		];
	};

	test('a stratum with one unit counts its distance from the mean of all', () => {
		const [design, answers] = row(
			[0, 0, 0, 1],
			[
				{ units: 3, population: null },
				{ units: 1, population: null }
			]
		);
		// ȳ = 4, u = (y − 4)/4: the first three 3/2 · Σ(u − ū)² with ū = −1/3, the last one u² = 1
		near(designMean(design, answers, [1, 3, 4, 8]), {
			value: 4,
			standardError: Math.sqrt(1.5 * ((9 + 1 + 0) / 16 - 3 / 9) + 1)
		});
	});

	test('a stratum that was asked whole has no error, and one larger than its population neither', () => {
		const [design, answers] = row([0, 0, 0], [{ units: 3, population: 3 }]);
		expect(designMean(design, answers, [1, 2, 6]).standardError).toBe(0);
		const [impossible] = row([0, 0, 0], [{ units: 3, population: 2 }]);
		expect(designMean(impossible, answers, [1, 2, 6]).standardError).toBe(0);
	});

	test('a single answer has no error, and an empty domain is refused', () => {
		const [design] = row([0, 0, 0], [{ units: 3, population: null }]);
		const single: Answers = { length: 1, group: [0], n: [1], sw: [1], sww: [1] };
		expect(designMean(design, single, [5])).toMatchObject({ value: 5, standardError: null, df: 0 });
		const nobody: Answers = { length: 0, group: [], n: [], sw: [], sww: [] };
		expect(() => designMean(design, nobody, [])).toThrow(RangeError);
	});
});

test('the scale of the weights does not matter to means, errors and quantiles', () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.record({ y: fc.integer({ min: 1, max: 5 }), w: fc.integer({ min: 1, max: 9 }) }),
				{
					minLength: 3,
					maxLength: 40
				}
			),
			fc.double({ min: 0.01, max: 100, noNaN: true }),
			(sheets, factor) => {
				const estimate = (scale: number) => {
					const w = sheets.map((sheet) => sheet.w * scale);
					const one = sheets.map(() => 1);
					const answers: Answers = {
						length: w.length,
						group: [...w.keys()],
						n: one,
						sw: w,
						sww: square(w)
					};
					const design: SurveyDesign = {
						n: one,
						sw: w,
						sww: square(w),
						stratum: sheets.map((_, at) => at % 2),
						cluster: null,
						strata: [
							{ units: Math.ceil(w.length / 2), population: null },
							{ units: Math.floor(w.length / 2), population: null }
						],
						margins: []
					};
					const y = sheets.map((sheet) => sheet.y);
					const { value, standardError } = designMean(design, answers, y);
					const median = designQuantile(design, answers, y, 0.5).value;
					return { value, standardError, median };
				};
				const [plain, scaled] = [estimate(1), estimate(factor)];
				expect(scaled.value).toBeCloseTo(plain.value, 9);
				expect(scaled.standardError).toBeCloseTo(plain.standardError ?? NaN, 7);
				expect(scaled.median).toBe(plain.median);
			}
		)
	);
});
