import { go } from './go';
import { enterEvent } from './holdings';
import { expect, test, type Page } from './watch';
import { loadSample, overviewTable } from './wizard';
import { say } from './words';

const FILE = 'beispiel-kontakte.csv';
const step = (page: Page, what: string, title: string) =>
	page.locator(`[data-step="${what}"]`).filter({ hasText: title });

async function toHistory(page: Page): Promise<void> {
	await go(page, '/daten');
	await expect(page.getByRole('button', { name: say('batches_delete') })).toBeEnabled();
	await page.getByRole('link', { name: say('history_link') }).click();
	await expect(page.locator('[data-history]')).toBeVisible();
}

test('says who did what, undoes a file and an event, and does both again after a reload', async ({
	page
}) => {
	await loadSample(page);
	await go(page, '/daten');
	await enterEvent(page, 'Sommerfest im Hof');
	for (const name of ['Team Ost', 'Team West']) {
		await page.getByLabel(say('file_name'), { exact: true }).fill(name);
		await page.getByLabel(say('file_name'), { exact: true }).press('Enter');
		await expect(page.locator('.side')).toContainText(name);
	}
	await toHistory(page);
	await expect(page.locator('[data-step="changed"]')).toContainText(
		'Name: „Team Ost“ → „Team West“'
	);
	await page.getByLabel(say('history_who')).fill('Yilmaz');
	await page.getByLabel(say('history_who')).press('Enter');

	await step(page, 'added', 'Sommerfest im Hof').getByRole('button').click();
	await expect(step(page, 'removed', 'Sommerfest im Hof')).toContainText('Yilmaz');
	await step(page, 'added', FILE).getByRole('button').click();
	await expect(step(page, 'removed', FILE)).toContainText('Yilmaz');
	await expect(step(page, 'removed', FILE).getByRole('button')).toBeEnabled();

	await page.reload();
	await step(page, 'removed', 'Sommerfest im Hof').getByRole('button').click();
	await expect(step(page, 'back', 'Sommerfest im Hof')).toContainText('Yilmaz');
	await step(page, 'removed', FILE).getByRole('button').click();
	await expect(step(page, 'back', FILE)).toContainText('Yilmaz');
	await expect(step(page, 'removed', FILE).getByRole('button')).toHaveCount(0);

	await go(page, '/daten');
	await expect(page.getByText('Sommerfest im Hof')).toBeVisible();
	await expect(
		page.getByRole('button', { name: say('batches_undo_file', { file: FILE }), exact: true })
	).toBeVisible();
	await go(page, '/');
	await expect(overviewTable(page)).toContainText('Lehndorf');
});
