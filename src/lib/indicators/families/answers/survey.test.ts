import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IndicatorQueryInput } from '../../../domain';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { INDICATORS } from '../../definitions';
import { ask, expectFigures, expectSame, keyOf } from '../../testing';
import {
	direct,
	FIGURES,
	loadSurvey,
	point,
	POINTS,
	promoter,
	responses,
	top,
	type Sheet
} from './survey.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadSurvey(engine);
}, 60_000);
afterAll(() => engine.close());

const QUERIES: [string, Omit<IndicatorQueryInput, 'indicators'>][] = [
	['all together', {}],
	['by Quartier', { by: ['quartier'], filters: { wave: ['2025'] } }],
	['by wave', { by: ['wave'] }],
	['by Quartier and wave', { by: ['quartier', 'wave'] }],
	['in contrast to the rest', { by: ['contrast', 'wave'], contrast: 'sz-lebenstedt' }],
	['by age', { by: ['group:age'], filters: { wave: ['2022', '2025'] } }],
	['by household and age', { by: ['group:household', 'group:age'] }],
	['of some Quartiere', { by: ['wave'], filters: { quartier: ['heidberg', 'oelper', 'nowhere'] } }],
	[
		'of some groups',
		{
			by: ['quartier'],
			filters: { groups: { age: ['unter 30', '65 und älter'], household: ['Paar'] } }
		}
	],
	['of nobody', { by: ['wave'], filters: { groups: { age: ['1 bis 2'] } } }],
	['of an unknown wave', { filters: { wave: ["2025'; DROP TABLE answer; --"] } }]
];

describe('every figure from answers', () => {
	test.each(QUERIES)('%s', async (_, query) => {
		const result = await ask(engine, { ...query, indicators: Object.keys(FIGURES) });
		for (const [id, figure] of Object.entries(FIGURES))
			expectSame(result, id, direct(query, figure));
	});

	test('of any item: share, mean, NPS, total', async () => {
		const all = await ask(engine, { indicators: ['item-share'], by: ['item'] });
		const number = Object.entries(all.items).find(
			([, item]) => item.text === 'Sicherheit: Im Haus'
		)![0];
		const query: Omit<IndicatorQueryInput, 'indicators'> = { by: ['wave'] };
		const result = await ask(engine, {
			indicators: ['item-share', 'item-choices', 'item-mean', 'item-total'],
			by: ['wave', 'item'],
			filters: { item: [number] }
		});
		expectSame(
			result,
			'item-share',
			direct(query, { share: true, y: (sheet) => top(sheet, 'Sicherheit: Im Haus') })
		);
		expectSame(
			result,
			'item-mean',
			direct(query, { y: (sheet) => point(sheet, 'Sicherheit: Im Haus') })
		);
		expect(result.items[number]).toMatchObject({ topic: 'safety', text: 'Sicherheit: Im Haus' });

		for (const row of result.rows.filter((one) => one.indicator === 'item-total')) {
			const wave = responses.filter((sheet) => sheet.wave === row.dimensions.wave);
			const z = wave.map((sheet) => sheet.weight * (point(sheet, 'Sicherheit: Im Haus') ?? 0));
			const value = z.reduce((a, b) => a + b, 0);
			const squares = z.reduce((a, b) => a + (b - value / z.length) ** 2, 0);
			expectFigures(
				row.estimate,
				{ value, standardError: Math.sqrt((z.length / (z.length - 1)) * squares) },
				'total'
			);
		}

		const recommend = Object.entries(all.items).find(([, item]) => item.scale.kind === 'nps')![0];
		const nps = await ask(engine, {
			indicators: ['item-nps'],
			by: ['wave', 'item'],
			filters: { item: [recommend] }
		});
		expectSame(nps, 'item-nps', direct(query, { y: promoter }));
	});

	test.each([
		['by wave', ['wave', 'item']],
		['over weighted and unweighted waves', ['item']]
	] as const)('distribution, %s: each answer\u2019s share, together 1', async (_, by) => {
		const result = await ask(engine, { indicators: ['item-distribution'], by: [...by] });
		const question = 'Service: Reparaturen';
		const number = Object.entries(result.items).find(([, item]) => item.text === question)![0];
		const rows = result.rows.filter((row) => row.dimensions.item === number);
		expect([...new Set(rows.map((row) => row.dimensions.answer))]).toEqual(POINTS);
		const query: Omit<IndicatorQueryInput, 'indicators'> = {
			by: by.filter((one) => one === 'wave')
		};
		for (const answer of POINTS) {
			const y = (sheet: Sheet) =>
				point(sheet, question) === null ? null : Number(sheet.answers[question] === answer);
			const expected = direct(query, { share: true, y });
			const own = rows.filter((row) => row.dimensions.answer === answer);
			expect(own).toHaveLength(expected.size);
			for (const row of own) {
				const { wave } = row.dimensions;
				expectFigures(
					row.estimate,
					expected.get(keyOf(wave ? { wave } : {}))!,
					`${wave} ${answer}`
				);
			}
		}
		const sums = new Map<string, number>();
		for (const { dimensions, estimate } of result.rows) {
			const key = `${dimensions.item} ${dimensions.wave}`;
			sums.set(key, (sums.get(key) ?? 0) + (estimate.value ?? NaN));
		}
		for (const total of sums.values()) expect(total).toBeCloseTo(1, 12);
	});

	test('none of the catalog is left out', () => {
		const others = INDICATORS.filter(
			(one) => one.group !== 'survey' || one.family === 'relation' || one.family === 'response'
		).map((one) => one.id);
		const items = [
			'item-share',
			'item-choices',
			'item-mean',
			'item-nps',
			'item-median',
			'item-lower-quartile',
			'item-upper-quartile',
			'item-ratio',
			'item-total',
			'item-distribution',
			'open-answered',
			'open-terms'
		];
		expect([...Object.keys(FIGURES), ...items, ...others].sort()).toEqual(
			INDICATORS.map((one) => one.id).sort()
		);
	});
});
