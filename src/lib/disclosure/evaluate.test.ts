import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import type { Context } from '../indicators';
import { contextOf, load, table } from '../indicators/testing';
import type { IndicatorResult } from '../domain';
import { evaluate, evaluateOnce, MOST_HIDDEN } from './evaluate';
import { releaseOf } from './release';
import { loadSolver } from './solver';
import { DEFINITIONS } from './index';
import { hiddenShare } from './protect';

let engine: Engine;
let context: Context;
beforeAll(async () => {
	engine = await openNodeEngine();
	// West has a case on every third day, Ost four in a month, Süd one in a quarter.
	const dates = (step: number) =>
		Array.from({ length: Math.floor(730 / step) }, (_, at) =>
			new Date(Date.UTC(2023, 0, 1 + at * step)).toISOString().slice(0, 10)
		);
	const cases = [
		...dates(3).map((date) => ['West', date]),
		...dates(8).map((date) => ['Ost', date]),
		...dates(90).map((date) => ['Süd', date])
	];
	const answers = [
		'sehr zufrieden',
		'eher zufrieden',
		'teils/teils',
		'eher unzufrieden',
		'sehr unzufrieden'
	];
	const sheets = [
		['West', 40],
		['Ost', 25],
		['Süd', 9]
	] as const;
	await load(
		engine,
		table(
			['Fall-Nr', 'Quartier', 'Eröffnet', 'Anlass', 'Zugang'],
			cases.map(([quartier, date], at) => [at, quartier, date, 'Energie', 'selbst'])
		),
		table(
			['Bogen', 'Welle', 'Quartier', 'Zufriedenheit insgesamt'],
			sheets.flatMap(([quartier, count]) =>
				Array.from({ length: count }, (_, at) => [
					`${quartier}${at}`,
					'2025',
					quartier,
					answers[at % 5]
				])
			)
		)
	);
	context = await contextOf(engine);
}, 60_000);
afterAll(() => engine.close());

const protection = (result: Pick<IndicatorResult, 'rows'>) =>
	new Map(result.rows.map((row) => [row.dimensions.quartier, row.estimate.protection]));

test('inside: small cells are hidden, few answers are uncertain', () => {
	const result = evaluate(context, { indicators: ['satisfied-overall'], by: ['quartier'] });
	expect(protection(result)).toEqual(
		new Map([
			['west', 'open'],
			['ost', 'uncertain'],
			['sued', 'small-cell']
		])
	);
	expect(result.notes).toEqual(['hidden-cells']);
});

test('handing over: so many more that the hidden one cannot be worked out', async () => {
	const { estimated } = evaluateOnce(context, {
		indicators: ['satisfied-overall'],
		by: ['quartier']
	});
	const { results } = await releaseOf([estimated], { solver: loadSolver });
	expect(protection(results[0]!)).toEqual(
		new Map([
			['west', 'open'],
			['ost', 'complementary'],
			['sued', 'small-cell']
		])
	);
});

test('a coarser period where more than a tenth would be hidden, and it is said', () => {
	const ask = (quartier: string, period: 'month' | 'calendarQuarter') =>
		evaluate(context, {
			indicators: ['new-cases'],
			by: ['period'],
			period,
			filters: { quartier: [quartier] }
		});
	const west = ask('west', 'month');
	expect([west.period, west.notes, west.rows.length]).toEqual(['month', [], 24]);
	const ost = ask('ost', 'month');
	expect([ost.period, ost.notes, ost.rows.length]).toEqual([
		'calendarQuarter',
		['coarser-period'],
		8
	]);
	expect(hiddenShare(ost)).toBeLessThanOrEqual(MOST_HIDDEN);
	expect(ost.query.period).toBe('month');
	const sued = ask('sued', 'month');
	expect(sued.period).toBe('year');
	expect(sued.notes).toContain('coarser-period');
	const asked = ask('ost', 'calendarQuarter');
	expect([asked.period, asked.notes]).toEqual(['calendarQuarter', []]);
});

test('the minimum of the command line', () => {
	const result = evaluate(context, { indicators: ['satisfied-overall'], by: ['quartier'] }, 0);
	expect(protection(result)).toEqual(
		new Map([
			['west', 'open'],
			['ost', 'uncertain'],
			['sued', 'uncertain']
		])
	);
});

test('every definition has words in both languages and a minimum that is never below 5 where it is about tenants', () => {
	for (const { id, name, description, formula, source, minimumBase, group } of DEFINITIONS) {
		for (const words of [name, description, formula, source])
			for (const text of [words.de, words.en]) expect(text.length, id).toBeGreaterThan(2);
		// Visits, partners and dwellings are no tenants that somebody was counselled about.
		if (['meetingPlace', 'network', 'master'].includes(group)) continue;
		expect(minimumBase, id).toBeGreaterThanOrEqual(group === 'survey' ? 10 : 5);
	}
	expect(new Set(DEFINITIONS.map((one) => one.id)).size).toBe(DEFINITIONS.length);
});
