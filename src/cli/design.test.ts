/** `evaluate` with a design: on the schools of `apistrat`, against R's survey 4.1-1. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { POPULATION, SCHOOLS, WEIGHTS } from '$lib/statistics/apistrat.fixture';
import { expectNear } from '$lib/statistics/testing';
import { evaluateCommand } from './evaluate';
import type { Output } from './output';
import { outputOf, problemOf, tidyUp, written } from './testing';

vi.mock('$lib/engine/node', async (original) =>
	(await import('./testing')).oneEngine(await original())
);

beforeAll(() => {
	vi.setConfig({ testTimeout: 30_000 });
	return openNodeEngine();
}, 60_000);
afterAll(tidyUp);

const word = (yes: number): string => (yes === 1 ? 'Yes' : 'No');
const SCHOOL_FILE = written(
	'schools.csv',
	[
		'stype,api00,api99,enroll,awards,sch.wide,pw,fpc',
		...SCHOOLS.map(([stratum, api00, api99, enroll, award, met]) =>
			[
				stratum,
				api00,
				api99,
				enroll,
				word(award),
				word(met),
				WEIGHTS[stratum],
				POPULATION[stratum]
			].join()
		)
	].join('\n')
);

const near = expectNear(1e-9);
const nearIterated = expectNear(1e-6);

const DESIGN = ['--weight', 'pw', '--stratum', 'stype', '--population', 'fpc'];
const schools = (measure: string, item: string, ...more: string[]): Promise<Output> =>
	outputOf(SCHOOL_FILE, '--measure', measure, '--item', item, ...DESIGN, ...more);

describe('a stratified sample', () => {
	test.each([
		['mean', 'api00', [], { value: 662.287363159321, standardError: 9.40894080278458 }],
		['total', 'enroll', [], { value: 3687177.53243828, standardError: 114641.71610078 }],
		['median', 'api00', [], { value: 668 }],
		['lower-quartile', 'api00', [], { value: 565 }],
		['upper-quartile', 'api00', [], { value: 756 }],
		[
			'ratio',
			'api00',
			['--denominator', 'api99'],
			{ value: 1.05226054621825, standardError: 0.00364392223084347 }
		],
		[
			'share',
			'awards',
			['--top', 'Yes'],
			{ value: 0.638936064050578, low: 0.568721098868047, high: 0.703675779368256 }
		],
		[
			'share',
			'awards',
			['--top', 'Yes', '--interval', 'beta'],
			{ low: 0.567218701479749, high: 0.706354783014459 }
		],
		[
			'share',
			'awards',
			['--top', 'Yes', '--interval', 'wald'],
			{ low: 0.571084874530262, high: 0.706787253570895 }
		]
	])('%s of %s %j', async (measure, item, more, expected) => {
		const { rows } = await schools(measure, item, ...more);
		expect(rows).toHaveLength(1);
		near(rows[0]!, expected);
	});

	test('effective size and design effect stand beside the mean', async () => {
		const { rows } = await schools('mean', 'api00');
		near(rows[0]!, { effectiveSize: 168.581331280756, designEffect: 1.20445726853772 });
	});

	test('weights that the file does not have follow from the populations', async () => {
		const { rows } = await outputOf(
			...[SCHOOL_FILE, '--measure', 'total', '--item', 'enroll'],
			...['--stratum', 'stype', '--population', 'fpc']
		);
		expectNear(1e-7)(rows[0]!, { value: 3687177.53243828, standardError: 114641.71610078 });
	});

	test('domains across the strata keep the size of the sample', async () => {
		const { rows } = await schools('mean', 'api00', '--by', 'awards');
		near(rows[0]!, { value: 633.734911659413, standardError: 15.334770976045 });
		near(rows[1]!, { value: 678.422405614438, standardError: 11.8566309874443 });
	});

	test('two groups are compared as svyttest does, tables as svychisq does', async () => {
		const { rows } = await schools('mean', 'api00', '--compare', 'awards');
		expect(rows.map(({ group, change }) => [group['awards'], change?.against])).toEqual([
			['No', undefined],
			['Yes', 'No']
		]);
		near(rows[1]!.change!, {
			difference: 44.6874939550245,
			t: 2.3036073198213,
			df: 196,
			pValue: 0.0222935238150612
		});
		const { tests } = await schools('share', 'awards', '--top', 'Yes', '--compare', 'sch.wide');
		near(tests![0]!, { statistic: 77.2768990382021, ndf: 1, ddf: 197 });
	});

	test('of three groups each is compared with the rest', async () => {
		const { rows } = await schools('mean', 'api00', '--compare', 'stype');
		expect(rows.map(({ change }) => change?.against)).toEqual(['rest', 'rest', 'rest']);
		// Mean of E less that of H and M together, in a design whose strata are independent.
		const rest = (625.82 * 755 + 636.6 * 1018) / 1773;
		expectNear(1e-6)(rows[0]!.change!, { difference: 674.43 - rest });
	});
});

describe('weights raked to margins', () => {
	const margins = written(
		'margins.csv',
		'column;category;population\nstype;E;4421\nstype;H;755\nstype;M;1018\nsch.wide;No;1072\nsch.wide;Yes;5122\nawards;No;2027\nawards;Yes;4167\n'
	);

	test('several margins', async () => {
		const { rows, weighting } = await schools('mean', 'api00', '--rake', margins);
		nearIterated(rows[0]!, { value: 662.404644127622, standardError: 9.24877342734661 });
		expect(weighting).toMatchObject({ converged: true, capped: 0 });
	});

	test('one margin is post-stratification; JSON does as well', async () => {
		const json = written('margins.json', '{"sch.wide": {"No": 1072, "Yes": 5122}}');
		const { rows } = await schools('mean', 'api00', '--rake', json);
		near(rows[0]!, { value: 662.203029450444, standardError: 9.2725438999078 });
		const rowsOf = written(
			'rows.json',
			'{"sch.wide": [{"sch.wide": "No", "Freq": 1072}, {"sch.wide": "Yes", "Freq": 5122}]}'
		);
		expect((await schools('mean', 'api00', '--rake', rowsOf)).rows).toEqual(rows);
	});

	test('a category with population and without sheets is joined with its neighbour', async () => {
		const wider = written('wider.json', '{"stype": {"E": 4421, "H": 700, "K": 55, "M": 1018}}');
		const { rows, weighting } = await schools('mean', 'api00', '--rake', wider);
		near(rows[0]!, { value: (674.43 * 4421 + 625.82 * 700 + 636.6 * 1073) / 6194 });
		expect(weighting).toMatchObject({
			margins: [{ cells: [{ names: ['E'] }, { names: ['H'] }, { names: ['K', 'M'] }] }]
		});
	});

	test('values without a population are named with the number of their sheets', async () => {
		const path = written('short.json', '{"stype": {"E": 4421, "H": 755}}');
		expect(await problemOf(schools('mean', 'api00', '--rake', path))).toMatchObject({
			params: { column: 'stype', sheets: 50 }
		});
	});

	test.each([
		['{"stype": {"E": 4421, "H": 755}}', 'rake_unknown'],
		['{"stype": {"E": "many"}}', 'rake_population'],
		['{"stype": 5}', 'rake_unreadable'],
		['{stype', 'rake_unreadable'],
		['stype;E\nE;4421\n', 'rake_unreadable'],
		['{"colour": {"red": 3}}', 'unknown_column']
	])('%s is refused: %s', async (content, code) => {
		const path = written('bad.json', content);
		expect(await problemOf(schools('mean', 'api00', '--rake', path))).toMatchObject({ code });
	});
});

describe('houses drawn whole', () => {
	const houses = written(
		'houses.csv',
		[
			'house,houses,q',
			...[
				['a', 1],
				['a', 2],
				['b', 4],
				['c', 3],
				['c', 5],
				['c', 3]
			].map(([house, q]) => `${house},30,${q}`)
		].join('\n')
	);

	test('the variance is that between houses, the population that of houses', async () => {
		const { rows } = await outputOf(
			...[houses, '--measure', 'mean', '--item', 'q', '--min-n', '1'],
			...['--cluster', 'house', '--population', 'houses']
		);
		// ȳ = 3; z = −0.5, 1/6, 1/3; (1 − 3/30) · 3/2 · Σz²
		near(rows[0]!, { value: 3, standardError: Math.sqrt(0.9 * 1.5 * (0.25 + 1 / 36 + 1 / 9)) });
	});
});

describe('what is wrong has a sentence', () => {
	test.each([
		['unknown_interval', ['--measure', 'share', '--item', 'awards', '--interval', 'guess']],
		['ratio_denominator', ['--measure', 'ratio', '--item', 'api00']],
		['ratio_denominator', ['--measure', 'mean', '--item', 'api00', '--denominator', 'api99']],
		['population_unreadable', ['--measure', 'mean', '--item', 'api00', '--population', 'stype']],
		['population_differs', ['--measure', 'mean', '--item', 'api00', '--population', 'fpc']]
	])('%s', async (code, args) => {
		expect(await problemOf(evaluateCommand([SCHOOL_FILE, ...args]))).toMatchObject({ code });
	});

	test('a row without a stratum is named', async () => {
		const path = written('gap.csv', 's,q\na,1\n,2\nb,3\n');
		const found = await problemOf(
			evaluateCommand([path, '--measure', 'mean', '--item', 'q', '--stratum', 's'])
		);
		expect(found).toMatchObject({ code: 'stratum_missing', place: { row: 3, column: 's' } });
	});
});
