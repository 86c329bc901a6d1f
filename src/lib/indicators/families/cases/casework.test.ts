import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DimensionValues, IndicatorQueryInput } from '../../../domain';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { ask, directShare, expectFigures } from '../../testing';
import {
	cases,
	COVERED,
	cut,
	DWELLINGS,
	dwellingYears,
	loadCasework,
	periodOf,
	type Case
} from './casework.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadCasework(engine);
}, 60_000);
afterAll(() => engine.close());

const slugs: Record<string, string> = { West: 'west', Ost: 'ost', Süd: 'sued' };

/** Whether a case is in a cell, by what the file says. */
const isIn = (one: Case, dimensions: DimensionValues, contrast?: string): boolean =>
	Object.entries(dimensions).every(([name, value]) => {
		if (name === 'quartier') return slugs[one.quartier] === value;
		if (name === 'contrast') return (slugs[one.quartier] === contrast) === (value === 'self');
		if (name === 'area') return one.area === value;
		if (name === 'caseTopic') return one.topic === value;
		if (name === 'group:age') return one.age === value;
		return name === 'period';
	});

const QUERIES: [string, Omit<IndicatorQueryInput, 'indicators'>][] = [
	['all together', {}],
	['by Quartier', { by: ['quartier'] }],
	['by month', { by: ['period'], period: 'month' }],
	['by calendar quarter and Quartier', { by: ['quartier', 'period'], period: 'calendarQuarter' }],
	['by year in contrast', { by: ['contrast', 'period'], period: 'year', contrast: 'west' }],
	['by area and topic', { by: ['area', 'caseTopic'] }],
	['by age', { by: ['group:age'], filters: { groups: { age: ['unter 30', '65 und älter'] } } }],
	[
		'in a period within',
		{ by: ['quartier'], filters: { period: { from: '2024-03-15', to: '2024-09-02' } } }
	],
	[
		'by quarter in a period beyond',
		{
			by: ['period'],
			period: 'calendarQuarter',
			filters: { period: { from: '2025-02-10', to: '2027-01-01' } }
		}
	],
	[
		'of some Quartiere',
		{ by: ['period', 'quartier'], period: 'year', filters: { quartier: ['ost', 'sued'] } }
	],
	['of one Quartier and an age', { filters: { quartier: ['ost'], groups: { age: ['unter 30'] } } }]
];

describe('every figure from cases', () => {
	test.each(QUERIES)('%s', async (_, query) => {
		const indicators = [
			'new-cases',
			'closed-cases',
			'open-cases',
			'new-cases-rate',
			'success-share'
		];
		const result = await ask(engine, { ...query, indicators });
		const span = query.filters?.period ? cut(query.filters.period, COVERED) : COVERED;
		expect(result.coverage).toEqual(span);
		const names = Object.keys(DWELLINGS).filter(
			(name) => query.filters?.quartier?.includes(slugs[name]!) ?? true
		);
		const ages = query.filters?.groups?.['age'];
		for (const { indicator, dimensions, estimate } of result.rows) {
			const about = `${indicator} ${JSON.stringify(dimensions)}`;
			const { from, to } = dimensions.period
				? cut(periodOf(dimensions.period, query.period!), span)
				: span;
			const own = cases.filter(
				(one) =>
					names.includes(one.quartier) &&
					(ages?.includes(one.age) ?? true) &&
					isIn(one, dimensions, query.contrast)
			);
			const opened = own.filter((one) => one.opened >= from && one.opened <= to);
			const closed = own.filter(
				(one) => one.closed !== '' && one.closed >= from && one.closed <= to
			);
			const complete = (n: number) => ({
				value: n,
				low: null,
				high: null,
				standardError: null,
				n,
				base: n
			});
			if (indicator === 'new-cases') expectFigures(estimate, complete(opened.length), about);
			else if (indicator === 'closed-cases')
				expectFigures(estimate, complete(closed.length), about);
			else if (indicator === 'open-cases') {
				const open = own.filter(
					(one) => one.opened <= to && (one.closed === '' || one.closed > to)
				);
				expectFigures(estimate, complete(open.length), about);
			} else if (indicator === 'new-cases-rate') {
				const homes = names.filter((name) =>
					isIn(
						{
							...cases[0]!,
							quartier: name,
							area: dimensions.area ?? '',
							topic: dimensions.caseTopic ?? '',
							age: dimensions['group:age'] ?? ''
						},
						dimensions,
						query.contrast
					)
				);
				const base = dwellingYears(homes, { from, to });
				const x = opened.length;
				expectFigures(
					estimate,
					{
						value: x / base,
						low: x === 0 ? 0 : gammaQuantile(0.025, x, 1) / base,
						high: gammaQuantile(0.975, x + 1, 1) / base,
						standardError: Math.sqrt(x) / base,
						n: x,
						base: base * 1000
					},
					about
				);
			} else {
				const known = closed.filter((one) => one.outcome !== '');
				if (known.length === 0)
					expect(estimate, about).toMatchObject({ value: null, protection: 'no-base' });
				else
					expectFigures(
						estimate,
						directShare(known.map((one) => Number(one.outcome === 'erfolgreich'))),
						about
					);
			}
		}
	});

	test('cells without a case are zeros, and of a filter only what it keeps', async () => {
		const { rows } = await ask(engine, {
			indicators: ['new-cases'],
			by: ['quartier', 'period', 'group:age'],
			period: 'month',
			filters: { quartier: ['sued'], groups: { age: ['unter 30'] } }
		});
		expect(rows).toHaveLength(18);
		expect(rows.some((row) => row.estimate.value === 0)).toBe(true);
		expect(new Set(rows.map((row) => row.dimensions['group:age']))).toEqual(new Set(['unter 30']));
	});

	test('open at start + new − closed = open at end, in every month', async () => {
		const { rows, members } = await ask(engine, {
			indicators: ['new-cases', 'closed-cases', 'open-cases'],
			by: ['period'],
			period: 'month'
		});
		const value = (indicator: string, period: string): number =>
			rows.find((row) => row.indicator === indicator && row.dimensions.period === period)!.estimate
				.value!;
		const months = members.period!.map((one) => one.value);
		expect(months).toHaveLength(18);
		let open = 0;
		for (const month of months) {
			open += value('new-cases', month) - value('closed-cases', month);
			expect(value('open-cases', month)).toBe(open);
		}
	});

	test('few cases are no reason to call a count uncertain', async () => {
		const { rows } = await ask(engine, {
			indicators: ['new-cases', 'new-cases-rate', 'success-share'],
			by: ['quartier', 'period'],
			period: 'month'
		});
		for (const row of rows) {
			if (row.indicator === 'success-share')
				expect(row.estimate.protection).toBe(
					row.estimate.n! === 0 ? 'no-base' : row.estimate.n! < 30 ? 'uncertain' : 'open'
				);
			else expect(row.estimate.protection).toBe('open');
		}
	});
});
