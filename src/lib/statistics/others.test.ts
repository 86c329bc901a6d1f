/**
 * Numbers computed once with R 4.2.2 (packages survival, epitools, psych, MASS and stats) and carried
 * over as they stand.
 */
import { describe, expect, test } from 'vitest';
import {
	bootstrapRows,
	correlations,
	cronbachAlpha,
	directlyStandardisedMean,
	directlyStandardisedRate,
	holm,
	kaplanMeier,
	kruskalWallis,
	linearTrend,
	medianDuration,
	MOST_DRIVERS,
	pearsonTest,
	poissonRatio,
	shapley
} from './index';
import { expectNear } from './testing';

const near = expectNear(1e-9);

describe('kaplanMeier', () => {
	const times = [3, 5, 5, 8, 12, 14, 20, 21, 25, 30, 30, 44];
	const ended = [1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1];
	const steps = kaplanMeier(times, ended);

	test('the curve of survival::survfit', () => {
		expect(steps.map(({ time }) => time)).toEqual([3, 5, 8, 12, 14, 20, 21, 25, 30, 44]);
		near(
			{ ...steps.map(({ survival }) => survival) },
			{
				...[
					0.916666666666667, 0.833333333333333, 0.740740740740741, 0.648148148148148,
					0.648148148148148, 0.540123456790123, 0.432098765432099, 0.324074074074074,
					0.216049382716049, 0
				]
			}
		);
	});

	test('the median, with the times at which the interval crosses one half', () => {
		const found = medianDuration(steps);
		expect(found).toMatchObject({ value: 21 });
		expect(steps.find(({ low }) => low <= 0.5)?.time).toBe(found?.low);
		expect(found?.high === null || found!.high >= 21).toBe(true);
	});

	test('open cases hold the curve up; without half of them ended there is no median', () => {
		expect(medianDuration(kaplanMeier([1, 2, 3, 4], [1, 0, 0, 0]))).toBeNull();
		expect(medianDuration(kaplanMeier([1, 2, 3, 4], [1, 1, 1, 1]))?.value).toBe(2.5);
		expect(medianDuration(kaplanMeier([], []))).toBeNull();
	});
});

test('directlyStandardisedRate', () => {
	near(directlyStandardisedRate([5, 18, 30], [800, 1500, 900], [20000, 50000, 30000]), {
		crude: 0.0165625,
		value: 0.01725,
		low: 0.0129102321676785,
		high: 0.0225880337901807
	});
	expect(directlyStandardisedRate([0], [10], [1])).toMatchObject({ value: 0, low: 0 });
	expect(() => directlyStandardisedRate([1], [0], [1])).toThrow(RangeError);
});

test('directlyStandardisedMean', () => {
	near(
		directlyStandardisedMean([
			{ value: 0.6, standardError: 0.05, standard: 300 },
			{ value: 0.8, standardError: 0.04, standard: 100 }
		]),
		{ value: 0.65, standardError: Math.sqrt((0.75 * 0.05) ** 2 + (0.25 * 0.04) ** 2) }
	);
	const unknown = { value: 1, standardError: null, standard: 1 };
	expect(directlyStandardisedMean([unknown]).standardError).toBeNull();
	expect(() => directlyStandardisedMean([])).toThrow(RangeError);
});

test('poissonRatio', () => {
	near(poissonRatio(17, 1.25, 41, 2.1), {
		ratio: 0.696585365853659,
		p: 0.224315000198889,
		low: 0.371049092286044,
		high: 1.25345763734898
	});
	expect(poissonRatio(3, 1, 0, 1)).toMatchObject({ ratio: Infinity, high: Infinity });
});

test('holm', () => {
	const p = [0.001, 0.008, 0.039, 0.041, 0.042, ...Array<number>(20).fill(0.5)];
	near({ ...holm(p).slice(0, 5) }, { ...[0.025, 0.192, 0.897, 0.902, 0.902] });
});

/** Copenhagen Housing Conditions Survey (Madsen 1976): low, medium, high by type of building. */
const COPENHAGEN = [
	[99, 101, 200],
	[271, 192, 302],
	[64, 79, 96],
	[133, 74, 70]
];

test('pearsonTest and kruskalWallis on tenants of Copenhagen', () => {
	near(pearsonTest(COPENHAGEN), { statistic: 60.2859542654634, df: 6, p: 3.93739667188708e-11 });
	near(kruskalWallis(COPENHAGEN), { statistic: 53.5597601522917, df: 3, p: 1.39282980702607e-11 });
	expect(pearsonTest([[3, 4]]).p).toBeNull();
	expect(
		kruskalWallis([
			[3, 0],
			[5, 0]
		]).p
	).toBeNull();
});

describe('cronbachAlpha', () => {
	test('two items, worked out by hand', () => {
		// variances 5/3 and 2/3, of the sums 3, 4, 4, 7 it is 3: alpha = 2 · (1 − (7/3)/3)
		near(
			cronbachAlpha([
				[1, 2, 3, 4],
				[2, 2, 1, 3]
			])!,
			{ alpha: 4 / 9, n: 4 }
		);
	});
	test('sheets with a gap do not count, and nothing to measure gives nothing', () => {
		const complete = cronbachAlpha([
			[1, 2, 4],
			[2, 3, 3]
		]);
		expect(
			cronbachAlpha([
				[1, 2, 9, 4],
				[2, 3, NaN, 3]
			])
		).toEqual(complete);
		expect(cronbachAlpha([[1, 2]])).toBeNull();
		expect(
			cronbachAlpha([
				[1, 1],
				[2, 2]
			])
		).toBeNull();
	});
});

/** Correlations of R's data set swiss: agriculture, examination, education, Catholic, infant mortality, fertility. */
const SWISS = [
	[
		1.0, -0.6865422086171364, -0.6395225189483201, 0.4010950530487399, -0.06085860841658159,
		0.35307918361997476
	],
	[
		-0.6865422086171364, 1.0, 0.6984152962884829, -0.5727418060641666, -0.11402159648203354,
		-0.6458827064572875
	],
	[
		-0.6395225189483201, 0.6984152962884829, 1.0, -0.15385891709091482, -0.09932184582134564,
		-0.6637888570350692
	],
	[
		0.4010950530487399, -0.5727418060641666, -0.15385891709091482, 1.0, 0.17549590759662295,
		0.4636847006517939
	],
	[
		-0.06085860841658159, -0.11402159648203354, -0.09932184582134564, 0.17549590759662295, 1.0,
		0.4165560314349827
	],
	[
		0.35307918361997476, -0.6458827064572875, -0.6637888570350692, 0.4636847006517939,
		0.4165560314349827, 1.0
	]
];

describe('drivers', () => {
	test('Shapley shares of R² on swiss', () => {
		const shares = shapley(SWISS);
		near(
			{ ...shares, all: shares.reduce((a, b) => a + b) },
			{
				...[
					0.0570912207680913, 0.171173028900234, 0.260134678624384, 0.105570150373494,
					0.112765922926522
				],
				all: 0.706735001592726
			}
		);
	});

	test('two that say the same share what they bring', () => {
		const x = [1, 2, 3, 4, 5, 6];
		const y = [2, 1, 4, 3, 6, 5];
		const shares = shapley(
			correlations(
				[x, x, y],
				x.map(() => 1)
			)
		);
		const r = correlations(
			[x, y],
			x.map(() => 1)
		)[0]![1]!;
		near({ ...shares }, { ...[r ** 2 / 2, r ** 2 / 2] });
	});

	test('correlations take weights and drawn rows for what they are', () => {
		const [x, y] = [
			[1, 2, 3, 4],
			[2, 1, 4, 3]
		];
		const twice = correlations(
			[
				[...x, 4],
				[...y, 3]
			],
			[1, 1, 1, 1, 1]
		);
		near({ ...correlations([x, y], [1, 1, 1, 2])[0] }, { ...twice[0] });
		near({ ...correlations([x, y], [1, 1, 1, 1], [0, 1, 2, 3, 3])[0] }, { ...twice[0] });
		expect(correlations([x, [5, 5, 5, 5]], [1, 1, 1, 1])[0]![1]).toBe(0);
	});

	test('rows of a bootstrap come from the range', () => {
		let next = 0;
		const rows = bootstrapRows(5, () => (next += 0.19) % 1);
		expect([...rows].every((row) => row >= 0 && row < 5)).toBe(true);
	});

	test('too many predictors are refused', () => {
		const many = Array.from({ length: MOST_DRIVERS + 2 }, (_, i) =>
			Array.from({ length: MOST_DRIVERS + 2 }, (_, j) => (i === j ? 1 : 0))
		);
		expect(() => shapley(many)).toThrow(RangeError);
	});
});

test('linearTrend', () => {
	// equal errors: the least squares line through 1, 2, 6 has a slope of 2.5, its error 0.5/√2
	const points = [1, 2, 6].map((value, time) => ({ time, value, standardError: 0.5 }));
	near(linearTrend(points)!, { slope: 2.5, standardError: 0.5 / Math.SQRT2 });
	// residuals 0.5, −1, 0.5 over their error: Q = (1 + 4 + 1) · 1; R: pchisq(6, 1, lower.tail = FALSE)
	near({ p: linearTrend(points)!.lackOfFit! }, { p: 0.01430587843542964 });
	expect(linearTrend(points.slice(1))!.lackOfFit).toBeNull();
	expect(linearTrend([{ ...points[0]!, standardError: 0 }, points[1]!])).toBeNull();
	expect(linearTrend([points[0]!, points[0]!])).toBeNull();
});
