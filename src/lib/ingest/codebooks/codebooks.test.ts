import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile, readText } from '../read';
import { column, problemCode, utf8, workbook } from '../testing';
import { readCodebooks, type Codebook } from '.';

const cell = (name: string, text: string) => `<${name}><![CDATA[${text}]]></${name}>`;
const row = (cells: Record<string, string>) =>
	`<row>${Object.entries(cells)
		.map(([name, text]) => cell(name, text))
		.join('')}</row>`;
const tableOf = (name: string, rows: Record<string, string>[]) =>
	`<${name}><fields/><rows>${rows.map(row).join('')}</rows></${name}>`;

type Text = { de: string; en: string };
const SATISFIED: Text[] = [
	{ de: 'sehr zufrieden', en: 'very satisfied' },
	{ de: 'eher zufrieden', en: 'fairly satisfied' },
	{ de: 'teils/teils', en: 'neither nor' },
	{ de: 'eher unzufrieden', en: 'fairly dissatisfied' },
	{ de: 'sehr unzufrieden', en: 'very dissatisfied' }
];
const ASKED: { qid: string; parent: string; type: string; title: string; text: Text }[] = [
	{
		qid: '1',
		parent: '0',
		type: 'L',
		title: 'Q1',
		text: { de: '<p>Wie zufrieden sind Sie <b>insgesamt</b>?</p>', en: 'How satisfied overall?' }
	},
	{
		qid: '2',
		parent: '0',
		type: 'F',
		title: 'Q2',
		text: { de: 'Sicherheit&nbsp;&amp; Ordnung', en: 'Safety' }
	},
	{ qid: '3', parent: '2', type: 'T', title: 'SQ001', text: { de: 'Im Haus', en: 'In the house' } },
	{
		qid: '4',
		parent: '2',
		type: 'T',
		title: 'SQ002',
		text: { de: 'Auf der Straße', en: 'In the street' }
	},
	{ qid: '5', parent: '0', type: 'M', title: 'Q3', text: { de: 'Was nutzen Sie?', en: 'Use?' } },
	{ qid: '6', parent: '5', type: 'T', title: 'SQ001', text: { de: 'Treff', en: 'Meeting' } },
	{ qid: '7', parent: '5', type: 'T', title: 'SQ002', text: { de: 'Garten', en: 'Garden' } },
	{ qid: '8', parent: '0', type: 'X', title: 'Hinweis', text: { de: 'Danke!', en: 'Thanks!' } }
];
const LANGUAGES = ['de', 'en'] as const;
const ANSWERS = ['1', '2'].flatMap((qid) =>
	SATISFIED.map((text, index) => ({ qid, code: `A${index + 1}`, order: String(index), text }))
);

/** Until version 3 every row stands once for each language. */
const older = `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>${[
	tableOf(
		'answers',
		LANGUAGES.flatMap((language) =>
			ANSWERS.toReversed().map(({ qid, code, order, text }) => ({
				qid,
				code,
				answer: text[language],
				sortorder: order,
				language,
				scale_id: '0'
			}))
		)
	),
	...(['questions', 'subquestions'] as const).map((name) =>
		tableOf(
			name,
			LANGUAGES.flatMap((language) =>
				ASKED.filter(({ parent }) => (parent === '0') === (name === 'questions')).map(
					({ qid, parent, type, title, text }) => ({
						qid,
						parent_qid: parent,
						type,
						title,
						question: text[language],
						question_order: qid,
						language,
						scale_id: '0'
					})
				)
			)
		)
	),
	tableOf('surveys', [{ sid: '1', language: 'de' }])
].join('')}</document>`;

/** Since then, texts stand in tables of their own. */
const newer = `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>${[
	tableOf(
		'answers',
		ANSWERS.map(({ qid, code, order }, index) => ({
			aid: String(index),
			qid,
			code,
			sortorder: order,
			scale_id: '0'
		}))
	),
	tableOf(
		'answer_l10ns',
		LANGUAGES.flatMap((language) =>
			ANSWERS.map(({ text }, index) => ({ aid: String(index), answer: text[language], language }))
		)
	),
	tableOf(
		'questions',
		ASKED.map(({ qid, parent, type, title }) => ({
			qid,
			parent_qid: parent,
			type,
			title,
			question_order: qid
		}))
	),
	tableOf(
		'question_l10ns',
		LANGUAGES.flatMap((language) =>
			ASKED.map(({ qid, text }) => ({ qid, question: text[language], language }))
		)
	),
	tableOf('surveys', [{ sid: '1', language: 'de' }])
].join('')}</document>`;

const structure = [
	['class', 'type/scale', 'name', 'relevance', 'text', 'help', 'language'],
	['S', '', 'sid', '', '1', '', ''],
	...LANGUAGES.flatMap((language) => [
		['G', '', 'Alles', '1', '', '', language],
		...ASKED.filter(({ parent }) => parent === '0').flatMap(({ qid, type, title, text }) => [
			['Q', type, title, '1', text[language], '', language],
			...ASKED.filter(({ parent }) => parent === qid).map((sub) => [
				'SQ',
				'0',
				sub.title,
				'1',
				sub.text[language],
				'',
				language
			]),
			...ANSWERS.filter((answer) => answer.qid === qid).map(({ code, text: words }) => [
				'A',
				'0',
				code,
				'',
				words[language],
				'',
				language
			])
		])
	])
]
	.map((cells) => cells.map((one) => `"${one}"`).join('\t'))
	.join('\n');

const DATA = [
	'"id","submitdate","lastpage","Q1","Q2[SQ001]","Q2[SQ002]","Q3[SQ001]","Q3[SQ002]"',
	'"1","2025-01-02","3","A1","A2","A5","Y",""',
	'"2","2025-01-03","3","A2","A2","A1","Y","Y"',
	'"3","2025-01-04","3","A2","A2","A1","",""'
].join('\n');

const FULL = [
	'"Antwort ID","Datum Abgeschickt","Letzte Seite","Wie zufrieden sind Sie insgesamt?","Sicherheit & Ordnung [Im Haus]","Was nutzen Sie? [Treff]","Was nutzen Sie? [Garten]"',
	'"1","2025-01-02","3","sehr zufrieden","eher zufrieden","Ja","Nein"',
	'"2","2025-01-03","3","eher zufrieden","eher zufrieden","Nein","N/A"'
].join('\n');

const booksOf = async (text: string): Promise<Codebook[]> =>
	(await readCodebooks(utf8(text))) ?? [];

describe.each([
	['.lss, older', older],
	['.lss, newer', newer],
	['tab-separated structure', structure]
])('%s', (_, text) => {
	test('is no data, and says so', async () => {
		await expect(readFile(utf8(text))).rejects.toThrow('file_is_codebook');
	});

	test('questions, rows and answers in every language, markup taken out', async () => {
		const [german, english] = await booksOf(text);
		expect(german?.fields.map(({ name, title }) => [name, title])).toEqual([
			['Q1', 'Wie zufrieden sind Sie insgesamt?'],
			['Q2[SQ001]', 'Sicherheit & Ordnung – Im Haus'],
			['Q2[SQ002]', 'Sicherheit & Ordnung – Auf der Straße'],
			['Q3[SQ001]', 'Was nutzen Sie? – Treff'],
			['Q3[SQ002]', 'Was nutzen Sie? – Garten']
		]);
		expect(german?.fields[0]?.categories).toEqual(
			SATISFIED.map(({ de }, index) => ({ value: `A${index + 1}`, label: de }))
		);
		expect(english?.fields[1]?.title).toBe('Safety – In the house');
	});

	test('applied to codes: words, scales and direction; who chose what', async () => {
		const recognised = await readFile(utf8(DATA), { codebooks: await booksOf(text) });
		expect(column(recognised, 'Q1')).toMatchObject({
			certain: true,
			item: {
				code: 'Q1',
				topic: 'overall',
				scale: {
					id: 'satisfaction5',
					labels: ['A5', 'A4', 'A3', 'A2', 'A1'],
					topBox: ['A2', 'A1'],
					titles: { A1: 'sehr zufrieden', A5: 'sehr unzufrieden' }
				}
			}
		});
		expect(column(recognised, 'Q2[SQ001]').item).toMatchObject({
			text: 'Sicherheit & Ordnung – Im Haus',
			group: 'Q2',
			topic: 'safety',
			scale: { points: 5 }
		});
		expect(column(recognised, 'Q3[SQ002]')).toMatchObject({
			option: { question: 'Was nutzen Sie?', label: 'Garten', yes: ['Y'] },
			item: { scale: { labels: ['Treff', 'Garten'] } }
		});
	});

	test('applied to full texts: points that nobody chose are known', async () => {
		const recognised = await readFile(utf8(FULL), { codebooks: await booksOf(text) });
		expect(column(recognised, 'Sicherheit & Ordnung [Im Haus]')).toMatchObject({
			certain: true,
			item: { scale: { id: 'satisfaction5', points: 5 } }
		});
		expect(column(recognised, 'Was nutzen Sie? [Garten]')).toMatchObject({
			certain: true,
			option: { yes: [], no: ['Nein'] },
			item: { scale: { kind: 'multiple', nonSubstantive: ['N/A'] } }
		});
	});
});

describe('an XLSForm saved as text', () => {
	const QUESTIONS = [
		'type;name;label::Deutsch (de)',
		'select_one zufrieden;gesamt;Wie zufrieden sind Sie?',
		'integer;jahre;Seit wann?'
	];

	test('the sheet of the questions alone', async () => {
		const bytes = utf8(QUESTIONS.join('\n'));
		expect(problemCode(() => readText(bytes))).toBe('file_is_codebook');
		const [book] = (await readCodebooks(bytes)) ?? [];
		expect(book?.fields.map(({ name, title }) => [name, title])).toEqual([
			['gesamt', 'Wie zufrieden sind Sie?'],
			['jahre', 'Seit wann?']
		]);
	});

	test('all sheets below each other', async () => {
		const rows = [
			'survey,,,',
			',type,name,label',
			',select_one zufrieden,gesamt,Wie zufrieden?',
			'choices,,,',
			',list_name,name,label',
			',zufrieden,z1,sehr',
			',zufrieden,z2,gar nicht'
		];
		const bytes = utf8(rows.join('\r\n'));
		expect(problemCode(() => readText(bytes))).toBe('file_is_codebook');
		const [book] = (await readCodebooks(bytes)) ?? [];
		expect(book?.fields[0]?.categories?.map(({ label }) => label)).toEqual(['sehr', 'gar nicht']);
	});

	test('answers with such headings are data', async () => {
		const text = 'type;name;label\nReihenhaus;Weg 1;a\nHochhaus;Weg 2;b\n';
		expect((await readFile(utf8(text))).table.lines.length).toBe(2);
		expect(await readCodebooks(utf8(text))).toBeNull();
	});
});

test('an XLSForm, applied to what KoboToolbox exports', async () => {
	const form = workbook({
		survey: [
			['type', 'name', 'label::Deutsch (de)'],
			['begin_group', 'teil', 'Teil eins'],
			['select_one zufrieden', 'gesamt', 'Wie zufrieden sind Sie insgesamt?'],
			['select_multiple angebote', 'nutzt', 'Was nutzen Sie?'],
			['end_group', '', ''],
			['integer', 'jahre', 'Seit wie vielen Jahren?']
		],
		choices: [
			['list_name', 'name', 'label::Deutsch (de)'],
			...SATISFIED.map(({ de }, index) => ['zufrieden', `z${index + 1}`, de]),
			['angebote', 'treff', 'Nachbarschaftstreff'],
			['angebote', 'garten', 'Mietergarten']
		]
	});
	await expect(readFile(form)).rejects.toThrow('file_is_codebook');
	const codebooks = (await readCodebooks(form)) ?? [];
	const data = [
		'"teil/gesamt";"teil/nutzt";"teil/nutzt/treff";"teil/nutzt/garten";"jahre";"_id";"_uuid";"_submission_time";"_index"',
		'"z1";"treff";"1";"0";"12";"1";"a";"2025-03-04T10:00:00";"1"',
		'"z2";"treff garten";"1";"1";"3";"2";"b";"2025-03-04T10:00:00";"2"'
	].join('\r\n');
	const recognised = await readFile(utf8(data), { codebooks });
	expect(column(recognised, 'teil/gesamt').item).toMatchObject({
		text: 'Wie zufrieden sind Sie insgesamt?',
		scale: { id: 'satisfaction5', titles: { z1: 'sehr zufrieden' } }
	});
	expect(column(recognised, 'teil/nutzt/garten')).toMatchObject({
		option: { question: 'Was nutzen Sie?', label: 'Mietergarten', yes: ['1'], no: ['0'] }
	});
	expect(column(recognised, 'teil/nutzt').role).toBe('ignored');
});

test('a codebook of another survey describes nothing', async () => {
	const [strange] = await booksOf(older);
	const recognised = await readFile(utf8('Nr;Note\n1;2\n2;3\n'), { codebooks: [strange!] });
	expect(recognised.table.codebook).toBeUndefined();
});

describe('what cannot be read', () => {
	/** The code that reading ends in. */
	const codeOf = async (text: string): Promise<string> => {
		try {
			await readCodebooks(utf8(text));
			return 'read';
		} catch (error) {
			return problemCode(() => {
				throw error;
			}) as string;
		}
	};

	test.each([
		['cut in the middle', older.slice(0, 900)],
		[
			'an entity that unfolds without end',
			`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions><rows><row><qid>&b;</qid></row></rows></questions></document>`
		],
		[
			'an entity from elsewhere',
			`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions><rows><row><qid>&x;</qid></row></rows></questions></document>`
		],
		['JSON with an error', '{"fields": [{"name": "a"'],
		['a schema without columns', '{"fields": []}']
	])('%s', async (_, text) => {
		expect(await codeOf(text)).toBe('codebook_unreadable');
	});

	test.each(['{"rows": []}', '[{"Frage": 1}, {"Frage": 2}]', '{"a":1}\n{"a":2}\n'])(
		'JSON of another kind: %s',
		async (text) => {
			expect(await codeOf(text)).toBe('file_is_json');
			expect(problemCode(() => readText(utf8(text)))).toBe('file_is_json');
		}
	);

	test('names of the language are names of columns', async () => {
		const [book] = await booksOf('{"fields": [{"name": "__proto__"}, {"name": "constructor"}]}');
		expect(book?.fields.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
	});
});

const SHARED = join(process.cwd(), '..', 'shared', 'fixtures', 'limesurvey');

describe.skipIf(!existsSync(SHARED))('structures that LimeSurvey wrote', () => {
	test.each([
		['ls_en_structure_answers.lss', 1, 'socio1', 'In which country do you work?'],
		['ls_de_structure_tsv.txt', 2, 'socio1', 'In which country do you work?']
	])('%s', async (name, languages, code, title) => {
		const books = await readCodebooks(readFileSync(join(SHARED, name)));
		expect(books).toHaveLength(languages);
		expect(books?.[0]?.fields.find((field) => field.name === code)?.title).toBe(title);
	});

	test('the German structure describes the German data', async () => {
		const codebooks = await readCodebooks(readFileSync(join(SHARED, 'ls_de_structure_tsv.txt')));
		const bytes = readFileSync(join(SHARED, 'ls_code_and_text_rse2017_de.csv'));
		const { table, mapping } = await readFile(bytes, { codebooks: codebooks ?? [] });
		expect(table.codebook).toBeDefined();
		const likert = mapping.columns.find(({ heading }) => heading.startsWith('likert0['));
		expect(likert?.item?.scale.points).toBeGreaterThan(0);
	});
});
