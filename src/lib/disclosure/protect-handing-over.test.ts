import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorRow } from '../domain';
import { protect } from './protect';
import { releaseOf } from './release';
import { loadSolver } from './solver';
import type { Estimated } from '../indicators';
import { row, result, grid, protections } from './protect.fixture';

const isHidden = (one: IndicatorRow | undefined) =>
	one !== undefined && ['small-cell', 'complementary'].includes(one.estimate.protection);

/** A table that is handed over by itself. */
const handedOver = async (table: Estimated) =>
	(await releaseOf([table], { solver: loadSolver })).results[0]!;

describe('handing over', () => {
	test('with one hidden cell in a row and a column so many that it cannot be worked out', async () => {
		const { rows } = await handedOver(
			grid([
				[3, 20, 60],
				[30, 40, 70],
				[50, 51, 52]
			])
		);
		expect(protections({ rows })).toEqual([
			...['small-cell', 'complementary', 'open'],
			...['complementary', 'complementary', 'open'],
			...['open', 'open', 'open']
		]);
	});

	const byQuartier = (...counts: number[]) =>
		result(
			counts.map((n, at) => row('new-cases', { quartier: String(at) }, n)),
			['quartier']
		);

	test('what is of fewest goes with it, if that is enough', async () => {
		expect(protections(await handedOver(byQuartier(0, 3, 9, 8)))).toEqual([
			...['open', 'small-cell', 'open', 'complementary']
		]);
	});

	test('a total that is small itself is none that is known', async () => {
		expect(protections(await handedOver(byQuartier(0, 3)))).toEqual(['open', 'small-cell']);
	});

	test('two small ones protect each other, where they are enough together', async () => {
		expect(protections(await handedOver(byQuartier(3, 2, 90)))).toEqual([
			...['small-cell', 'small-cell', 'open']
		]);
		// Of two together nobody could take one for more than two.
		expect(protections(await handedOver(byQuartier(1, 1, 90)))).toEqual([
			...['small-cell', 'small-cell', 'complementary']
		]);
	});

	test('waves and items do not add up to anything', async () => {
		const waves = result(
			[9, 90, 80].map((n, at) => row('nps', { wave: String(at) }, n)),
			['wave']
		);
		expect(protections(await handedOver(waves))).toEqual(['small-cell', 'open', 'open']);
	});

	test('a Quartier and the rest do', async () => {
		const contrast = result(
			[row('nps', { contrast: 'self' }, 9), row('nps', { contrast: 'rest' }, 900)],
			['contrast']
		);
		expect(protections(await handedOver(contrast))).toEqual(['small-cell', 'complementary']);
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

	test('open at start + new − closed = open at end never has exactly one hidden cell', async () => {
		const periods = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'];
		const flows = fc.array(fc.tuple(fc.nat(15), fc.nat(15)), {
			minLength: periods.length,
			maxLength: periods.length
		});
		await fc.assert(
			fc.asyncProperty(fc.array(flows, { minLength: 1, maxLength: 3 }), async (quartiere) => {
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
				const found = (await handedOver(result(rows, ['quartier', 'period'], periods))).rows;
				const at = (indicator: string, q: number, period: string | undefined) =>
					found.find(
						(one) =>
							one.indicator === indicator &&
							one.dimensions.quartier === `q${q}` &&
							one.dimensions.period === period
					);
				quartiere.forEach((_, q) => {
					// Before the first period nobody was there.
					periods.forEach((period, position) => {
						const identity = [
							at('new-cases', q, period),
							at('closed-cases', q, period),
							at('open-cases', q, period),
							at('open-cases', q, periods[position - 1])
						];
						expect(identity.filter(isHidden).length).not.toBe(1);
					});
				});
			})
		);
	});
});
