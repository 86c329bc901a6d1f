import { readFileSync } from 'node:fs';
import { go } from './go';
import { QUARTIERE, upload, type Upload } from './files';
import { expect, test, type Page } from './watch';
import {
	atStep,
	cardOf,
	choose,
	confirmCard,
	findColumn,
	keyFigures,
	painted,
	press,
	setTopic,
	toPanel
} from './wizard';
import { say } from './words';

const OVERALL = 'Wie wohnen Sie insgesamt?';
const NOISE = 'Wie laut ist es im Haus?';
const NEW = 'Wie sauber ist das Treppenhaus?';
const POINTS = ['Wolke', 'Mond', 'Sonne'];
const SHEETS = 120;

/** A wave with points whose order no word says; `good` of five sheets give the best one. */
const wave = (name: string, question: string, good: number): Upload => {
	const rows = Array.from({ length: SHEETS }, (_, at) =>
		[
			at + 1,
			QUARTIERE[at % QUARTIERE.length],
			at % 5 < good ? POINTS[2] : POINTS[at % 2],
			POINTS[at % 3]
		].join(';')
	);
	return upload(name, [`Bogen;Quartier;${OVERALL};${question}`, ...rows].join('\r\n'));
};

const nameWave = async (page: Page, year: string) => {
	await atStep(page, 'wave');
	await page.getByLabel(say('waves_name'), { exact: true }).fill(year);
	await page.getByLabel(say('waves_from')).fill(`${year}-03-01`);
	await page.getByLabel(say('waves_to')).fill(`${year}-04-01`);
	await press(page, say('waves_continue'));
	await atStep(page, 'checks');
};

/** Says of a column that it is an item, and that its answers have an order. */
async function asScale(page: Page, heading: string): Promise<void> {
	await (await findColumn(page, heading)).locator('select').first().selectOption('item');
	const card = cardOf(page, heading);
	await card.getByRole('button', { name: say('cards_choice_yes') }).click();
	const order = card.locator('[data-answer]');
	await card.getByRole('button', { name: say('cards_order_up', { answer: POINTS[2]! }) }).click();
	await expect(order.first()).toContainText(POINTS[2]!);
	await confirmCard(page, heading);
	await expect(cardOf(page, heading)).toHaveAttribute('data-open', 'false');
}

test('the next wave begins with what was confirmed for the first one; a corrected file replaces, and columns are assigned anew', async ({
	page
}) => {
	await page.goto('/import');
	await choose(page, wave('welle-2022.csv', NOISE, 2));
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await asScale(page, OVERALL);
	await setTopic(page, OVERALL, 'overall');
	await press(page, say('columns_continue'));
	await nameWave(page, '2022');
	await press(page, say('checks_load_survey', { n: String(SHEETS) }));
	await atStep(page, 'done');

	await page.goto('/import');
	await choose(page, wave('welle-2025.csv', NEW, 3));
	await atStep(page, 'recognised');
	await expect(
		page.getByText(say('codebook_earlier', { name: 'welle-2022.csv', n: '3', of: '4' }))
	).toBeVisible();
	await press(page, say('recognised_continue'));
	await findColumn(page, OVERALL);
	await expect(page.getByLabel(say('columns_topic_of', { heading: OVERALL }))).toHaveValue(
		'overall'
	);
	await expect(cardOf(page, OVERALL)).toHaveAttribute('data-open', 'false');
	await press(page, say('columns_continue'));
	await nameWave(page, '2025');
	await press(page, say('checks_load_survey', { n: String(SHEETS) }));
	await atStep(page, 'done');

	await go(page, '/quartiere/sz-lebenstedt');
	await painted(page);
	const share = async () => (await keyFigures(page))['Zufrieden insgesamt'] ?? '';
	expect(await share()).toContain('60 %');

	// The file of 2025 was wrong: the same name again takes its place, after asking.
	await page.goto('/import');
	await choose(page, wave('welle-2025.csv', NEW, 4));
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await nameWave(page, '2025');
	await page
		.getByRole('radio', { name: say('checks_overlaps_replace', { name: 'welle-2025.csv' }) })
		.check();
	await press(page, say('checks_load_survey', { n: String(SHEETS) }));
	await atStep(page, 'done');
	await go(page, '/quartiere/sz-lebenstedt');
	await painted(page);
	expect(await share()).toContain('80 %');
	expect(await share()).toContain('40 Antworten');

	await go(page, '/daten');
	const download = page.waitForEvent('download');
	await press(page, say('batches_codebook_file', { file: 'welle-2025.csv' }));
	const codebook = JSON.parse(readFileSync((await (await download).path()) ?? '', 'utf8')) as {
		fields: unknown[];
	};
	expect(codebook.fields).toContainEqual(
		expect.objectContaining({
			name: OVERALL,
			categories: ['Mond', 'Wolke', 'Sonne'].map((value) => ({ value })),
			categoriesOrdered: true
		})
	);

	// The kept rows are read in another way: the question is about something else.
	await page
		.getByRole('link', { name: say('batches_again_file', { file: 'welle-2025.csv' }) })
		.click();
	await atStep(page, 'columns');
	await setTopic(page, OVERALL, 'safety');
	await press(page, say('columns_continue'));
	await atStep(page, 'wave');
	await press(page, say('waves_continue'));
	await press(page, say('checks_load_survey', { n: String(SHEETS) }));
	await atStep(page, 'done');
	await go(page, '/daten');
	await expect(page.getByRole('listitem').filter({ hasText: 'welle-2025.csv' })).toHaveCount(1);
	await go(page, '/quartiere/sz-lebenstedt');
	await painted(page);
	expect(Object.keys(await keyFigures(page))).toContain('Sicherheit');
});

test('a question in other words goes on when the user says so, and the break stands on the charts', async ({
	page
}) => {
	const WORDS = ['sehr unzufrieden', 'unzufrieden', 'teils/teils', 'zufrieden', 'sehr zufrieden'];
	const asked = (name: string, question: string) =>
		upload(
			name,
			[
				`Bogen;Quartier;${question}`,
				...Array.from({ length: 90 }, (_, at) => [at, 'Nord', WORDS[at % 5]].join(';'))
			].join('\n')
		);
	const EARLIER = 'Zufriedenheit insgesamt';
	const LATER = 'Wie zufrieden sind Sie alles in allem insgesamt?';
	for (const [year, question] of [
		['2022', EARLIER],
		['2025', LATER]
	] as const) {
		await page.goto('/import');
		await choose(page, asked(`${year}.csv`, question));
		await press(page, say('recognised_continue'));
		await setTopic(page, question, 'overall');
		await press(page, say('columns_continue'));
		await atStep(page, 'wave');
		const goesOn = page.getByLabel(say('continues_of', { item: LATER }));
		if (year === '2025')
			await goesOn.selectOption({ label: `${say('continues_which')}: ${EARLIER}` });
		else await expect(goesOn).toHaveCount(0);
		await nameWave(page, year);
		await press(page, say('checks_load_survey', { n: '90' }));
		await atStep(page, 'done');
	}
	await go(page, '/quartiere/nord');
	await painted(page);
	await expect(await toPanel(page, 'items')).toContainText(say('note_wording_changed'));
	await toPanel(page, 'trend');
	await painted(page);
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await expect(
		page.locator('[data-panel="trend"] .paper text', { hasText: say('chart_break') })
	).toHaveCount(1);
	await expect(page.locator('[data-panel="items"] .paper text', { hasText: '†' })).toHaveCount(1);
	await go(page, '/daten');
	await page.getByLabel(`${say('mapping_show')}: 2025.csv`).click();
	await expect(page.getByText(say('mapping_continues', { text: EARLIER }))).toBeVisible();
});
