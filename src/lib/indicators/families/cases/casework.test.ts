import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DimensionValues, IndicatorQueryInput } from '../../../domain';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { poissonDifference } from '../../../statistics';
import { coarser, daysIn, overlap, periodsOf } from '../../cube/period';
import { ask, directShare, expectFigures, load, seeded, table } from '../../testing';

type Case = {
	quartier: string;
	opened: string;
	closed: string;
	area: string;
	topic: string;
	outcome: string;
	age: string;
};

const random = seeded(1848);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const DAY = 86_400_000;
const day = (from: string, days: number): string =>
	new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);
const german = (iso: string): string => iso.split('-').reverse().join('.');

/** From 10 January 2024 to 20 June 2025: the last year is a part of one. */
const cases: Case[] = Array.from({ length: 400 }, () => {
	const opened = day('2024-01-10', Math.floor(random() * 520));
	const closed = day(opened, Math.floor(random() * 200));
	const isClosed = random() < 0.7 && closed <= '2025-06-20';
	return {
		quartier: pick(['West', 'West', 'Ost', 'Süd']),
		opened,
		closed: isClosed ? closed : '',
		area: pick(['Sicheres Wohnen', 'Unterstützung im Alltag']),
		topic: pick(['Energie', 'Mietschulden', 'Vereinsamung', '']),
		outcome: isClosed ? pick(['erfolgreich', 'abgebrochen', 'abgebrochen', '']) : '',
		age: pick(['unter 30', '65 und älter', 'keine Angabe'])
	};
});
const DWELLINGS: Record<string, Record<string, number>> = {
	West: { 2024: 1296, 2025: 1284 },
	Ost: { 2024: 700, 2025: 720 },
	Süd: { 2024: 410, 2025: 410 }
};
const COVERED = { from: '2024-01-01', to: '2025-06-30' };

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await load(
		engine,
		table(
			[
				'Fall-Nr',
				'Quartier',
				'Eröffnet',
				'Geschlossen',
				'Angebotsbereich',
				'Anlass',
				'Ergebnis',
				'Altersgruppe'
			],
			cases.map((one, at) => [
				at,
				one.quartier,
				german(one.opened),
				one.closed && german(one.closed),
				one.area,
				one.topic,
				one.outcome,
				one.age
			])
		),
		table(
			['Quartier', 'Jahr', 'Wohnungen'],
			Object.entries(DWELLINGS).flatMap(([name, years]) =>
				Object.entries(years).map(([year, dwellings]) => [name, year, dwellings])
			)
		)
	);
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

const periodOf = (first: string, unit: string): { from: string; to: string } => {
	const months = unit === 'year' ? 12 : unit === 'calendarQuarter' ? 3 : 1;
	const [year, month] = first.split('-').map(Number) as [number, number];
	const last = new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
	return { from: first, to: last };
};
const cut = (span: { from: string; to: string }, limit: { from: string; to: string }) => ({
	from: span.from < limit.from ? limit.from : span.from,
	to: span.to > limit.to ? limit.to : span.to
});

/** Thousand dwelling years, day by day. */
function dwellingYears(names: string[], { from, to }: { from: string; to: string }): number {
	let sum = 0;
	for (let date = from; date <= to; date = day(date, 1)) {
		const year = Number(date.slice(0, 4));
		const days = year % 4 === 0 ? 366 : 365;
		for (const name of names) sum += DWELLINGS[name]![year]! / days / 1000;
	}
	return sum;
}

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

	test('a part of a year is said to be one', async () => {
		const notes = async (period: 'year' | 'month') =>
			(await ask(engine, { indicators: ['new-cases'], by: ['period'], period })).notes;
		expect(await notes('year')).toEqual(['incomplete-period']);
		expect(await notes('month')).toEqual([]);
	});

	test('a year is compared with the year before, a part of a year as a part', async () => {
		const { rows } = await ask(engine, {
			indicators: ['new-cases-rate', 'success-share', 'new-cases'],
			by: ['period'],
			period: 'year',
			filters: { quartier: ['west'] },
			compare: 'previous-period'
		});
		const of = (indicator: string, year: number) =>
			rows.find((row) => row.indicator === indicator && row.dimensions.period === `${year}-01-01`)!;
		expect(rows.filter(({ change }) => change).map(({ dimensions }) => dimensions.period)).toEqual([
			'2025-01-01',
			'2025-01-01'
		]);
		const rate = of('new-cases-rate', 2025);
		const [now, before] = [2025, 2024].map((year) => {
			const { from, to } = cut(periodOf(`${year}-01-01`, 'year'), COVERED);
			const events = cases.filter(
				({ quartier, opened }) => quartier === 'West' && opened >= from && opened <= to
			).length;
			return { events, base: dwellingYears(['West'], { from, to }) };
		}) as [Record<'events' | 'base', number>, Record<'events' | 'base', number>];
		const expected = poissonDifference(now.events, now.base, before.events, before.base);
		expect(rate.change).toMatchObject({
			against: 'previous-period',
			reference: { period: '2024-01-01' },
			verdict: 'no-difference'
		});
		expect(rate.change?.difference).toBeCloseTo(expected.difference, 9);
		expect(rate.change?.low).toBeCloseTo(expected.low, 9);
		expect(rate.change?.high).toBeCloseTo(expected.high, 9);
		const shares = [2025, 2024].map((year) => of('success-share', year).estimate.value!);
		expect(of('success-share', 2025).change?.difference).toBeCloseTo(shares[0]! - shares[1]!, 9);
	});

	test('a span without cases has none, and one without dwellings no rate', async () => {
		const before = await ask(engine, {
			indicators: ['new-cases'],
			filters: { period: { from: '2001-01-01', to: '2001-12-31' } }
		});
		expect(before.rows).toEqual([]);
		await load(
			engine,
			table(
				['Fall-Nr', 'Quartier', 'Eröffnet', 'Anlass', 'Zugang'],
				[[1, 'West', '01.02.2024', 'Energie', 'selbst']]
			),
			table(['Quartier', 'Jahr', 'Wohnungen'], [['West', 2023, 800]])
		);
		const { rows, notes } = await ask(engine, {
			indicators: ['new-cases-rate', 'new-cases']
		});
		expect(rows.map((row) => [row.estimate.value, row.estimate.protection])).toEqual([
			[null, 'no-base'],
			[1, 'open']
		]);
		expect(notes).toEqual(['no-dwellings']);
	});

	test('17 cases on 1,250 dwellings in a year, as R has them', async () => {
		const dates = ['01.01.2023', ...Array<string>(15).fill('01.07.2023'), '31.12.2023'];
		await load(
			engine,
			table(
				['Fall-Nr', 'Quartier', 'Eröffnet', 'Anlass', 'Zugang'],
				dates.map((date, at) => [at, 'West', date, 'Energie', 'selbst'])
			),
			table(['Quartier', 'Jahr', 'Wohnungen'], [['West', 2023, '1.250']])
		);
		const { rows } = await ask(engine, { indicators: ['new-cases-rate'] });
		expectFigures(
			rows[0]!.estimate,
			{ value: 13.6, low: 7.92250117568583, high: 21.7749174527253, n: 17, base: 1250 },
			'Poisson'
		);
	});
});

describe('periods', () => {
	test('are whole, in order, and touch the span', () => {
		expect(periodsOf('calendarQuarter', { from: '2024-02-29', to: '2024-07-01' })).toEqual([
			{ from: '2024-01-01', to: '2024-03-31' },
			{ from: '2024-04-01', to: '2024-06-30' },
			{ from: '2024-07-01', to: '2024-09-30' }
		]);
		expect(
			periodsOf('month', { from: '2023-12-31', to: '2024-02-01' }).map((one) => one.to)
		).toEqual(['2023-12-31', '2024-01-31', '2024-02-29']);
		expect(periodsOf('year', { from: '2023-12-31', to: '2024-01-01' })).toEqual([
			{ from: '2023-01-01', to: '2023-12-31' },
			{ from: '2024-01-01', to: '2024-12-31' }
		]);
	});

	test('days, overlaps and the next coarser unit', () => {
		expect(daysIn({ from: '2024-02-01', to: '2024-03-01' })).toBe(30);
		expect(
			daysIn(
				overlap({ from: '2024-01-01', to: '2024-01-31' }, { from: '2024-02-01', to: '2024-02-02' })
			)
		).toBe(0);
		expect([coarser('month'), coarser('calendarQuarter'), coarser('year')]).toEqual([
			'calendarQuarter',
			'year',
			null
		]);
	});
});
