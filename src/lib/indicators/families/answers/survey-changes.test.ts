import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { ask, directShare } from '../../testing';
import { idOf, loadSurvey, responses, top } from './survey.fixture';

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

	test('of shares against the wave before: Newcombe, z test, adjusted over the table', async () => {
		const { rows } = await ask(engine, {
			indicators: ['satisfied-overall'],
			by: ['quartier', 'wave'],
			filters: { wave: ['2022', '2025'] },
			compare: 'previous-wave'
		});
		const changed = rows.filter((row) => row.change);
		expect(changed.map((row) => row.dimensions.wave)).toEqual(['2025', '2025', '2025']);
		const count = (quartier: string, wave: string) => {
			const ys = responses
				.filter((sheet) => sheet.wave === wave && idOf(sheet.quartier) === quartier)
				.map((sheet) => top(sheet, 'Zufriedenheit insgesamt'))
				.filter((y) => y !== null);
			return [ys.reduce((a, b) => a + b, 0), ys.length] as const;
		};
		const expected = changed.map(({ dimensions: { quartier } }) => {
			const [x1, n1] = count(quartier!, '2025');
			const [x2, n2] = count(quartier!, '2022');
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
		const p = adjusted(expected.map((one) => one.p));
		changed.forEach(({ change, dimensions }, position) => {
			const { difference, low, high } = expected[position]!;
			expect(change).toMatchObject({
				against: 'previous-wave',
				reference: { quartier: dimensions.quartier, wave: '2022' },
				difference: expect.closeTo(difference, 9) as number,
				low: expect.closeTo(low, 9) as number,
				high: expect.closeTo(high, 9) as number,
				pValue: expect.closeTo(p[position]!, 8) as number,
				verdict: p[position]! >= 0.05 ? 'no-difference' : difference > 0 ? 'higher' : 'lower'
			});
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
