import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { go } from './go';
import { openQuartier } from './panels';
import { expect, test, type Page } from './watch';
import { painted, toPanel } from './wizard';
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
	await expect(page.getByText(say('ledger_saved'))).toBeAttached();
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
	await expect(page.getByText(say('ledger_saved'))).toBeAttached();
	await page.reload();
	await expect(controller).toHaveValue('Wohnungsgenossenschaft Beispiel eG');
});
