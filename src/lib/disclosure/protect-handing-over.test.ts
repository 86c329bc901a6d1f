import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorRow } from '../domain';
import { protect } from './protect';
import { estimate, HIDDEN, row, result, grid, protections } from './protect.fixture';

const isHidden = (one: IndicatorRow | undefined) =>
	one !== undefined && ['small-cell', 'complementary'].includes(one.estimate.protection);

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
