/**
 * Estimates of a design on `apistrat`, computed once with R 4.2.2 and survey 4.1-1 (svymean, svytotal,
 * svyratio, svyquantile, svyciprop, svyttest, svychisq, svyby) and carried over as they stand.
 */
import { expect, test } from 'vitest';
import { SCHOOLS } from './apistrat.fixture';
import {
	designDifference,
	designEffect,
	designMean,
	designQuantile,
	designRatio,
	designTotal,
	raoScottTest,
	shareInterval,
	momentsOf,
	kishEffectiveSize
} from './index';
import { expectNear } from './testing';
import { pw, ones, domain, column, design, all } from './design.fixture';

const near = expectNear(1e-9);
const nearIterated = expectNear(1e-6);

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
