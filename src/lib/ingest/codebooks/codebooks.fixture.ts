/** A questionnaire as LimeSurvey writes its structure, in each of its three shapes. */
import { utf8 } from '../testing';
import { readCodebooks, type Codebook } from '.';

const cell = (name: string, text: string) => `<${name}><![CDATA[${text}]]></${name}>`;
const row = (cells: Record<string, string>) =>
	`<row>${Object.entries(cells)
		.map(([name, text]) => cell(name, text))
		.join('')}</row>`;
const tableOf = (name: string, rows: Record<string, string>[]) =>
	`<${name}><fields/><rows>${rows.map(row).join('')}</rows></${name}>`;

type Text = { de: string; en: string };
export const SATISFIED: Text[] = [
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
export const older = `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>${[
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
export const newer = `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>${[
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

export const structure = [
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

export const booksOf = async (text: string): Promise<Codebook[]> =>
	(await readCodebooks(utf8(text))) ?? [];
