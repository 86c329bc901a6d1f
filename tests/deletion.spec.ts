import { go } from './go';
import { withPicker } from './holdings';
import { placesOf } from './storage';
import { expect, test, type Page } from './watch';
import { loadSample } from './wizard';
import { say } from './words';

const FILE = 'beispiel-kontakte.csv';
const row = (page: Page) => page.locator('main li').filter({ hasText: FILE }).first();
const button = (page: Page) =>
	page.getByRole('button', { name: say('deletion_button_file', { file: FILE }) });
const reminder = (page: Page) => page.locator('[data-reminder="deletion"]');
const isIdle = (page: Page) =>
	expect(page.getByRole('button', { name: say('batches_delete') })).toBeEnabled();

async function setDay(page: Page, day: string): Promise<void> {
	await button(page).click();
	const dialog = page.getByRole('dialog', { name: say('deletion_title', { file: FILE }) });
	await dialog.getByLabel(say('deletion_date')).fill(day);
	await dialog.getByRole('button', { name: say('deletion_save') }).click();
	await expect(page.getByText(say('deletion_saved', { file: FILE }))).toBeAttached();
	await isIdle(page);
}

test('a file has a day from which on it is to be deleted; every page reminds, and nothing goes by itself', async ({
	page
}) => {
	await loadSample(page);
	await go(page, '/daten');
	await setDay(page, '2199-12-31');
	await expect(row(page)).toContainText(say('deletion_on', { day: '31.12.2199' }));
	await go(page, '/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(reminder(page)).toHaveCount(0);
	await go(page, '/daten');
	await setDay(page, '2020-01-31');
	await expect(row(page).locator('[data-due]')).toHaveText(
		say('deletion_due', { day: '31.01.2020' })
	);

	await page.goto('/');
	await expect(reminder(page)).toContainText(
		say('remind_delete_one', { file: FILE, day: '31.01.2020' })
	);
	await reminder(page).getByRole('button').click();
	await expect(reminder(page)).toHaveCount(0);
	await go(page, '/daten');
	await expect(row(page).locator('[data-due]')).toBeVisible();

	await button(page).click();
	await page.getByRole('button', { name: say('deletion_remove') }).click();
	await expect(row(page).locator('[data-due]')).toHaveCount(0);
	await expect(row(page)).toBeVisible();
	await page.evaluate(() => localStorage.removeItem('quartierspiegel-reminder-deletion'));
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'SZ-Lebenstedt' }).first()).toBeVisible();
	await expect(reminder(page)).toHaveCount(0);
});

test('a file that is deleted is gone from everywhere, earlier states and the parts for the next file included', async ({
	page
}) => {
	await withPicker(page, 'laufwerk.quartierspiegel');
	await loadSample(page);
	await go(page, '/daten');
	await isIdle(page);
	const save = async () => {
		await page.locator('#datei .button.primary').click();
		await expect(page.locator('[data-file-state]')).toContainText('Gespeichert in');
		await isIdle(page);
	};
	await save();
	const section = page.locator('#sicherungen');
	await section.getByRole('button', { name: say('backups_show') }).click();
	await expect(section.locator('[data-backups="1"]')).toBeVisible();
	expect(Object.keys(await placesOf(page, [FILE]))).not.toEqual([]);

	await button(page).click();
	await page.getByRole('button', { name: say('deletion_now'), exact: true }).click();
	await expect(row(page)).toHaveCount(0);
	await isIdle(page);
	const places = async () => {
		const found = await placesOf(page, [FILE]);
		return Object.values(found)
			.flat()
			.filter((place) => !place.includes('laufwerk'));
	};
	await expect.poll(places).toEqual([]);
	await save();
	await page.reload();
	await isIdle(page);
	await expect(row(page)).toHaveCount(0);
	expect(await placesOf(page, [FILE])).toEqual({});
});
