import { go } from './go';
import { placesOf } from './storage';
import { expect, test, type Page } from './watch';
import { loadSample, press } from './wizard';
import { say } from './words';

const FILE = 'beispiel-kontakte.csv';
const backups = (page: Page) => page.locator('#sicherungen');
const undo = (page: Page) =>
	page.getByRole('button', { name: say('batches_undo_file', { file: FILE }), exact: true });

async function show(page: Page, count: number): Promise<void> {
	const button = backups(page).getByRole('button', { name: say('backups_show') });
	await expect(button.or(backups(page).locator('[data-backups]'))).toBeVisible();
	if (await button.isVisible()) await button.click();
	await expect(backups(page).locator(`[data-backups="${count}"]`)).toBeVisible();
}

test('an earlier state says what was changed and is put back, as is the one that was left', async ({
	page
}) => {
	await loadSample(page);
	await go(page, '/daten');
	await show(page, 1);
	await undo(page).click();
	await expect(undo(page)).toHaveCount(0);
	await expect(page.getByRole('button', { name: say('batches_delete') })).toBeEnabled();
	// It is kept by itself when the page is hidden, or nothing was changed for a while.
	await page.evaluate(() => {
		Object.defineProperty(document, 'hidden', { value: true, configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
		Object.defineProperty(document, 'hidden', { value: false, configurable: true });
	});
	await show(page, 2);
	const [newest, oldest] = [
		backups(page).locator('li').first(),
		backups(page).locator('li').last()
	];
	await expect(newest).toContainText(FILE);
	await expect(oldest).toContainText(say('backups_first'));

	await oldest.getByRole('button').click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.locator('[data-restore] li')).toHaveCount(1);
	await expect(dialog.locator('[data-restore]')).toContainText(FILE);
	await dialog.getByRole('button', { name: say('backups_restore'), exact: true }).click();
	await expect(undo(page)).toBeVisible();
	await expect(backups(page).locator('[data-backups="3"]')).toBeVisible();

	await backups(page).locator('li').nth(1).getByRole('button').click();
	await dialog.getByRole('button', { name: say('backups_restore'), exact: true }).click();
	await expect(undo(page)).toHaveCount(0);
	await expect(backups(page).locator('[data-backups="4"]')).toBeVisible();
	await page.reload();
	await show(page, 4);
	await expect(undo(page)).toHaveCount(0);

	// Deleted with everything, no state is left.
	await press(page, say('batches_delete'));
	await press(page, say('batches_delete_yes'));
	await expect(page.getByText(say('batches_empty'))).toBeVisible();
	expect(await placesOf(page, ['beispiel-', 'Nordstadt'])).toEqual({});
	// And the page proves it: what it counts is nothing, but for settings.
	const rows = page.locator('[data-kept] tr');
	for (const place of ['batches', 'records', 'keys', 'backups', 'drafts', 'unfinished', 'files'])
		await expect(rows.filter({ hasText: say(`kept_${place}`) }).locator('td')).toHaveText('0');
});
