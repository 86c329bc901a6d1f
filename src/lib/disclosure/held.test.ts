import { afterAll, beforeAll, expect, test } from 'vitest';
import { sensitiveKind, type IndicatorQueryInput, type Release } from '../domain';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { load, table } from '../indicators/testing';
import { isDominated } from './held';
import { localFigures, type LocalFigures } from './local-figures';
import { loadSolver } from './solver';

let engine: Engine;
let figures: LocalFigures;

/** Debts by Quartier, in euros: in Ost one makes up nearly all. */
const DEBTS: [quartier: string, owed: number[]][] = [
	['Ost', [9000, 200, 100, 100, 100, 100, 100]],
	['West', [900, 800, 800, 700, 700, 600, 600]],
	['Süd', [500, 400, 400, 400, 300, 300, 300]],
	['Nord', [500, 400, 400, 400, 300, 300, 200]]
];
const cases = DEBTS.flatMap(([quartier, all]) => all.map((owed) => ({ quartier, owed })));

/** Answers by Quartier: in Ost everybody says the same of her health, and of her flat as well. */
const SHEETS: [quartier: string, ill: string, balcony: string, sheets: number][] = [
	['Ost', 'ja', 'ja', 40],
	['West', 'ja', 'ja', 20],
	['West', 'nein', 'nein', 30],
	['Süd', 'ja', 'nein', 25],
	['Süd', 'nein', 'ja', 25]
];

beforeAll(async () => {
	engine = await openNodeEngine();
	await load(
		engine,
		table(
			['Fall-Nr', 'Quartier', 'Zugang', 'Eröffnet', 'Anlass'],
			[
				...cases.map(({ quartier }, at) => [
					`F-${at}`,
					quartier,
					'Haus',
					'2024-03-01',
					'Mietschulden'
				]),
				...Array.from({ length: 8 }, (_, at) => [
					`G-${at}`,
					'Mitte',
					'Haus',
					'2024-03-01',
					'Gewalt'
				])
			]
		),
		table(
			[
				'Fall-Nr',
				'Datum',
				'Rückstand am Anfang',
				'Rückstand am Ende',
				'Stand des Verfahrens',
				'Räumung abgewendet'
			],
			cases.map(({ owed }, at) => [`F-${at}`, '01.03.2024', owed, 0, 'Mahnung', 'ja'])
		),
		table(
			['Bogen', 'Datum', 'Quartier', 'Haben Sie eine Behinderung?', 'Haben Sie einen Balkon?'],
			SHEETS.flatMap(([quartier, ill, balcony, sheets]) =>
				Array.from({ length: sheets }, () => [quartier, ill, balcony])
			).map((row, at) => [at + 1, '2024-05-01', ...row])
		)
	);
	figures = localFigures(engine, { solver: loadSolver });
	await figures.read();
}, 60_000);
afterAll(() => engine.close());

const byQuartier = ({ results }: Release, at = 0): Record<string, number | null> =>
	Object.fromEntries(
		results[at]!.rows.map(({ dimensions, estimate }) => [dimensions.quartier ?? '', estimate.value])
	);

test('one amount that makes up most of a sum is told', () => {
	expect(isDominated({ first: 90, second: 5, sum: 100 })).toBe(true);
	expect(isDominated({ first: 50, second: 36, sum: 100 })).toBe(true);
	expect(isDominated({ first: 30, second: 30, sum: 100 })).toBe(false);
	// Who paid 80 knows the other one to within the three that the rest makes up.
	expect(isDominated({ first: 44, second: 40, sum: 88 })).toBe(true);
	expect(isDominated({ first: 0, second: 0, sum: 0 })).toBe(false);
});

test('a sum that one debt makes up does not leave, nor what it follows from', async () => {
	const query: IndicatorQueryInput = { indicators: ['debt-regulated'], by: ['quartier'] };
	const inside = await figures.evaluate(query);
	expect(inside.rows.every(({ estimate }) => estimate.value !== null)).toBe(true);
	const release = await figures.release([query, { indicators: ['debt-regulated'] }]);
	const shown = byQuartier(release);
	expect(shown['ost']).toBe(null);
	expect(Object.values(shown).filter((value) => value === null).length).toBeGreaterThan(1);
	expect(release.hidden.map(({ reason }) => reason)).not.toContain('small-cell');
});

test('that everybody says the same of something sensitive does not leave', async () => {
	const { items } = await figures.inventory();
	const keyOf = (word: string) => items.find(({ text }) => text.includes(word))!.key;
	const share = (word: string): IndicatorQueryInput => ({
		indicators: ['item-share'],
		by: ['quartier'],
		filters: { item: [keyOf(word)] }
	});
	const [ill, balcony] = [share('Behinderung'), share('Balkon')];
	expect((await figures.evaluate(ill)).rows.map(({ estimate }) => estimate.value)).toContain(1);
	expect(byQuartier(await figures.release([balcony]))['ost']).toBe(1);
	expect(byQuartier(await figures.release([ill]))['ost']).toBe(null);
	// Who is told in another table is not told in this one either.
	const both = await figures.release([balcony, ill]);
	expect(byQuartier(both, 1)['ost']).toBe(null);
});

test('what is sensitive is told by its words, and much else is not', () => {
	expect(sensitiveKind('Welche Sprache sprechen Sie zu Hause?')).toBe('language');
	expect(sensitiveKind('Migrationshintergrund')).toBe('origin');
	expect(sensitiveKind('Haben Sie gesundheitliche Einschränkungen?')).toBe('health');
	expect(sensitiveKind('Konfession')).toBe('religion');
	expect(sensitiveKind('Erhalten Sie Bürgergeld oder Grundsicherung?')).toBe('income');
	expect(sensitiveKind('Suchtproblematik')).toBe('addiction');
	expect(sensitiveKind('Häusliche Gewalt')).toBe('violence');
	expect(sensitiveKind('Verwahrlosung der Wohnung')).toBe('neglect');
	for (const harmless of [
		'Wie zufrieden sind Sie mit Ihrer Wohnung?',
		'Suche nach einer Wohnung',
		'Sprechstunde',
		'Wie lange wohnen Sie hier?',
		'Haushaltsgröße',
		'Ich glaube, mein Quartier ist sicher'
	])
		expect(sensitiveKind(harmless), harmless).toBe(null);
});

test('of a sensitive group twice as many are needed', async () => {
	const byTopic: IndicatorQueryInput = { indicators: ['new-cases'], by: ['caseTopic'] };
	const ofViolence: IndicatorQueryInput = {
		indicators: ['new-cases'],
		by: ['quartier'],
		filters: { members: { caseTopic: ['Gewalt'] } }
	};
	expect(
		byQuartier(await figures.release([{ indicators: ['new-cases'], by: ['quartier'] }]))
	).toMatchObject({ ost: 7, west: 7 });
	// Eight cases of violence in all: more than five, and fewer than ten.
	const inside = await figures.evaluate(byTopic);
	const violence = inside.rows.find(({ dimensions }) => dimensions.caseTopic === 'Gewalt');
	expect(violence?.estimate.n).toBe(8);
	for (const query of [byTopic, ofViolence]) {
		const { results } = await figures.release([query]);
		const told = results[0]!.rows.filter(
			({ dimensions, estimate }) =>
				estimate.value !== null &&
				estimate.value > 0 &&
				(query === ofViolence || dimensions.caseTopic === 'Gewalt')
		);
		expect(told).toEqual([]);
	}
});
