import { workbook } from '../src/lib/ingest/testing';
import { QUARTIERE, upload } from './files';
import { expect, test } from './watch';
import {
	atStep,
	cardOf,
	choose,
	confirmCard,
	findColumn,
	keyFigures,
	painted,
	panelRows,
	press
} from './wizard';
import { say } from './words';

const POINTS = [
	'rundum prima',
	'ganz in Ordnung',
	'so lala',
	'eher schwierig',
	'überhaupt nicht gut'
];
const OVERALL = 'Wie wohnen Sie insgesamt?';
const USES = 'Was nutzen Sie?';

const text = (name: string, value: string) => `<${name}><![CDATA[${value}]]></${name}>`;
const row = (cells: Record<string, string>) =>
	`<row>${Object.entries(cells)
		.map(([name, value]) => text(name, value))
		.join('')}</row>`;
const question = (qid: string, parent: string, type: string, title: string, words: string) =>
	row({
		qid,
		parent_qid: parent,
		type,
		title,
		question: words,
		question_order: qid,
		language: 'de',
		scale_id: '0'
	});

/** The survey as LimeSurvey saves its structure: points that no known scale has, in their order. */
const structure = [
	'<?xml version="1.0" encoding="UTF-8"?>',
	'<document><LimeSurveyDocType>Survey</LimeSurveyDocType>',
	'<answers><rows>',
	...POINTS.map((answer, at) =>
		row({
			qid: '1',
			code: `A${at + 1}`,
			answer,
			sortorder: String(at),
			language: 'de',
			scale_id: '0'
		})
	),
	'</rows></answers><questions><rows>',
	question('1', '0', 'L', 'Q1', `<p>${OVERALL}</p>`),
	question('2', '0', 'M', 'Q2', USES),
	'</rows></questions><subquestions><rows>',
	question('3', '2', 'T', 'SQ1', 'Treff'),
	question('4', '2', 'T', 'SQ2', 'Garten'),
	'</rows></subquestions></document>'
].join('\n');

const sheets = Array.from({ length: 150 }, (_, at) => ({
	quartier: QUARTIERE[at % QUARTIERE.length] ?? '',
	// Nobody chooses the worst point.
	overall: POINTS[at % 4] ?? '',
	treff: at % 3 === 0,
	garten: at % 2 === 0
}));

const answers = workbook({
	Antworten: [
		[
			'Antwort ID',
			'Datum Abgeschickt',
			'Letzte Seite',
			'Start-Sprache',
			'Quartier',
			OVERALL,
			`${USES} [Treff]`,
			`${USES} [Garten]`,
			'Gesamtzeit'
		],
		...sheets.map(({ quartier, overall, treff, garten }, at) => [
			at + 1,
			'1980-01-01 00:00:00',
			4,
			'de',
			quartier,
			overall,
			treff ? 'Ja' : 'Nein',
			garten ? 'Ja' : 'Nein',
			312.5
		])
	]
});

test('full texts of LimeSurvey with the questionnaire beside them: its scales, points and options', async ({
	page
}) => {
	await page.goto('/import');
	await choose(
		page,
		upload('antworten.xlsx', answers),
		upload('umfrage.lss', new TextEncoder().encode(structure))
	);
	await atStep(page, 'recognised');
	await expect(page.getByText(say('tool_limesurvey'))).toBeVisible();
	await expect(
		page.getByText(say('codebook_used', { name: 'umfrage.lss', n: '3', of: '9' }))
	).toBeVisible();

	await press(page, say('codebook_remove'));
	await expect(page.getByText(say('codebook_none'))).toBeVisible();
	await page
		.getByLabel(say('codebook_add'))
		.setInputFiles(upload('umfrage.lss', new TextEncoder().encode(structure)));
	// Read, and not chosen alone: until then nothing is to be gone on with.
	await expect(
		page.getByText(say('codebook_used', { name: 'umfrage.lss', n: '3', of: '9' }))
	).toBeVisible();
	await press(page, say('recognised_continue'));

	await atStep(page, 'columns');
	await findColumn(page, OVERALL);
	const card = cardOf(page, OVERALL);
	// Points that no known scale has, in their order: it is the questionnaire that says so.
	await card.getByRole('button', { name: say('cards_choice_yes') }).click();
	const order = card.locator('[data-answer] .words');
	await expect(order).toHaveText(POINTS.toReversed());
	// One place up and back again by its neighbour.
	const up = (answer: string) =>
		card.getByRole('button', { name: say('cards_order_up', { answer }) }).click();
	await up(POINTS[0]!);
	await expect(order.nth(3)).toHaveText(POINTS[0]!);
	await up(POINTS[1]!);
	await expect(order.nth(3)).toHaveText(POINTS[1]!);
	await card.getByRole('button', { name: say('cards_end_swap') }).click();
	await expect(order).toHaveText(POINTS);
	await confirmCard(page, OVERALL);
	await page.getByLabel(say('columns_topic_of', { heading: OVERALL })).selectOption('overall');
	await press(page, say('columns_continue'));
	await page.getByLabel(say('waves_name'), { exact: true }).fill('2025');
	await page.getByLabel(say('waves_from')).fill('2025-03-01');
	await page.getByLabel(say('waves_to')).fill('2025-04-01');
	await press(page, say('waves_continue'));
	await atStep(page, 'checks');
	await press(page, say('checks_load_survey', { n: String(sheets.length) }));
	await atStep(page, 'done');

	await page.goto('/quartiere/sz-lebenstedt');
	await painted(page);
	const own = sheets.filter(({ quartier }) => quartier === 'SZ-Lebenstedt');
	const percent = (some: unknown[]) => `${Math.round((100 * some.length) / own.length)} %`;
	const figures = await keyFigures(page);
	expect(figures['Zufrieden insgesamt']).toContain(
		percent(own.filter(({ overall }) => POINTS.slice(0, 2).includes(overall)))
	);
	const rows = await panelRows(page, 'choices');
	const treff = rows.find((one) => one['Antwort'] === 'Treff' && one['Gebiet'] === 'SZ-Lebenstedt');
	expect(treff?.['Wert']).toBe(percent(own.filter((sheet) => sheet.treff)));
	expect(treff?.['n']).toBe(String(own.length));
});

test('a questionnaire alone is taken, and waits for its answers', async ({ page }) => {
	await page.goto('/import');
	await choose(page, upload('umfrage.lss', new TextEncoder().encode(structure)));
	await expect(page.getByText(say('codebook_taken', { name: 'umfrage.lss' }))).toBeVisible();
	await choose(page, upload('kaputt.lss', new TextEncoder().encode(structure.slice(0, 400))));
	await expect(page.getByRole('alert')).toContainText('kaputt.lss');
});
