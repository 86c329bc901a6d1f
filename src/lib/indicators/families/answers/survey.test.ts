import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DimensionValues, IndicatorQueryInput, Item } from '../../../domain';
import { appendRows, emptyCatalog, type Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { toTables, type Records } from '../../../ingest';
import { INDICATORS } from '../../definitions';
import type { Estimated } from '../../estimate-query';
import {
	ask,
	directMean,
	directShare,
	directWeighted,
	expectFigures,
	load,
	seeded,
	table,
	type Direct
} from '../../testing';

/** Answers from the worst to the best; the last two count as satisfied. */
const POINTS = [
	'sehr unzufrieden',
	'eher unzufrieden',
	'teils/teils',
	'eher zufrieden',
	'sehr zufrieden'
];
const QUESTIONS = {
	overall: ['Zufriedenheit insgesamt'],
	housing: ['Wohnung: Zustand', 'Gebäude: Treppenhaus'],
	environment: ['Wohnumfeld: Grünflächen'],
	safety: ['Sicherheit: In der Wohnung', 'Sicherheit: Im Haus', 'Sicherheit: Auf dem Weg'],
	neighbourhood: ['Nachbarschaft: Hilfe', 'Nachbarschaft: Konflikte'],
	service: ['Service: Reparaturen', 'Service: Freundlichkeit']
};
type Topic = keyof typeof QUESTIONS;
const ASKED = Object.values(QUESTIONS).flat();
const RECOMMEND = 'Weiterempfehlung (0 bis 10)';
const QUARTIERE = [
	{ id: 'sz-lebenstedt', name: 'SZ-Lebenstedt' },
	{ id: 'heidberg', name: 'Heidberg' },
	{ id: 'oelper', name: 'Ölper' }
];

type Sheet = {
	quartier: string;
	wave: string;
	age: string;
	household: string;
	weight: number;
	/** question to answer as it stands in the file */
	answers: Record<string, string>;
};

const random = seeded(4711);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;

function draw(wave: string, count: number, weighted: boolean): Sheet[] {
	return Array.from({ length: count }, () => ({
		quartier: pick(QUARTIERE).name,
		wave,
		age: pick(['unter 30', '30 bis 44', '65 und älter', 'keine Angabe', '']),
		household: pick(['allein lebend', 'Paar']),
		weight: weighted ? Math.round(50 + 300 * random()) / 100 : 1,
		answers: Object.fromEntries<string>([
			...ASKED.map((question): [string, string] => [
				question,
				pick([...POINTS, ...POINTS, 'weiß nicht', 'keine Angabe', ''])
			]),
			[RECOMMEND, pick([...'0123456789', '10', '9', '10', '99', ''])]
		])
	}));
}

const responses = [
	...draw('2019', 150, true),
	...draw('2022', 140, false),
	...draw('2025', 160, false)
];
const HOUSEHOLDS: Record<string, number> = { 'SZ-Lebenstedt': 1251, Heidberg: 900, Ölper: 610 };

/** The file of some waves: the columns that they share, and weights where they have some. */
const surveyFile = (rows: readonly Sheet[], weighted: boolean): string =>
	table(
		[
			'Bogen',
			'Eingang',
			'Welle',
			'Quartier',
			'Altersgruppe',
			'Haushalt',
			...ASKED,
			RECOMMEND,
			...(weighted ? ['Gewicht'] : [])
		],
		rows.map((sheet, index) => [
			index + 1,
			`${(index % 28) + 1}.05.${sheet.wave}`,
			sheet.wave,
			sheet.quartier,
			sheet.age,
			sheet.household,
			...[...ASKED, RECOMMEND].map((question) => sheet.answers[question]),
			...(weighted ? [String(sheet.weight).replace('.', ',')] : [])
		])
	);

const MASTER = table(
	['Quartier', 'Jahr', 'Wohnungen', 'Haushalte'],
	QUARTIERE.flatMap(({ name }) =>
		['2019', '2022', '2025'].map((year) => [
			name,
			year,
			HOUSEHOLDS[name]! + 20,
			HOUSEHOLDS[name]! + Number(year) - 2019
		])
	)
);

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	const weighted = responses.filter((sheet) => sheet.wave === '2019');
	await load(
		engine,
		surveyFile(weighted, true),
		surveyFile(
			responses.filter((sheet) => sheet.wave !== '2019'),
			false
		),
		MASTER
	);
}, 60_000);
afterAll(() => engine.close());

/** What an answer counts, or null where it does not: independent of everything in `indicators`. */
const point = (sheet: Sheet, question: string): number | null => {
	const index = POINTS.indexOf(sheet.answers[question] ?? '');
	return index < 0 ? null : index + 1;
};
const top = (sheet: Sheet, question: string): number | null => {
	const value = point(sheet, question);
	return value === null ? null : Number(value >= 4);
};
const index = (sheet: Sheet, topic: Topic): number | null => {
	const scores = QUESTIONS[topic]
		.map((question) => point(sheet, question))
		.filter((value) => value !== null)
		.map((value) => (value - 1) * 25);
	if (scores.length === 0 || scores.length * 2 < QUESTIONS[topic].length) return null;
	return scores.reduce((a, b) => a + b, 0) / scores.length;
};
const promoter = (sheet: Sheet): number | null => {
	const answer = sheet.answers[RECOMMEND] ?? '';
	if (answer === '' || answer === '99') return null;
	return Number(answer) >= 9 ? 100 : Number(answer) <= 6 ? -100 : 0;
};

const FIGURES: Record<string, { share?: boolean; y: (sheet: Sheet) => number | null }> = {
	'satisfied-overall': { share: true, y: (sheet) => top(sheet, 'Zufriedenheit insgesamt') },
	'mean-satisfaction': { y: (sheet) => point(sheet, 'Zufriedenheit insgesamt') },
	'index-housing': { y: (sheet) => index(sheet, 'housing') },
	'index-environment': { y: (sheet) => index(sheet, 'environment') },
	'index-safety': { y: (sheet) => index(sheet, 'safety') },
	'index-neighbourhood': { y: (sheet) => index(sheet, 'neighbourhood') },
	'index-service': { y: (sheet) => index(sheet, 'service') },
	nps: { y: promoter }
};

const groupsOf = (sheet: Sheet): Record<string, string> => ({
	age: ['keine Angabe', ''].includes(sheet.age) ? '' : sheet.age,
	household: sheet.household
});
const idOf = (name: string): string => QUARTIERE.find((one) => one.name === name)!.id;

/** The value of a sheet in a dimension; '' where it has none. */
function valueIn(sheet: Sheet, dimension: string, contrast: string | undefined): string {
	if (dimension === 'quartier') return idOf(sheet.quartier);
	if (dimension === 'contrast') return idOf(sheet.quartier) === contrast ? 'self' : 'rest';
	if (dimension === 'wave') return sheet.wave;
	return groupsOf(sheet)[dimension.slice('group:'.length)] ?? '';
}

const keyOf = (dimensions: DimensionValues): string =>
	JSON.stringify(Object.entries(dimensions).filter(([name]) => name !== 'item'));

/** Figures of a query, computed from the responses one by one. */
function direct(
	{ by = [], filters = {}, contrast }: Omit<IndicatorQueryInput, 'indicators'>,
	{ share = false, y }: { share?: boolean; y: (sheet: Sheet) => number | null }
): Map<string, Direct> {
	const cells = new Map<string, Sheet[]>();
	for (const sheet of responses) {
		if (filters.quartier && !filters.quartier.includes(idOf(sheet.quartier))) continue;
		if (filters.wave && !filters.wave.includes(sheet.wave)) continue;
		const groups = Object.entries(filters.groups ?? {});
		if (groups.some(([name, kept]) => !kept.includes(groupsOf(sheet)[name] ?? ''))) continue;
		if (y(sheet) === null) continue;
		const values = by.map((dimension): [string, string] => [
			dimension,
			valueIn(sheet, dimension, contrast)
		]);
		if (values.some(([, value]) => value === '')) continue;
		const key = JSON.stringify(values);
		cells.set(key, [...(cells.get(key) ?? []), sheet]);
	}
	return new Map(
		[...cells].map(([key, rows]): [string, Direct] => {
			const ys = rows.map((sheet) => y(sheet)!);
			const waves = new Set(rows.map((sheet) => sheet.wave));
			if (waves.has('2019')) {
				const design = responses.filter((sheet) => waves.has(sheet.wave)).length;
				return [
					key,
					directWeighted(
						ys,
						rows.map((sheet) => sheet.weight),
						design,
						share
					)
				];
			}
			return [key, share ? directShare(ys) : directMean(ys)];
		})
	);
}

function expectSame(result: Estimated, id: string, expected: Map<string, Direct>): void {
	const rows = result.rows.filter((row) => row.indicator === id);
	expect(rows.map((row) => keyOf(row.dimensions)).sort()).toEqual([...expected.keys()].sort());
	for (const row of rows)
		expectFigures(
			row.estimate,
			expected.get(keyOf(row.dimensions))!,
			`${id} ${JSON.stringify(row.dimensions)}`
		);
}

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

	test('response rate: responses by households of the year, a complete count', async () => {
		const rate = async (query: Omit<IndicatorQueryInput, 'indicators'>) =>
			(await ask(engine, { ...query, indicators: ['response-rate'] })).rows;
		const households = (names: string[], year: number) =>
			names.reduce((all, name) => all + HOUSEHOLDS[name]! + year - 2019, 0);
		const names = QUARTIERE.map((one) => one.name);
		const rows = [
			...(await rate({ by: ['quartier', 'wave'] })),
			...(await rate({ by: ['wave'] })),
			...(await rate({ by: ['contrast', 'wave'], contrast: 'heidberg' })),
			...(await rate({ by: ['wave'], filters: { quartier: ['heidberg', 'oelper'] } }))
		];
		expect(rows).toHaveLength(9 + 3 + 6 + 3);
		rows.forEach((row, position) => {
			const { quartier, contrast, wave } = row.dimensions;
			const own = names.filter((name) =>
				quartier
					? idOf(name) === quartier
					: contrast
						? (name === 'Heidberg') === (contrast === 'self')
						: position < 12 || name !== 'SZ-Lebenstedt'
			);
			const n = responses.filter(
				(sheet) => sheet.wave === wave && own.includes(sheet.quartier)
			).length;
			const base = households(own, Number(wave));
			expect(row.estimate).toEqual({
				value: n / base,
				low: null,
				high: null,
				standardError: null,
				n,
				base,
				protection: 'open'
			});
		});
		for (const row of await rate({ by: ['wave', 'group:age'] }))
			expect(row.estimate.protection).toBe('no-base');
		for (const row of await rate({ by: ['wave'], filters: { groups: { age: ['unter 30'] } } }))
			expect(row.estimate.protection).toBe('no-base');
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

describe('a result', () => {
	test('has its members in order: waves by time, ages by age, Quartiere in German order', async () => {
		const { members, definitions } = await ask(engine, {
			indicators: ['nps', 'satisfied-overall'],
			by: ['wave', 'group:age', 'quartier']
		});
		expect(members.wave?.map((one) => one.value)).toEqual(['2019', '2022', '2025']);
		expect(members['group:age']?.map((one) => one.value)).toEqual([
			'unter 30',
			'30 bis 44',
			'65 und älter'
		]);
		expect(members.quartier?.map((one) => one.label)).toEqual([
			'Heidberg',
			'Ölper',
			'SZ-Lebenstedt'
		]);
		expect(definitions.map((one) => one.id)).toEqual(['nps', 'satisfied-overall']);
	});

	test('says that it is weighted, and where few answers make it uncertain', async () => {
		const all = await ask(engine, { indicators: ['nps'], by: ['wave'] });
		expect(all.notes).toEqual(['weighted']);
		const one = await ask(engine, {
			indicators: ['nps'],
			by: ['quartier', 'group:age', 'group:household'],
			filters: { wave: ['2025'] }
		});
		expect(one.notes).toEqual([]);
		for (const { estimate } of one.rows)
			expect(estimate.protection).toBe(estimate.n! < 30 ? 'uncertain' : 'open');
		expect(one.rows.some((row) => row.estimate.protection === 'uncertain')).toBe(true);
	});

	test('refuses what is no query', async () => {
		await expect(ask(engine, { indicators: ['happiness'] })).rejects.toThrow(RangeError);
		await expect(ask(engine, { indicators: [] })).rejects.toThrow();
		await expect(ask(engine, { indicators: ['nps'], by: ['caseTopic'] })).rejects.toThrow(
			/caseTopic is no dimension/
		);
		await expect(ask(engine, { indicators: ['nps'], by: ['contrast'] })).rejects.toThrow();
		await expect(
			ask(engine, {
				indicators: ['new-cases'],
				filters: { period: { from: "2024-01-01'", to: '2024-02-01' } }
			})
		).rejects.toThrow();
	});
});

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

/** Records of one item, made directly: surveys of two waves each, the answer as its point. */
const scale: Item['scale'] = {
	id: 'satisfaction5',
	kind: 'ordinal',
	points: 5,
	labels: POINTS,
	titles: {},
	topBox: POINTS.slice(3),
	direction: 'higher-better',
	nonSubstantive: []
};
type Drawn = {
	quartier: string;
	wave: 0 | 1;
	group: string | null;
	value: number | null;
	weight: number;
};
const waveName = (survey: number, wave: number) => `${survey}, ${wave}`;
const recordsOf = (
	surveys: readonly (readonly Drawn[])[]
): Extract<Records, { kind: 'survey' }> => ({
	kind: 'survey',
	items: [
		{
			item: { code: 'q', text: 'q', topic: 'overall', scale },
			values: Float64Array.from(surveys.flat(), ({ value }) => value ?? NaN),
			chosen: null
		}
	],
	waves: surveys.flatMap((_, survey) =>
		[0, 1].map((wave) => ({
			key: '',
			name: waveName(survey, wave),
			from: `202${wave}-01-01`,
			to: `202${wave}-12-31`
		}))
	),
	dimensions: ['age'],
	texts: [],
	calibrations: [],
	responses: surveys.flatMap((rows, survey) =>
		rows.map(({ quartier, wave, group, weight }) => ({
			cluster: '',
			received: null,
			quartier,
			wave: 2 * survey + wave,
			weight,
			groups: [group]
		}))
	),
	findings: []
});

test('random surveys: every share and mean is what the rows give, under any filter', async () => {
	const row = (weight: fc.Arbitrary<number>): fc.Arbitrary<Drawn> =>
		fc.record({
			quartier: fc.constantFrom('x', 'y'),
			wave: fc.constantFrom(0, 1),
			group: fc.constantFrom('jung', 'alt', null),
			value: fc.option(fc.integer({ min: 1, max: 5 })),
			weight
		});
	const rows = fc.oneof(
		fc.array(row(fc.constant(1)), { minLength: 1, maxLength: 40 }),
		fc.array(row(fc.double({ min: 0.1, max: 10, noNaN: true })), { minLength: 1, maxLength: 40 })
	);
	const filters = fc.record(
		{
			quartier: fc.subarray(['x', 'y']),
			wave: fc.subarray([0, 1]),
			groups: fc.record({ age: fc.subarray(['jung', 'alt']) })
		},
		{ requiredKeys: [] }
	);
	const surveys = fc.array(fc.record({ rows, filters }), { minLength: 10, maxLength: 10 });

	const check = async (
		survey: number,
		drawn: readonly Drawn[],
		{
			quartier,
			groups,
			wave: waves = [0, 1]
		}: { quartier?: string[]; wave?: number[]; groups?: { age: string[] } }
	) => {
		const wave = waves.map((one) => waveName(survey, one));
		const { rows: found } = await ask(engine, {
			indicators: ['satisfied-overall', 'mean-satisfaction'],
			by: ['wave'],
			filters: { ...(quartier ? { quartier } : {}), ...(groups ? { groups } : {}), wave }
		});
		let cells = 0;
		for (const one of waves) {
			const kept = drawn.filter(
				({ wave, value, quartier: where, group }) =>
					wave === one &&
					value !== null &&
					(quartier?.includes(where) ?? true) &&
					(!groups || groups.age.includes(group ?? ''))
			);
			if (kept.length > 0) cells += 2;
			const base = kept.reduce((sum, { weight }) => sum + weight, 0);
			for (const { indicator, dimensions, estimate } of found) {
				if (dimensions.wave !== waveName(survey, one)) continue;
				const y = (value: number | null) =>
					indicator === 'satisfied-overall' ? Number(value! >= 4) : value!;
				const value = kept.reduce((sum, { weight, value }) => sum + weight * y(value), 0) / base;
				expectFigures(estimate, { value, base, n: kept.length }, indicator);
				if (estimate.low === null) continue;
				expect(estimate.low).toBeLessThanOrEqual(value + 1e-9);
				expect(estimate.high).toBeGreaterThanOrEqual(value - 1e-9);
			}
		}
		expect(found).toHaveLength(cells);
	};

	await fc.assert(
		fc.asyncProperty(surveys, async (all) => {
			await appendRows(
				engine,
				toTables([recordsOf(all.map((one) => one.rows))], emptyCatalog()).tables,
				{
					replace: true
				}
			);
			for (const [survey, { rows, filters }] of all.entries()) await check(survey, rows, filters);
		}),
		{ numRuns: 50 }
	);
}, 120_000);

describe('unlike scales', () => {
	const file = (wave: string, question: string, answers: string[]): string =>
		table(
			['Bogen', 'Welle', 'Quartier', question],
			answers.map((answer, at) => [at, wave, 'West', answer])
		);
	const verbal = file('2025', 'Zufriedenheit insgesamt', [...POINTS, ...POINTS]);
	const grades = file('2022', 'Note insgesamt', ['1', '2', '2', '6', '5', '3', '4']);

	test('are said where they meet', async () => {
		await load(engine, verbal, grades);
		const query: IndicatorQueryInput = { indicators: ['satisfied-overall'], by: ['wave'] };
		const both = await ask(engine, query);
		expect(both.notes).toEqual(['unlike-scales', 'wording-changed']);
		expect(both.rows.map((row) => [row.dimensions.wave, row.estimate.value])).toEqual(
			expect.arrayContaining([
				['2025', 4 / 10],
				['2022', 3 / 7]
			])
		);
		const one = await ask(engine, { ...query, filters: { wave: ['2025'] } });
		expect(one.notes).toEqual([]);
	});

	test('of two items of one topic in a wave the first counts', async () => {
		await load(
			engine,
			table(
				['Bogen', 'Welle', 'Quartier', 'Zufriedenheit insgesamt', 'Alles in allem'],
				POINTS.map((answer, at) => [at, '2025', 'West', answer, POINTS[(at + 2) % 5]]).concat([
					[9, '2025', 'West', 'sehr zufrieden', 'sehr unzufrieden']
				])
			)
		);
		const { rows } = await ask(engine, {
			indicators: ['satisfied-overall'],
			by: ['wave']
		});
		expect(rows.map((row) => row.estimate.value)).toEqual([3 / 6]);
	});
});

test('a Quartier without master data leaves no response rate for all, but for the others', async () => {
	await load(
		engine,
		table(
			['Bogen', 'Welle', 'Quartier', 'Zustand'],
			[
				[1, '2025', 'West', 'gut'],
				[2, '2025', 'Ost', 'schlecht'],
				[3, '2025', 'Ost', 'gut']
			]
		),
		table(['Quartier', 'Jahr', 'Wohnungen', 'Haushalte'], [['West', 2025, 12, 10]])
	);
	const all = await ask(engine, { indicators: ['response-rate'], by: ['wave'] });
	expect(all.rows.map((row) => row.estimate.protection)).toEqual(['no-base']);
	const each = await ask(engine, { indicators: ['response-rate'], by: ['quartier'] });
	expect(
		Object.fromEntries(each.rows.map((row) => [row.dimensions.quartier, row.estimate.value]))
	).toEqual({ west: 1 / 10, ost: null });
});

test('a wave is measured by the households where it was held', async () => {
	const responses = (count: number, wave: string, quartier: string) =>
		Array.from({ length: count }, (_, at) => [`${wave}${quartier}${at}`, wave, quartier, 'gut']);
	await load(
		engine,
		table(
			['Bogen', 'Welle', 'Quartier', 'Zustand'],
			[
				...responses(4, '2022', 'West'),
				...responses(5, '2025', 'West'),
				...responses(6, '2025', 'Ost')
			]
		),
		table(
			['Quartier', 'Jahr', 'Wohnungen', 'Haushalte'],
			['West', 'Ost', 'Nord'].flatMap((quartier) =>
				[2022, 2025].map((year) => [quartier, year, 20, quartier === 'Ost' ? 4 : 10])
			)
		)
	);
	const { rows } = await ask(engine, { indicators: ['response-rate'], by: ['wave'] });
	expect(rows.map(({ estimate }) => [estimate.value, estimate.base])).toEqual([
		[4 / 10, 10],
		[11 / 14, 14]
	]);
	// Six responses of four households: the rate shows that something is wrong, a margin would hide it.
	const margins = await ask(engine, { indicators: ['achieved-margin'], by: ['quartier'] });
	const ost = margins.rows.find(({ dimensions }) => dimensions.quartier === 'ost');
	expect(ost?.estimate).toMatchObject({ value: null, protection: 'no-base', n: 6 });
});
