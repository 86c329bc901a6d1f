import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IndicatorQueryInput, IndicatorRow } from '../../../domain';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { kaplanMeier, medianDuration } from '../../../statistics';
import { INDICATORS } from '../../definitions';
import { ask, directMean, directShare, load, table } from '../../testing';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await load(engine, CASES, CONTACTS, DEBTS, BENEFITS, TREFF, COOPERATIONS);
}, 60_000);
afterAll(() => engine.close());

const CASES = table(
	['Fall-Nr', 'Eröffnet', 'Geschlossen', 'Quartier', 'Thema', 'Angebotsbereich', 'Abschlussgrund'],
	[
		[
			'F-1',
			'01.02.2024',
			'11.02.2024',
			'Heidberg',
			'Mietschulden',
			'Sicheres Wohnen',
			'Ziel erreicht'
		],
		['F-2', '01.03.2024', '31.03.2024', 'Heidberg', 'Mietschulden', 'Sicheres Wohnen', 'Umzug'],
		['F-3', '01.04.2024', '', 'Heidberg', 'Energie', 'Sicheres Wohnen', ''],
		[
			'F-4',
			'01.02.2024',
			'21.02.2024',
			'Weststadt',
			'Mietschulden',
			'Sicheres Wohnen',
			'Ziel erreicht'
		],
		['F-5', '05.05.2024', '10.12.2024', 'Weststadt', 'Energie', 'Unterstützung im Alltag', '']
	]
);
const CONTACTS = table(
	['Fall-Nr', 'Datum', 'Kontaktart', 'Minuten', 'Erstkontakt'],
	[
		['F-1', '02.02.2024', 'Hausbesuch', 60, 'ja'],
		['F-1', '09.02.2024', 'Telefon', 10, 'nein'],
		['F-2', '03.03.2024', 'Telefon', 20, 'ja'],
		['F-4', '02.02.2024', 'Telefon', 5, 'ja'],
		['F-4', '04.02.2024', 'Telefon', '', 'nein'],
		['F-4', '05.02.2024', 'Sprechstunde', 25, 'nein']
	]
);
const DEBTS = table(
	[
		'Fall-Nr',
		'Datum',
		'Rückstand am Anfang',
		'Rückstand am Ende',
		'Stand des Verfahrens',
		'Räumung abgewendet'
	],
	[
		['F-1', '02.02.2024', 1800, 300, 'Kündigung', 'ja'],
		['F-2', '', 900, '', 'Mahnung', ''],
		['F-4', '03.02.2024', 2500, 2700, 'Kündigung', 'nein']
	]
);
const BENEFITS = table(
	[
		'Fall-Nr',
		'Leistung',
		'Beraten',
		'Anspruch',
		'Beantragt',
		'Bewilligt',
		'Euro im Monat',
		'Monate'
	],
	[
		['F-1', 'Wohngeld', '03.02.2024', 'ja', '05.02.2024', '20.03.2025', 200, 24],
		['F-2', 'Wohngeld', 'ja', 'ja', 'ja', 'nein', '', ''],
		['F-3', 'Kinderzuschlag', 'ja', 'ja', 'ja', 'ja', 500, 1],
		['F-5', 'Grundsicherung', 'ja', 'nein', 'nein', 'nein', '', '']
	]
);
const TREFF = table(
	['Treff', 'Quartier', 'Datum', 'Angebot', 'Zielgruppe', 'Besuche', 'Ehrenamtliche'],
	[
		['Heidbergtreff', 'Heidberg', '04.03.2024', 'Hausaufgaben', 'Kinder', 12, 2],
		['Heidbergtreff', 'Heidberg', '04.03.2024', 'Kaffeerunde', 'Senioren', 20, 1],
		['Heidbergtreff', 'Heidberg', '05.03.2024', 'Jugendabend', 'Jugendliche', 8, 0],
		['Westtreff', 'Weststadt', '04.03.2024', 'Kaffeerunde', '', 10, 1]
	]
);
const COOPERATIONS = table(
	['Partner', 'Art des Partners', 'Quartier', 'Seit', 'Bis'],
	[
		['Jobcenter', 'Behörde', 'Heidberg', '01.01.2020', ''],
		['Stadtteilverein', 'Verein', 'Weststadt', '01.01.2021', '31.12.2023'],
		['Diakonie', 'Verein', '', '01.06.2022', '']
	]
);

const rows = async (indicator: string, more: Partial<IndicatorQueryInput> = {}) =>
	(await ask(engine, { indicators: [indicator], ...more })).rows;
const value = async (indicator: string, more: Partial<IndicatorQueryInput> = {}) =>
	(await rows(indicator, more))[0]?.estimate.value;
const byMember = (
	found: readonly IndicatorRow[],
	dimension: 'quartier' | 'channel' | 'benefit' | 'partnerKind' | 'closingReason'
): Record<string, number | null> =>
	Object.fromEntries(found.map((row) => [row.dimensions[dimension] ?? '', row.estimate.value]));

const YEAR_2024 = { filters: { period: { from: '2024-01-01', to: '2024-12-31' } } };

describe('counts and sums', () => {
	test.each([
		['contacts', 6],
		['debt-cases', 3],
		['debt-regulated', 1500 - 200],
		['evictions-averted', 1],
		['benefit-advised', 4],
		['benefit-entitled', 3],
		['benefit-applied', 3],
		['benefit-granted', 2],
		['benefit-euros-month', 200],
		['benefit-euros-year', 200 * 12 + 500],
		['treff-days', 3],
		['treff-visits', 50],
		['visits-per-day', 50 / 3],
		['volunteers', 4],
		['young-share', 20 / 40],
		['cooperations', 2]
	])('%s', async (indicator, expected) => {
		expect(await value(indicator)).toBeCloseTo(expected, 12);
		const [row] = await rows(indicator);
		expect(row?.estimate).toMatchObject({ low: null, high: null, standardError: null });
	});

	test('a step counts in the period of its day', async () => {
		expect(await value('benefit-granted', YEAR_2024)).toBe(1);
		expect(await value('benefit-euros-year', YEAR_2024)).toBe(500);
		// What is paid once is no euro a month.
		expect(await value('benefit-euros-month', YEAR_2024)).toBe(0);
		expect(await value('benefit-applied', YEAR_2024)).toBe(3);
	});

	test('by Quartier, kind and channel; nothing is a zero', async () => {
		expect(byMember(await rows('contacts', { by: ['channel'] }), 'channel')).toEqual({
			Hausbesuch: 1,
			Sprechstunde: 1,
			Telefon: 4
		});
		expect(byMember(await rows('evictions-averted', { by: ['quartier'] }), 'quartier')).toEqual({
			heidberg: 1,
			weststadt: 0
		});
		expect(byMember(await rows('benefit-granted', { by: ['benefit'] }), 'benefit')).toEqual({
			Grundsicherung: 0,
			Kinderzuschlag: 1,
			Wohngeld: 1
		});
	});

	test('a partner for all Quartiere counts in each, one that ended in none', async () => {
		const of = (quartier: string) => value('cooperations', { filters: { quartier: [quartier] } });
		expect([await of('heidberg'), await of('weststadt')]).toEqual([2, 1]);
		const in2022 = { filters: { period: { from: '2022-01-01', to: '2022-12-31' } } };
		expect(
			byMember(await rows('cooperations', { by: ['partnerKind'], ...in2022 }), 'partnerKind')
		).toEqual({ Behörde: 1, Verein: 2 });
	});

	test('closed cases by the reason for closing', async () => {
		const found = await rows('closed-cases', { by: ['closingReason'] });
		expect(byMember(found, 'closingReason')).toEqual({ Umzug: 1, 'Ziel erreicht': 2 });
	});

	test('parts of time and place add up to the whole', async () => {
		for (const { id, family } of INDICATORS.filter((one) => one.kind === 'count')) {
			if (family !== 'record' || id === 'cooperations') continue;
			const parts = await rows(id, { by: ['quartier', 'period'], period: 'month' });
			const sum = parts.reduce((all, { estimate }) => all + (estimate.value ?? 0), 0);
			expect([id, sum]).toEqual([id, await value(id)]);
		}
	});
});

describe('estimates', () => {
	test('the share averted leaves out what nobody knows', async () => {
		const [row] = await rows('averted-share');
		const { value: share, low, high } = directShare([1, 0]);
		expect(row?.estimate).toMatchObject({ value: share, n: 2 });
		expect(row?.estimate.low).toBeCloseTo(low ?? NaN, 12);
		expect(row?.estimate.high).toBeCloseTo(high ?? NaN, 12);
	});

	test('contacts and minutes of closed cases with contacts', async () => {
		const [contacts] = await rows('contacts-per-case');
		const [minutes] = await rows('minutes-per-case');
		const close = (found: IndicatorRow | undefined, expected: ReturnType<typeof directMean>) => {
			expect(found?.estimate.n).toBe(expected.n);
			for (const name of ['value', 'low', 'high', 'standardError'] as const)
				expect(found?.estimate[name]).toBeCloseTo(expected[name] ?? NaN, 9);
		};
		close(contacts, directMean([2, 1, 3]));
		close(minutes, directMean([70, 20, 30]));
	});

	test('the median duration counts the open case as going on', async () => {
		const [row] = await rows('case-duration');
		// F-3 is open and observed to the end of the statistics, 31.12.2024.
		const median = medianDuration(kaplanMeier([10, 30, 274, 20, 219], [1, 1, 0, 1, 1]));
		expect(row?.estimate).toMatchObject({ ...median, n: 5 });
		expect(row?.estimate.value).toBe(30);
	});

	test('without half of the cases closed there is no median', async () => {
		const [row] = await rows('case-duration', {
			filters: { quartier: ['heidberg'], period: { from: '2024-04-01', to: '2024-04-30' } }
		});
		expect(row?.estimate).toMatchObject({ value: null, protection: 'no-base' });
	});

	test('what was avoided costs what the user says, and nothing where nobody says it', async () => {
		expect((await rows('eviction-cost-avoided'))[0]?.estimate.protection).toBe('no-base');
		const [row] = await rows('eviction-cost-avoided', { evictionCost: { low: 8000, high: 20000 } });
		expect(row?.estimate).toMatchObject({ value: 14000, low: 8000, high: 20000, n: 1 });
		await expect(
			rows('eviction-cost-avoided', { evictionCost: { low: 2, high: 1 } })
		).rejects.toThrow('low is above high');
	});
});

test('an empty database answers every figure with nothing', async () => {
	await load(engine);
	for (const { id, family } of INDICATORS)
		if (family === 'record') expect(await rows(id)).toEqual([]);
});
