import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { upload } from './files';
import { go } from './go';
import { openQuartier } from './panels';
import { expect, test, type Page } from './watch';
import { atStep, choose, findColumn, painted, press, toPanel } from './wizard';
import { like, say } from './words';

const LEDGER = '/datenschutz/weitergaben';
/** A Quartier without the cases that one way of access brought. */
const FILTERED = `/quartiere/sz-lebenstedt?${['Behörde', 'Hauswart', 'Nachbarn', 'Selbstmeldung'].map((one) => `zugang=${encodeURIComponent(one)}`).join('&')}`;
const doubtful = (page: Page) => page.locator('[data-doubtful]');
const csvOf = (page: Page) =>
	page.locator('[data-panel="areas"]').getByRole('button', { name: say('panel_csv') });

/** The notes of a sheet where it has no number. */
async function notesIn(path: string): Promise<string[]> {
	const { data } = Papa.parse<string[]>(await readFile(path, 'utf8'), { delimiter: ';' });
	const head = data.findIndex((row) => row.includes('n'));
	const n = data[head]!.indexOf('n');
	return data.slice(head + 1).flatMap((row) => (row[n] === '' ? [row.at(-1)!] : []));
}

async function saved(page: Page, press: () => Promise<void>): Promise<string[]> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	return notesIn(await download.path());
}

test('what left the house is entered, and what leaves later is protected beside it', async ({
	page
}) => {
	await openQuartier(page);
	await toPanel(page, 'areas');
	await saved(page, () => csvOf(page).click());

	// The same without one way of access: by itself it would be harmless, beside the first it is not.
	await go(page, FILTERED);
	await painted(page);
	await toPanel(page, 'areas');
	let downloads = 0;
	page.on('download', () => downloads++);
	await csvOf(page).click();
	await expect(doubtful(page)).toBeVisible();
	await expect(doubtful(page)).toContainText(like('handing_one', { form: say('ledger_form_csv') }));
	await page.getByRole('button', { name: say('handing_cancel') }).click();
	await expect(doubtful(page)).toHaveCount(0);
	await go(page, LEDGER);
	const entries = page.locator('[data-releases] li[data-withdrawn]');
	await expect(entries).toHaveCount(1);
	expect(downloads).toBe(0);

	// With what had to be hidden it leaves, and is entered as well.
	await go(page, FILTERED);
	await painted(page);
	await toPanel(page, 'areas');
	await csvOf(page).click();
	const notes = await saved(page, () =>
		page.getByRole('button', { name: say('handing_go') }).click()
	);
	expect(notes.filter((note) => note === say('chart_complementary')).length).toBeGreaterThan(0);
	await go(page, LEDGER);
	await expect(entries).toHaveCount(2);
	await expect(entries.first()).toContainText(like('ledger_earlier'));

	// Whom it went to is said later, and stays.
	const recipient = entries.first().getByRole('textbox');
	await recipient.fill('Arbeitskreis <b>Sozialmanagement</b>');
	await recipient.blur();
	await expect(page.getByText(say('ledger_saved'), { exact: true })).toBeAttached();
	await page.reload();
	await expect(entries.first().getByRole('textbox')).toHaveValue(
		'Arbeitskreis <b>Sozialmanagement</b>'
	);

	// What did not leave after all is no reason to hide anything.
	for (const at of [0, 1]) {
		await entries.nth(at).getByRole('button', { name: /./ }).click();
		await page
			.locator('dialog[open]')
			.getByRole('button', { name: say('ledger_withdraw'), exact: true })
			.click();
		await expect(entries.nth(at)).toHaveAttribute('data-withdrawn', 'true');
	}
	await go(page, FILTERED);
	await painted(page);
	await toPanel(page, 'areas');
	const alone = await saved(page, () => csvOf(page).click());
	expect(alone.length).toBeLessThan(notes.length);
});

test('the page of data protection says what holds, and a stricter rule holds at once', async ({
	page
}) => {
	await openQuartier(page);
	await toPanel(page, 'areas');
	await go(page, '/datenschutz');
	await expect(page.locator('[data-left="0"]')).toBeVisible();
	await expect(page.locator('[data-others="0"]')).toBeVisible();
	expect(Number(await page.locator('[data-own]').getAttribute('data-own'))).toBeGreaterThan(5);
	await expect(page.getByText(say('policy_closed'))).toBeVisible();
	await expect(page.locator('[data-removed]')).toContainText('beispiel-faelle.csv');

	const minimum = page.getByRole('spinbutton', { name: say('rules_minimum') });
	await minimum.fill('3');
	await minimum.blur();
	await expect(page.locator('[data-minimum="5"]')).toBeVisible();
	await minimum.fill('10');
	await minimum.blur();
	await expect(page.locator('[data-minimum="10"]')).toBeVisible();
	await page.reload();
	await expect(minimum).toHaveValue('10');
	await go(page, '/quartiere/sz-lebenstedt');
	await painted(page);
	await toPanel(page, 'areas');
	const notes = await saved(page, () => csvOf(page).click());
	expect(notes).toContain(say('chart_small_cell_cases', { n: 10 }));
	expect(notes).not.toContain(say('chart_small_cell_cases', { n: 5 }));
});

test('the record of processing activities keeps what is written in it', async ({ page }) => {
	await openQuartier(page);
	await go(page, '/datenschutz/verzeichnis');
	await expect(page.locator('[data-processing]')).toContainText(say('kind_supportCase'));
	const controller = page.getByRole('textbox', { name: say('processing_controller') });
	await controller.fill('Wohnungsgenossenschaft Beispiel eG');
	await controller.blur();
	await expect(page.getByText(say('ledger_saved'), { exact: true })).toBeAttached();
	await page.reload();
	await expect(controller).toHaveValue('Wohnungsgenossenschaft Beispiel eG');
});

test('by a sensitive group nothing is broken down before somebody switches it on', async ({
	page
}) => {
	const words = ['sehr zufrieden', 'eher zufrieden', 'eher unzufrieden', 'sehr unzufrieden'];
	const rows = Array.from({ length: 120 }, (_, at) => [
		...[String(at + 1), '2025-03-01', 'Nord', ['unter 30', '30 bis 44', '45 bis 64'][at % 3]],
		...[['Deutsch', 'Türkisch', 'Arabisch'][at % 3], words[at % words.length]]
	]);
	const heads = ['Bogen-Nr', 'Datum', 'Quartier', 'Altersgruppe', 'Muttersprache'];
	const csv = [[...heads, 'Wie zufrieden sind Sie mit Ihrer Wohnung?'], ...rows];
	await page.goto('/import');
	await choose(page, upload('sprachen.csv', csv.map((cells) => cells.join(';')).join('\n')));
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await atStep(page, 'columns');
	await findColumn(page, 'Muttersprache');
	await expect(page.getByText(say('columns_sensitive'))).toHaveCount(1);
	await press(page, say('columns_continue'));
	await atStep(page, 'wave');
	await press(page, say('waves_continue'));
	await atStep(page, 'checks');
	await press(page, say('checks_load_survey', { n: rows.length }));
	await atStep(page, 'done');

	const group = (name: string) => page.locator('.bar').getByText(name, { exact: true });
	await go(page, '/quartiere/nord');
	await painted(page);
	await expect(group(say('group_age'))).not.toHaveCount(0);
	await expect(group(say('group_language'))).toHaveCount(0);
	await go(page, '/datenschutz');
	const use = page.getByRole('combobox', {
		name: say('sensitive_use_of', { group: say('group_language') })
	});
	await expect(use).toHaveValue('hidden');
	await use.selectOption('shown');
	await expect(page.getByText(say('ledger_saved'), { exact: true })).toBeAttached();
	await go(page, '/quartiere/nord');
	await painted(page);
	await expect(group(say('group_language'))).not.toHaveCount(0);
});
