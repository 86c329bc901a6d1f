import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
	Dimension,
	DimensionValues,
	Estimate,
	IndicatorResult,
	IndicatorRow
} from '../domain';
import type { Estimated } from '../indicators';
import { hiddenShare, protect } from './protect';

const estimate = (n: number, value = n): Estimate => ({
	value,
	low: 0,
	high: 9,
	standardError: 1,
	n,
	base: n,
	protection: 'open'
});
const HIDDEN = { value: null, low: null, high: null, standardError: null, n: null, base: null };

const row = (indicator: string, dimensions: DimensionValues, n: number): IndicatorRow => ({
	indicator,
	dimensions,
	estimate: estimate(n)
});

const result = (rows: IndicatorRow[], by: Dimension[], periods: string[] = []): Estimated => ({
	query: {
		indicators: [...new Set(rows.map((one) => one.indicator))],
		by,
		filters: {},
		...(periods.length > 0 ? { period: 'month' as const } : {})
	},
	definitions: [],
	rows,
	members: periods.length > 0 ? { period: periods.map((value) => ({ value, label: value })) } : {},
	waves: {},
	items: {},
	breaks: [],
	unsettled: [],
	notes: []
});

/** A table of Quartiere by areas. */
const grid = (counts: number[][], indicator = 'new-cases') =>
	result(
		counts.flatMap((line, q) =>
			line.map((n, a) => row(indicator, { quartier: `q${q}`, area: `a${a}` }, n))
		),
		['quartier', 'area']
	);

const protections = ({ rows }: Pick<IndicatorResult, 'rows'>) =>
	rows.map((one) => one.estimate.protection);
const isHidden = (one: IndicatorRow | undefined) =>
	one !== undefined && ['small-cell', 'complementary'].includes(one.estimate.protection);

describe('small cells', () => {
	test.each([
		['new-cases', 5],
		['success-share', 5],
		['satisfied-overall', 10],
		['response-rate', 10]
	])('%s is shown from %i', (indicator, minimum) => {
		const found = protect(
			result([row(indicator, {}, minimum - 1), row(indicator, {}, minimum)], []),
			{ audience: 'inside' }
		).rows;
		expect(found[0]?.estimate).toEqual({ ...HIDDEN, protection: 'small-cell' });
		expect(found[1]?.estimate).toEqual(estimate(minimum));
	});

	test('everything that could be worked back goes with the value', () => {
		for (const audience of ['inside', 'handing-over'] as const)
			for (const { estimate } of protect(
				grid([
					[3, 20],
					[30, 40]
				]),
				{ audience }
			).rows)
				if (estimate.value === null) expect(estimate).toMatchObject(HIDDEN);
	});

	test('a zero of cases is nobody and is shown; a zero of answers is no base', () => {
		expect(
			protect(result([row('new-cases', {}, 0)], []), { audience: 'handing-over' }).rows[0]?.estimate
		).toEqual(estimate(0));
		const none: IndicatorRow = {
			indicator: 'nps',
			dimensions: {},
			estimate: { ...estimate(0), protection: 'no-base', value: null }
		};
		const known: IndicatorRow = {
			indicator: 'response-rate',
			dimensions: {},
			estimate: { ...estimate(7), value: null, protection: 'no-base' }
		};
		for (const one of protect(result([none, known], []), { audience: 'inside' }).rows)
			expect(one.estimate).toEqual({ ...HIDDEN, protection: 'no-base' });
	});

	test('the command line may ask for another minimum, or none', () => {
		expect(protections(protect(grid([[1, 4]]), { audience: 'inside', minimumBase: 0 }))).toEqual([
			'open',
			'open'
		]);
		expect(protections(protect(grid([[1, 4]]), { audience: 'inside', minimumBase: 4 }))).toEqual([
			'small-cell',
			'open'
		]);
	});

	test('something hidden is said', () => {
		expect(protect(grid([[1, 40]]), { audience: 'inside' }).notes).toEqual(['hidden-cells']);
		expect(protect(grid([[10, 40]]), { audience: 'inside' }).notes).toEqual([]);
	});
});

describe('handing over', () => {
	test('with one hidden cell in a row and a column a second and a third and a fourth', () => {
		expect(
			protections(
				protect(
					grid([
						[3, 20, 60],
						[30, 40, 70],
						[50, 51, 52]
					]),
					{ audience: 'handing-over' }
				)
			)
		).toEqual([
			'small-cell',
			'complementary',
			'open',
			'complementary',
			'complementary',
			'open',
			'open',
			'open',
			'open'
		]);
	});

	test('the smallest with somebody in it goes; a zero only where nothing else is left', () => {
		expect(
			protections(
				protect(
					result(
						[0, 3, 9, 8].map((n, at) => row('new-cases', { quartier: String(at) }, n)),
						['quartier']
					),
					{ audience: 'handing-over' }
				)
			)
		).toEqual(['open', 'small-cell', 'open', 'complementary']);
		expect(
			protections(
				protect(
					result(
						[0, 3].map((n, at) => row('new-cases', { quartier: String(at) }, n)),
						['quartier']
					),
					{ audience: 'handing-over' }
				)
			)
		).toEqual(['complementary', 'small-cell']);
	});

	test('two small ones protect each other', () => {
		expect(
			protections(
				protect(
					result(
						[3, 2, 90].map((n, at) => row('new-cases', { 'group:age': String(at) }, n)),
						['group:age']
					),
					{ audience: 'handing-over' }
				)
			)
		).toEqual(['small-cell', 'small-cell', 'open']);
	});

	test('waves and items do not add up to anything', () => {
		const waves = result(
			[9, 90, 80].map((n, at) => row('nps', { wave: String(at) }, n)),
			['wave']
		);
		expect(protections(protect(waves, { audience: 'handing-over' }))).toEqual([
			'small-cell',
			'open',
			'open'
		]);
	});

	test('a Quartier and the rest do', () => {
		const contrast = result(
			[row('nps', { contrast: 'self' }, 9), row('nps', { contrast: 'rest' }, 900)],
			['contrast']
		);
		expect(protections(protect(contrast, { audience: 'handing-over' }))).toEqual([
			'small-cell',
			'complementary'
		]);
	});

	test('inside nothing is hidden beyond the small cells', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), {
					minLength: 1,
					maxLength: 5
				}),
				(counts) => {
					expect(protections(protect(grid(counts), { audience: 'inside' }))).toEqual(
						counts.flat().map((n) => (n > 0 && n < 5 ? 'small-cell' : 'open'))
					);
				}
			)
		);
	});

	const width = fc.integer({ min: 2, max: 6 });
	const cell = fc.oneof({ weight: 4, arbitrary: fc.nat(60) }, { weight: 2, arbitrary: fc.nat(6) });
	const table = width.chain((columns) =>
		fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
			minLength: 2,
			maxLength: 6
		})
	);

	test('no row and no column of any table has exactly one hidden cell', () => {
		fc.assert(
			fc.property(
				table,
				fc.constantFrom('new-cases', 'success-share', 'nps'),
				(counts, indicator) => {
					const { rows } = protect(grid(counts, indicator), { audience: 'handing-over' });
					const lines = [
						...counts.map((_, q) => rows.filter((one) => one.dimensions.quartier === `q${q}`)),
						...counts[0]!.map((_, a) => rows.filter((one) => one.dimensions.area === `a${a}`))
					];
					for (const line of lines) expect(line.filter(isHidden).length).not.toBe(1);
					const minimum = indicator === 'nps' ? 10 : 5;
					rows.forEach((one, at) => {
						const n = counts.flat()[at]!;
						if (n < minimum && (n > 0 || indicator === 'nps'))
							expect(one.estimate.protection).toBe('small-cell');
						if (isHidden(one)) expect(one.estimate).toMatchObject(HIDDEN);
						else expect(one.estimate).toEqual(estimate(n));
					});
				}
			)
		);
	});

	test('open at start + new − closed = open at end never has exactly one hidden cell', () => {
		const periods = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'];
		const flows = fc.array(fc.tuple(fc.nat(15), fc.nat(15)), {
			minLength: periods.length,
			maxLength: periods.length
		});
		fc.assert(
			fc.property(fc.array(flows, { minLength: 1, maxLength: 3 }), (quartiere) => {
				const rows = quartiere.flatMap((months, q) => {
					let open = 0;
					return months.flatMap(([opened, shut], at) => {
						const closed = Math.min(shut, open + opened);
						open += opened - closed;
						const dimensions = { quartier: `q${q}`, period: periods[at]! };
						return [
							row('new-cases', dimensions, opened),
							row('closed-cases', dimensions, closed),
							row('open-cases', dimensions, open)
						];
					});
				});
				const found = protect(result(rows, ['quartier', 'period'], periods), {
					audience: 'handing-over'
				}).rows;
				const at = (indicator: string, q: number, period: string | undefined) =>
					found.find(
						(one) =>
							one.indicator === indicator &&
							one.dimensions.quartier === `q${q}` &&
							one.dimensions.period === period
					);
				quartiere.forEach((_, q) => {
					periods.forEach((period, position) => {
						const identity = [
							at('new-cases', q, period),
							at('closed-cases', q, period),
							at('open-cases', q, period),
							at('open-cases', q, periods[position - 1])
						];
						expect(identity.filter(isHidden).length).not.toBe(1);
					});
					for (const indicator of ['new-cases', 'closed-cases'])
						expect(periods.filter((period) => isHidden(at(indicator, q, period))).length).not.toBe(
							1
						);
				});
				if (quartiere.length > 1)
					for (const period of periods)
						for (const indicator of ['new-cases', 'closed-cases', 'open-cases'])
							expect(
								quartiere.filter((_, q) => isHidden(at(indicator, q, period))).length
							).not.toBe(1);
			})
		);
	});
});

describe('changes', () => {
	const change = {
		against: 'previous-wave',
		difference: 0.1,
		low: 0,
		high: 0.2,
		pValue: 0.01,
		verdict: 'higher'
	} as const;
	const NONE = { difference: null, low: null, high: null, pValue: null, verdict: 'too-few' };
	const changed = (now: number, before: number) =>
		protect(
			result(
				[
					row('nps', { wave: '2022' }, before),
					{
						...row('nps', { wave: '2025' }, now),
						change: { ...change, reference: { wave: '2022' } }
					}
				],
				['wave']
			),
			{ audience: 'inside' }
		).rows[1]?.change;

	test('stay where both ends are shown', () =>
		expect(changed(10, 10)).toEqual({ ...change, reference: { wave: '2022' } }));
	test('go with their end', () => expect(changed(9, 10)).toMatchObject(NONE));
	test('go with their start', () => expect(changed(10, 9)).toMatchObject(NONE));
	test('go where there is no start', () => {
		const alone: IndicatorRow = {
			...row('nps', { wave: '2025' }, 99),
			change: { ...change, reference: null }
		};
		expect(
			protect(result([alone], ['wave']), { audience: 'inside' }).rows[0]?.change
		).toMatchObject(NONE);
	});
	test('go with an end that protects another', () => {
		const rest = { ...row('nps', { contrast: 'rest' }, 99) };
		const self: IndicatorRow = {
			...row('nps', { contrast: 'self' }, 3),
			change: { ...change, against: 'rest', reference: { contrast: 'rest' } }
		};
		for (const audience of ['inside', 'handing-over'] as const)
			expect(
				protect(result([self, rest], ['contrast']), { audience }).rows[0]?.change
			).toMatchObject(NONE);
	});
});

test('hiddenShare', () => {
	expect(hiddenShare(protect(grid([[1, 20, 30, 0]]), { audience: 'inside' }))).toBe(0.25);
	expect(hiddenShare(protect(grid([[10, 20]]), { audience: 'inside' }))).toBe(0);
	expect(hiddenShare(result([], []))).toBe(0);
});
