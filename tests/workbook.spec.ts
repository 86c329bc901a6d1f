import { workbook } from '../src/lib/ingest/testing';
import { QUARTIERE, upload, WORDS } from './files';
import { expect, test } from './watch';
import {
	atStep,
	cardOf,
	choose,
	findColumn,
	keyFigures,
	painted,
	panelRows,
	press,
	setTopic
} from './wizard';
import { say } from './words';

const OVERALL = 'Wie zufrieden sind Sie insgesamt?';
const USES = 'Welche Angebote nutzen Sie?';
const SHEETS = 180;

/** Every third sheet is satisfied; all but the last Quartier have as many sheets. */
const answers = Array.from({ length: SHEETS }, (_, at) => ({
	quartier: QUARTIERE[at % QUARTIERE.length] ?? '',
	overall: WORDS[at % 9 < 3 ? 4 : 1],
	house: WORDS[at % 5]!,
	/** who uses nothing leaves the question empty */
	uses: ['Treff;', 'Treff;Beratung, auch am Telefon;', 'Beratung, auch am Telefon;', ''][at % 4]!
}));

/** What Microsoft Forms hands out, with a sheet of notes before it as people add them. */
function exported(): Uint8Array {
	const moment = (minute: number) => new Date(Date.UTC(2025, 2, 4, 10, minute));
	const rows = [
		[
			'ID',
			'Startzeit',
			'Fertigstellungszeit',
			'E-Mail',
			'Name',
			'Quartier',
			OVERALL,
			'Sicherheit: Wie sicher fühlen Sie sich?.Im Haus',
			'Sicherheit: Wie sicher fühlen Sie sich?.Auf der Straße',
			USES
		],
		...answers.map(({ quartier, overall, house, uses }, at) => [
			at + 1,
			moment(at % 50),
			moment((at % 50) + 5),
			'anonymous',
			'Ada Lovelace',
			quartier,
			overall,
			house,
			house,
			uses
		])
	];
	return workbook({ Notizen: [['Auswertung bis Mai', 'Frau A.']], Sheet1: rows });
}

test('a workbook of Microsoft Forms is imported, its sheet chosen, its names left out', async ({
	page
}) => {
	await page.goto('/import');
	await choose(page, upload('umfrage.xlsx', exported()));
	await atStep(page, 'recognised');
	await expect(page.getByText(say('tool_msforms'))).toBeVisible();
	const sheet = page.getByLabel(say('recognised_sheet'));
	await expect(sheet).toHaveValue('Sheet1');
	await expect(page.getByLabel(say('recognised_encoding'))).toHaveCount(0);
	await sheet.selectOption('Notizen');
	await expect(page.getByRole('alert')).toContainText('umfrage.xlsx');
	await expect(sheet).toHaveValue('Sheet1');

	await press(page, say('recognised_continue'));
	await atStep(page, 'columns');
	await expect((await findColumn(page, 'Name')).locator('select').first()).toHaveValue('dropped');
	await findColumn(page, OVERALL);
	await expect(page.getByLabel(say('columns_topic_of', { heading: OVERALL }))).toHaveValue(
		'overall'
	);
	await findColumn(page, USES);
	await expect(cardOf(page, USES)).toHaveAttribute('data-card', 'several');
	await setTopic(page, 'Sicherheit: Wie sicher fühlen Sie sich?.Im Haus', 'safety');
	await press(page, say('columns_continue'));
	await expect(page.getByLabel(say('waves_from'))).toHaveValue('2025-03-04');
	await page.getByLabel(say('waves_name'), { exact: true }).fill('2025');
	await press(page, say('waves_continue'));
	await atStep(page, 'checks');
	await press(page, say('checks_load_survey', { n: String(SHEETS) }));
	await atStep(page, 'done');

	await page.goto('/quartiere/sz-lebenstedt');
	await painted(page);
	const own = answers.filter(({ quartier }) => quartier === 'SZ-Lebenstedt');
	const satisfied = own.filter(({ overall }) => overall === WORDS[4]).length;
	const figures = await keyFigures(page);
	expect(figures['Zufrieden insgesamt']).toContain(
		`${Math.round((100 * satisfied) / own.length)} %`
	);
	expect(figures['Zufrieden insgesamt']).toContain(`${own.length} Antworten`);

	const users = own.filter(({ uses }) => uses !== '');
	const rows = await panelRows(page, 'choices');
	for (const option of ['Treff', 'Beratung, auch am Telefon']) {
		const chosen = users.filter(({ uses }) => uses.includes(`${option};`)).length;
		const row = rows.find((one) => one['Antwort'] === option && one['Gebiet'] === 'SZ-Lebenstedt');
		expect(row?.['Wert']).toBe(`${Math.round((100 * chosen) / users.length)} %`);
		expect(row?.['n']).toBe(String(users.length));
	}
});
