import { describe, expect, test } from 'vitest';
import { confirmedItems } from './confirm';
import { codebookOf, codebookSchema, type Codebook } from './codebooks';
import { describedBy } from './declared';
import { itemOf, type Mapping } from './mapping';
import { readText } from './read';
import { column, csv, utf8 } from './testing';

const HEADINGS = [
	'Bogen',
	'Quartier',
	'Altersgruppe',
	'Zufriedenheit insgesamt',
	'Wie laut ist es?',
	'Was nutzen Sie?'
];
const answers = (at: number): string[] => [
	String(at),
	'Nord',
	at % 2 ? 'unter 30' : '65 und älter',
	['sehr zufrieden', 'eher unzufrieden', 'weiß nicht'][at % 3] ?? '',
	['laut', 'leise', 'mal so, mal so'][at % 3] ?? '',
	['Treff;Garten', 'Garten', 'Treff'][at % 3] ?? ''
];
const ROWS = Array.from({ length: 12 }, (_, at) => answers(at).map((cell) => `"${cell}"`));

/** The first wave as the user confirmed it: the loudness in its order, in the topic of surroundings. */
function confirmed() {
	const recognised = readText(utf8(csv(HEADINGS, ROWS)));
	const loud = column(recognised, 'Wie laut ist es?');
	loud.role = 'item';
	loud.item = {
		code: 'laut',
		text: 'Wie laut ist es?',
		topic: 'environment',
		scale: {
			id: 'points3',
			kind: 'ordinal',
			points: 3,
			labels: ['laut', 'mal so, mal so', 'leise'],
			titles: { leise: 'ganz leise' },
			topBox: ['leise'],
			direction: 'higher-better',
			nonSubstantive: ['hört nichts']
		}
	};
	return confirmedItems(recognised.mapping);
}

const saved = (): Codebook =>
	codebookSchema.parse(JSON.parse(JSON.stringify(codebookOf(confirmed()))));

describe('a codebook', () => {
	test('is a Table Schema: title, type, ordered categories, labelled missing values', () => {
		const field = saved().fields.find(({ name }) => name === 'Wie laut ist es?');
		expect(field).toMatchObject({
			title: 'Wie laut ist es?',
			type: 'string',
			categories: [
				{ value: 'laut' },
				{ value: 'mal so, mal so' },
				{ value: 'leise', label: 'ganz leise' }
			],
			categoriesOrdered: true,
			missingValues: [{ value: 'hört nichts' }]
		});
	});

	test('gives the same mapping back for the same file', () => {
		const earlier = [saved()];
		const { mapping } = readText(utf8(csv(HEADINGS, ROWS)), { earlier });
		const before = confirmed();
		// What decided it is another thing the second time.
		const said = ({ columns }: Mapping) =>
			columns.map((one) => ({ ...one, item: itemOf(one), certain: true, evidence: [] }));
		expect(said(mapping)).toEqual(said(before));
		expect(mapping.columns.every(({ certain }) => certain)).toBe(true);
	});

	test('says in the next wave again what nobody ever confirmed', () => {
		const before = confirmed();
		const loud = before.columns.find(({ heading }) => heading === 'Wie laut ist es?')!;
		loud.certain = false;
		loud.item!.scale.settled = false;
		const earlier = [codebookSchema.parse(JSON.parse(JSON.stringify(codebookOf(before))))];
		const again = column(readText(utf8(csv(HEADINGS, ROWS)), { earlier }), 'Wie laut ist es?');
		expect(again).toMatchObject({ role: 'item', certain: false });
		expect(again.item?.scale.settled).toBe(false);
	});

	test('holds for the next wave: what is new, gone or asked differently is told apart', () => {
		const earlier = [saved()];
		const next = [
			...HEADINGS.slice(0, 3),
			'Zufriedenheit insgesamt',
			'Was nutzen Sie?',
			'Wie sicher ist es?'
		];
		const rows = ROWS.map((cells, at) => [
			...cells.slice(0, 4),
			cells[5] ?? '',
			at % 2 ? 'sicher' : 'unsicher'
		]);
		const { table, mapping } = readText(utf8(csv(next, rows)), { earlier });
		expect(describedBy(table, mapping, earlier)).toMatchObject({
			columns: 5,
			earlier: 0,
			gone: ['Wie laut ist es?']
		});
		expect(column({ mapping }, 'Was nutzen Sie?').delimiter).toBe(';');
	});

	test('what nobody confirmed is not confirmed by being carried over', () => {
		const mapping = confirmed();
		const columns = mapping.columns.map((one) =>
			one.heading === 'Wie laut ist es?' && one.item
				? { ...one, item: { ...one.item, scale: { ...one.item.scale, settled: false } } }
				: one
		);
		const next = readText(utf8(csv(HEADINGS, ROWS)), {
			earlier: [codebookOf({ ...mapping, columns })]
		});
		const loud = column(next, 'Wie laut ist es?');
		expect(loud.item?.topic).toBe('environment');
		expect(loud.item?.scale).toMatchObject({ settled: false, topBox: ['leise'] });
		expect(column(next, 'Quartier').certain).toBe(true);
	});

	test('an answer that nobody gave before is asked about', () => {
		const earlier = [saved()];
		const rows = ROWS.map((cells, at) => (at === 3 ? cells.with(4, '"brüllend"') : cells));
		const recognised = readText(utf8(csv(HEADINGS, rows)), { earlier });
		expect(column(recognised, 'Wie laut ist es?')).toMatchObject({
			certain: false,
			item: { scale: { labels: ['laut', 'mal so, mal so', 'leise'] } }
		});
	});

	test('a code that stands for another question now is another column', () => {
		const file = (question: string) =>
			utf8(
				[
					`"id. Antwort ID","submitdate. Datum Abgeschickt","lastpage. Letzte Seite","Q1. ${question}","Q2. Gleich?"`,
					'"1","2025-01-02","3","gut","ja"',
					'"2","2025-01-02","3","schlecht","nein"'
				].join('\n')
			);
		const earlier = [codebookOf(readText(file('Wie ist das Haus?')).mapping)];
		const { table } = readText(file('Wie ist der Garten?'), { earlier });
		expect(table.codebook).toBe(earlier[0]);
		const described = describedBy(table, readText(file('Wie ist der Garten?')).mapping, earlier);
		expect(described).toMatchObject({
			columns: 4,
			added: ['Wie ist der Garten?'],
			gone: ['Wie ist das Haus?']
		});
	});

	test('of a file with little in common is not taken', () => {
		const { table } = readText(utf8('Quartier;A;B;C\nNord;1;2;3\nNord;2;3;4\n'), {
			earlier: [saved()]
		});
		expect(table.codebook).toBeUndefined();
	});

	test('keeps what is personal out, whatever it says', () => {
		const rows = ROWS.map((cells, at) => [...cells, `tenant${at}@example.org`]);
		const first = readText(utf8(csv([...HEADINGS, 'E-Mail'], rows))).mapping;
		const codebook = codebookOf(first);
		expect(codebook.fields.map(({ name }) => name)).not.toContain('E-Mail');
		codebook.fields.push({
			name: 'E-Mail',
			title: 'Frage 7',
			type: 'string',
			'quartierspiegel:role': 'demography'
		});
		const recognised = readText(utf8(csv([...HEADINGS, 'E-Mail'], rows)), { earlier: [codebook] });
		expect(column(recognised, 'E-Mail')).toMatchObject({ role: 'dropped', dropped: 'email' });
	});
});
