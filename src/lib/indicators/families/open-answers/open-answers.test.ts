import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IndicatorQueryInput, IndicatorRow } from '../../../domain';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import type { Context } from '../../cube/context';
import { estimateQuery } from '../../estimate-query';
import { sentencesOf } from './as-item';
import { withSingleResponses } from '../../single-responses';
import {
	asOpenAnswers,
	contextOf,
	directShare,
	directWeighted,
	expectFigures,
	loadAs,
	seeded,
	table
} from '../../testing';

const random = seeded(11);
const WISH = 'Was wünschen Sie sich?';
const PRAISE = 'Was gefällt Ihnen?';
/** Words by how often they come up; the last one is too rare to be shown. */
const WORDS = [
	['Der Aufzug steht.', 'Die Aufzüge stehen!'],
	['Mehr Parkplätze bitte.', 'Ein Parkplatz fehlt.'],
	['Der Hausmeister Krause grüßt nie.']
] as const;
const FREQUENCIES = [0.5, 0.3, 0.02];

type Sheet = { quartier: string; age: string; named: boolean[]; wish: string; weight: number };

const draw = (count: number, weighted: boolean): Sheet[] =>
	Array.from({ length: count }, () => {
		const named = FREQUENCIES.map((often) => random() < often);
		const parts = named.flatMap((is, at) =>
			is ? [WORDS[at]![Math.floor(random() * WORDS[at]!.length)]!] : []
		);
		const silent = random() < 0.2;
		return {
			quartier: random() < 0.5 ? 'SZ-Lebenstedt' : 'Heidberg',
			age: random() < 0.5 ? 'unter 65' : '65 und älter',
			named,
			wish: silent ? '' : ['Hier fehlt etwas.', ...parts].join(' '),
			weight: weighted ? Math.round(50 + 200 * random()) / 100 : 1
		};
	});

const plain = draw(240, false);
const weighted = draw(200, true);

const file = (responses: readonly Sheet[], wave: string): string =>
	table(
		[
			'Bogen',
			'Welle',
			'Quartier',
			'Altersgruppe',
			WISH,
			PRAISE,
			'Gewicht',
			'Zufriedenheit insgesamt'
		],
		responses.map(({ quartier, age, wish, weight }, at) => [
			`${wave}-${at}`,
			wave,
			quartier,
			age,
			wish,
			at % 9 === 0 ? 'Die Ruhe' : '',
			String(weight).replace('.', ','),
			['sehr zufrieden', 'eher zufrieden', 'teils/teils'][at % 3]
		])
	);

let engine: Engine;
let context: Context;
const pause = () => Promise.resolve();
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadAs(engine, asOpenAnswers(WISH, PRAISE), file(plain, '2022'), file(weighted, '2025'));
	context = await contextOf(engine);
}, 60_000);
afterAll(() => engine.close());

const terms = (
	wave: string,
	more: Partial<IndicatorQueryInput['filters']> = {}
): IndicatorQueryInput => ({
	indicators: ['open-terms'],
	by: ['contrast'],
	contrast: 'sz-lebenstedt',
	filters: { wave: [wave], ...more },
	compare: 'rest'
});

const ask = async (query: IndicatorQueryInput) =>
	estimateQuery(await withSingleResponses(context, engine, query, pause), query);

const row = (rows: readonly IndicatorRow[], answer: string, contrast: string) =>
	rows.find(({ dimensions }) => dimensions.answer === answer && dimensions.contrast === contrast)!;

const wrote = (responses: readonly Sheet[], own: boolean) =>
	responses.filter(({ quartier, wish }) => wish !== '' && (quartier === 'SZ-Lebenstedt') === own);

test('the context names the questions of each wave, the most answered first', () => {
	expect(context.questions.map(({ question }) => question)).toEqual([WISH, WISH, PRAISE, PRAISE]);
});

test.each([
	['Aufzug', 0],
	['Parkplatz', 1]
])('the share that names %s in any inflection, with its interval', async (_, place) => {
	const { rows } = await ask(terms('2022'));
	const label = rows.find(({ dimensions }) =>
		dimensions.answer?.startsWith(place === 0 ? 'Auf' : 'Parkpl')
	)?.dimensions.answer;
	for (const contrast of ['self', 'rest']) {
		const responses = wrote(plain, contrast === 'self');
		const expected = directShare(responses.map(({ named }) => (named[place] ? 1 : 0)));
		expectFigures(row(rows, label!, contrast).estimate, expected, contrast);
	}
	expect(row(rows, label!, 'self').change?.difference).not.toBeUndefined();
});

test('weights count, and the design spans all responses of the wave', async () => {
	const { rows } = await ask(terms('2025'));
	const label = rows.find(({ dimensions }) => dimensions.answer?.startsWith('Auf'))!.dimensions
		.answer!;
	const responses = wrote(weighted, true);
	const expected = directWeighted(
		responses.map(({ named }) => (named[0] ? 1 : 0)),
		responses.map(({ weight }) => weight),
		weighted.length,
		true
	);
	expectFigures(row(rows, label, 'self').estimate, expected, label);
});

test('what few write is no term, and no name of anybody comes up', async () => {
	const { rows } = await ask(terms('2022'));
	const named = rows.map(({ dimensions }) => dimensions.answer);
	expect(named).not.toContain('Krause');
	expect(named).not.toContain('Hausmeister');
	// Function words neither.
	expect(named.some((one) => ['Der', 'Die', 'Hier', 'bitte'].includes(one ?? ''))).toBe(false);
});

test('a term that few of the others name is hidden for them alone', async () => {
	const filters = { groups: { age: ['65 und älter'] } };
	const { rows } = await ask(terms('2022', filters));
	for (const { dimensions, estimate } of rows) {
		const own = dimensions.contrast === 'self';
		const place = dimensions.answer?.startsWith('Auf') ? 0 : 1;
		if (dimensions.answer === 'fehlt') continue;
		const responses = wrote(plain, own).filter(({ age }) => age === '65 und älter');
		const named = responses.filter((sheet) => sheet.named[place]).length;
		expect(estimate.protection === 'small-cell').toBe(named < 10);
	}
});

test('filters on people act on the texts', async () => {
	const filters = { groups: { age: ['65 und älter'] } };
	const { rows } = await ask(terms('2022', filters));
	const responses = wrote(plain, true).filter(({ age }) => age === '65 und älter');
	const label = rows.find(({ dimensions }) => dimensions.answer?.startsWith('Auf'))!.dimensions
		.answer!;
	expect(row(rows, label, 'self').estimate.n).toBe(responses.length);
});

test('who wrote anything, by question, among all responses', async () => {
	const { rows } = await ask({ ...terms('2022'), indicators: ['open-answered'] });
	const own = plain.filter(({ quartier }) => quartier === 'SZ-Lebenstedt');
	expectFigures(
		row(rows, WISH, 'self').estimate,
		directShare(own.map(({ wish }) => (wish === '' ? 0 : 1))),
		WISH
	);
	expect(row(rows, PRAISE, 'self').estimate.n).toBe(own.length);
});

test('the sentences of a term are those of the Quartier, and only those that hold it', async () => {
	const query = terms('2022');
	const own = await withSingleResponses(context, engine, query, pause);
	const { rows } = estimateQuery(own, query);
	const label = rows.find(({ dimensions }) => dimensions.answer?.startsWith('Auf'))!.dimensions
		.answer!;
	const parsed = { ...query, by: [], filters: query.filters ?? {} };
	const found = sentencesOf({ ...parsed, contrast: 'sz-lebenstedt' }, label, own);
	// Each once, by its letters: how often and in which order says nothing about the responses.
	expect(found).toEqual([
		{ text: 'Der Aufzug steht.', forms: ['Aufzug'] },
		{ text: 'Die Aufzüge stehen!', forms: ['Aufzüge'] }
	]);
	expect(sentencesOf({ ...parsed, contrast: 'sz-lebenstedt' }, 'Nirgends', own)).toEqual([]);
});

test('without the texts, and beside other figures, there is nothing', async () => {
	expect(estimateQuery(context, terms('2022')).rows).toEqual([]);
	await expect(ask({ ...terms('2022'), indicators: ['open-terms', 'item-share'] })).rejects.toThrow(
		RangeError
	);
});
