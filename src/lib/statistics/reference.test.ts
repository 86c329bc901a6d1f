/**
 * Numbers computed once with R 4.2.2 and survey 4.1-1 (prop.test, binom.test, p.adjust, poisson.test,
 * svymean, svyciprop; data sets apistrat of survey and housing of MASS 7.3-58.2), carried over as
 * they stand. A relative error of 1e-9 is allowed.
 */
import { describe, expect, test } from 'vitest';
import {
	benjaminiHochberg,
	clopperPearson,
	kishEffectiveSize,
	meanOf,
	momentsOf,
	newcombe,
	npsOf,
	poissonDifference,
	poissonRate,
	shareOf,
	twoProportionsTest,
	weightedMean,
	weightedShare,
	wilson
} from './index';
import { logitInterval } from './share';
import { expectNear, repeated } from './testing';

const near = expectNear(1e-9);

test.each([
	[0, 5, 0, 0.434482464783175],
	[1, 5, 0.0362241086324301, 0.624465370237475],
	[5, 5, 0.565517535216825, 1],
	[7, 10, 0.396778147461145, 0.892208732593699],
	[15, 20, 0.531299122381256, 0.888138298592334],
	[81, 263, 0.255288519878274, 0.3662095769828],
	[412, 1000, 0.381887311279958, 0.4427861982135]
])('wilson %i of %i', (x, n, low, high) => {
	near(wilson(x, n), { low, high });
	near(shareOf(momentsOf(repeated([1, x], [0, n - x]))), { low, high });
});

test.each([
	[0, 5, 0, 0.521823750104981],
	[7, 10, 0.347547149940003, 0.933260488822266],
	[81, 263, 0.252736745585271, 0.367621922601351]
])('clopperPearson %i of %i', (x, n, low, high) => {
	near(clopperPearson(x, n), { low, high });
});

test.each([
	[56, 70, 48, 80, 0.2, 0.0524314724023649, 0.333872654036906],
	[9, 10, 3, 10, 0.6, 0.170522723934503, 0.809017973535488],
	[183, 260, 141, 255, 0.150904977375566, 0.0675099952200982, 0.231466317477694],
	[0, 20, 0, 20, 0, -0.161125158052819, 0.161125158052819]
])('newcombe %i of %i and %i of %i', (x1, n1, x2, n2, difference, low, high) => {
	near(newcombe(x1, n1, x2, n2), { difference, low, high });
});

test('twoProportionsTest', () => {
	const { z, p } = twoProportionsTest(183, 260, 141, 255);
	near({ chisq: z ** 2, p }, { chisq: 12.5646243584918, p: 0.000393117756440486 });
});

test('benjaminiHochberg', () => {
	const p = [
		0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275,
		0.34, 0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986
	];
	const adjusted = [
		0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.264285714285714, 0.491071428571429, 0.491071428571429,
		0.491071428571429, 0.491071428571429, 0.491071428571429, 0.491071428571429, 0.491071428571429,
		0.5328125, 0.5328125, 0.564705882352941, 0.781578947368421, 0.781578947368421, 0.87,
		0.907142857142857, 0.986, 0.986, 0.986, 0.986
	];
	near({ ...benjaminiHochberg(p) }, { ...adjusted });
});

test('poissonRate', () => {
	near(poissonRate(17, 1.25), { value: 13.6, low: 7.92250117568583, high: 21.7749174527253 });
});

test('poissonDifference has the p value of poisson.test', () => {
	near(poissonDifference(17, 1.25, 41, 2.1), { p: 0.224315000198889 });
});

test('npsOf', () => {
	const counts = [3, 1, 2, 4, 6, 18, 12, 30, 41, 22, 35];
	const sum = (from: number, to: number): number =>
		counts.slice(from, to).reduce((a, b) => a + b, 0);
	const values = repeated([-100, sum(0, 7)], [0, sum(7, 9)], [100, sum(9, 11)]);
	expect(values).toHaveLength(174);
	near(npsOf(momentsOf(values)), { value: 6.32183908045977, standardError: 5.82974958589589 });
});

describe('Copenhagen housing conditions survey (Madsen 1976)', () => {
	test.each([
		['Tower', 99, 101, 200, { n: 400, share: 0.5, mean: 2.2525, sd: 0.827923543259708 }],
		[
			'Apartment',
			271,
			192,
			302,
			{ n: 765, share: 0.394771241830065, mean: 2.04052287581699, sd: 0.86507557310644 }
		],
		[
			'Atrium',
			64,
			79,
			96,
			{ n: 239, share: 0.401673640167364, mean: 2.13389121338912, sd: 0.80886755875826 }
		],
		[
			'Terrace',
			133,
			74,
			70,
			{ n: 277, share: 0.252707581227437, mean: 1.77256317689531, sd: 0.82679641953977 }
		]
	])('%s', (_, low, medium, high, expected) => {
		const scores = momentsOf(repeated([1, low], [2, medium], [3, high]));
		const { value: mean, standardError } = meanOf(scores);
		const { value: share } = shareOf(momentsOf(repeated([1, high], [0, low + medium])));
		near({ n: scores.n, share, mean, sd: (standardError ?? NaN) * Math.sqrt(scores.n) }, expected);
	});
});

describe('apistrat, 200 schools in three strata', () => {
	// sampled, weight as stored in single precision, with an award
	const strata = [
		{ n: 100, weight: 44.2099990844727, awarded: 73, share: 0.73, se: 0.0441120855012482, N: 4421 },
		{ n: 50, weight: 15.1000003814697, awarded: 16, share: 0.32, se: 0.0643950505091163, N: 755 },
		{ n: 50, weight: 20.3600006103516, awarded: 24, share: 0.48, se: 0.0695966026581735, N: 1018 }
	];
	const all = momentsOf(
		strata.flatMap(({ n, awarded }) => repeated([1, awarded], [0, n - awarded])),
		strata.flatMap(({ n, weight }) => repeated([weight, n]))
	);

	test('Kish’s effective size', () => {
		near({ size: kishEffectiveSize(all) }, { size: 168.581331280756 });
	});

	test('estimates of the whole', () => {
		near(weightedShare(all, 200), { value: 0.638936064050578 });
		near(weightedMean(all, 200), { value: 0.638936064050578 });
	});

	test.each(strata)('share of one stratum, with R’s finite population correction', (stratum) => {
		const { n, weight, awarded, share, se, N } = stratum;
		const moments = momentsOf(repeated([1, awarded], [0, n - awarded]), repeated([weight, n]));
		const { value, standardError } = weightedShare(moments, n);
		near(
			{ value, standardError: (standardError ?? NaN) * Math.sqrt(1 - n / N) },
			{ value: share, standardError: se }
		);
	});

	test('interval on the logit scale from R’s standard error', () => {
		near(logitInterval(0.638936064050578, 0.0344059179972689, 197), {
			low: 0.568721098868047,
			high: 0.703675779368256
		});
	});
});
