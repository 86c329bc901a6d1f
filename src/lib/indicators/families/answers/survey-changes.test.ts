import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IndicatorQueryInput, IndicatorRow } from '../../../domain';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { ask, directShare } from '../../testing';
import { idOf, loadSurvey, QUARTIERE, responses, top } from './survey.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadSurvey(engine);
}, 60_000);
afterAll(() => engine.close());

describe('changes', () => {
	/** Two-sided p values adjusted as Benjamini and Hochberg say, written out. */
	const adjusted = (p: number[]): number[] =>
		p.map((one) =>
			Math.min(
				1,
				...p
					.filter((other) => other >= one)
					.map((other) => (other * p.length) / p.filter((x) => x <= other).length)
			)
		);
	const erfc = (x: number): number => {
		// Numerical integration of the normal density: slow, simple and independent.
		const steps = 20_000;
		const upper = 12;
		let area = 0;
		for (let i = 0; i <= steps; i++) {
			const z = x + (i * upper) / steps;
			area += (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * Math.exp((-z * z) / 2);
		}
		return (2 * (area * upper)) / (3 * steps) / Math.sqrt(2 * Math.PI);
	};

	test('of shares against the wave before: Newcombe, z test, adjusted over the items of a Quartier', async () => {
		const { rows, items } = await ask(engine, {
			indicators: ['item-share'],
			by: ['item', 'quartier', 'wave'],
			filters: { wave: ['2022', '2025'] },
			compare: 'previous-wave'
		});
		const changed = rows.filter((row) => row.change);
		expect(changed.length).toBe(QUARTIERE.length * Object.keys(items).length);
		const count = (question: string, quartier: string, wave: string) => {
			const ys = responses
				.filter((sheet) => sheet.wave === wave && idOf(sheet.quartier) === quartier)
				.map((sheet) => top(sheet, question))
				.filter((y) => y !== null);
			return [ys.reduce((a, b) => a + b, 0), ys.length] as const;
		};
		for (const { id } of QUARTIERE) {
			const own = changed.filter(({ dimensions }) => dimensions.quartier === id);
			const expected = own.map(({ dimensions: { item } }) => {
				const { text } = items[item!]!;
				const [x1, n1] = count(text, id, '2025');
				const [x2, n2] = count(text, id, '2022');
				const [a, b] = [
					directShare([...Array<number>(x1).fill(1), ...Array<number>(n1 - x1).fill(0)]),
					directShare([...Array<number>(x2).fill(1), ...Array<number>(n2 - x2).fill(0)])
				];
				const difference = a.value! - b.value!;
				const pooled = (x1 + x2) / (n1 + n2);
				const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
				return {
					difference,
					low: difference - Math.hypot(a.value! - a.low!, b.high! - b.value!),
					high: difference + Math.hypot(a.high! - a.value!, b.value! - b.low!),
					p: erfc(Math.abs(z))
				};
			});
			// Overall satisfaction is tested by itself, and all other items together.
			const isPrimary = own.map(
				({ dimensions }) => items[dimensions.item!]!.text === 'Zufriedenheit insgesamt'
			);
			expect(isPrimary.filter(Boolean)).toHaveLength(1);
			const others = adjusted(
				expected.filter((_, position) => !isPrimary[position]).map((one) => one.p)
			);
			const p = expected.map((one, position) => (isPrimary[position] ? one.p : others.shift()!));
			own.forEach(({ change, dimensions }, position) => {
				const { difference, low, high } = expected[position]!;
				expect(change).toMatchObject({
					against: 'previous-wave',
					reference: { item: dimensions.item, quartier: id, wave: '2022' },
					difference: expect.closeTo(difference, 9) as number,
					low: expect.closeTo(low, 9) as number,
					high: expect.closeTo(high, 9) as number,
					pValue: expect.closeTo(p[position]!, 8) as number,
					verdict: p[position]! >= 0.05 ? 'no-difference' : difference > 0 ? 'higher' : 'lower'
				});
			});
		}
	});

	describe('one figure and comparison has one verdict, whatever else is asked for', () => {
		const change = async (query: IndicatorQueryInput, is: (row: IndicatorRow) => boolean) =>
			(await ask(engine, query)).rows.find((row) => row.change && is(row))?.change;
		const wave = { wave: ['2022', '2025'] };
		const now = { wave: ['2025'] };

		test('an item since the wave before: alone, among all, in one Quartier and in every one', async () => {
			const since = {
				indicators: ['item-share'],
				compare: 'previous-wave'
			} satisfies Partial<IndicatorQueryInput>;
			const all = await ask(engine, {
				...since,
				by: ['item', 'quartier', 'wave'],
				filters: wave
			});
			for (const item of Object.keys(all.items)) {
				const isIt = ({ dimensions: at }: IndicatorRow) =>
					at.item === item && at.wave === '2025' && (at.quartier ?? 'heidberg') === 'heidberg';
				const expected = all.rows.find(isIt)?.change?.pValue;
				expect(expected).toBeTypeOf('number');
				const alone = await change(
					{
						...since,
						by: ['item', 'wave'],
						filters: { ...wave, quartier: ['heidberg'], item: [item] }
					},
					isIt
				);
				const own = await change(
					{
						...since,
						by: ['item', 'contrast', 'wave'],
						contrast: 'heidberg',
						filters: { wave: ['2019', '2022', '2025'], item: [item] }
					},
					(row) => isIt(row) && row.dimensions.contrast === 'self'
				);
				expect(alone?.pValue).toBeCloseTo(expected!, 12);
				expect(own?.pValue).toBeCloseTo(expected!, 12);
			}
		});

		test('a figure of the survey beside the other Quartiere: by Quartier, and one beside the rest', async () => {
			for (const indicator of ['satisfied-overall', 'index-safety', 'nps']) {
				const some = await change(
					{ indicators: [indicator], by: ['quartier'], filters: now, compare: 'quartier' },
					({ dimensions }) => dimensions.quartier === 'heidberg'
				);
				const one = await change(
					{
						indicators: ['index-safety', 'satisfied-overall', 'nps'],
						by: ['contrast'],
						contrast: 'heidberg',
						filters: now,
						compare: 'rest'
					},
					(row) => row.indicator === indicator
				);
				expect(one?.difference).toBeCloseTo(some!.difference!, 12);
				expect(one?.pValue).toBeCloseTo(some!.pValue!, 12);
				expect(one?.verdict).toBe(some?.verdict);
			}
		});

		test('what is tested beside a figure is not in the answer', async () => {
			const result = await ask(engine, {
				indicators: ['index-safety'],
				by: ['wave'],
				compare: 'previous-wave'
			});
			expect(new Set(result.rows.map(({ indicator }) => indicator))).toEqual(
				new Set(['index-safety'])
			);
			expect(result.trends?.map(({ indicator }) => indicator)).toEqual(['index-safety']);
			expect(result.definitions.map(({ id }) => id)).toEqual(['index-safety']);
		});
	});

	test('of means by Welch, of weighted ones by their standard errors', async () => {
		const { rows } = await ask(engine, {
			indicators: ['mean-satisfaction'],
			by: ['wave'],
			compare: 'previous-wave'
		});
		const [first, second, third] = rows;
		expect(first!.change).toBeUndefined();
		for (const [row, before] of [
			[second!, first!],
			[third!, second!]
		] as const) {
			expect(row.change?.difference).toBeCloseTo(row.estimate.value! - before.estimate.value!, 12);
			const error = Math.hypot(row.estimate.standardError!, before.estimate.standardError!);
			const half = (row.change!.high! - row.change!.low!) / 2;
			// Between the normal and a t quantile of many degrees of freedom.
			expect(half / error).toBeGreaterThan(1.95996);
			expect(half / error).toBeLessThan(1.99);
		}
	});

	test('against the rest: only the Quartier itself is compared', async () => {
		const { rows } = await ask(engine, {
			indicators: ['satisfied-overall', 'nps'],
			by: ['contrast'],
			contrast: 'heidberg',
			filters: { wave: ['2025'] },
			compare: 'rest'
		});
		for (const row of rows) {
			if (row.dimensions.contrast === 'rest') expect(row.change).toBeUndefined();
			else {
				const rest = rows.find(
					(one) => one.indicator === row.indicator && one.dimensions.contrast === 'rest'
				)!;
				expect(row.change?.reference).toEqual({ contrast: 'rest' });
				expect(row.change?.difference).toBeCloseTo(row.estimate.value! - rest.estimate.value!, 12);
			}
		}
	});

	test('complete counts are not tested', async () => {
		const { rows } = await ask(engine, {
			indicators: ['response-rate'],
			by: ['wave'],
			compare: 'previous-wave'
		});
		expect(rows.every((row) => row.change === undefined)).toBe(true);
	});
});
