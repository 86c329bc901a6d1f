import { readFile } from 'node:fs/promises';
import { enterEvent, withoutPickers } from './holdings';
import { expect, test, type Page } from './watch';
import { loadSample, press } from './wizard';
import { say } from './words';

const SAMPLE = 'beispiel-kontakte.csv';
const list = (page: Page) => page.locator('[data-workspaces]').getByRole('listitem');
const row = (page: Page, name: string) => list(page).filter({ hasText: name });

/** The one that this window shows. */
const here = (page: Page) => list(page).filter({ has: page.locator('.badge') });

/** Opens another workspace in this window, which begins anew. */
async function open(page: Page, name: string): Promise<void> {
	await row(page, name)
		.getByRole('button', { name: say('workspaces_open_one', { name }) })
		.click();
	await expect(here(page)).toContainText(name);
}

async function begin(page: Page, name: string): Promise<void> {
	await press(page, say('workspaces_new'));
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(say('workspaces_new_name')).fill(name);
	await dialog.getByRole('button', { name: say('workspaces_new_yes') }).click();
	await expect(here(page)).toContainText(name);
}

/** Names of the folders of this browser. */
const folders = (page: Page) =>
	page.evaluate(async () => {
		const names: string[] = [];
		for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
		return names;
	});

test('workspaces lie apart, each window shows one, and one that is open nowhere is deleted', async ({
	page,
	context
}) => {
	await loadSample(page, '/daten');
	await expect(list(page)).toHaveCount(1);
	await begin(page, 'Übung');
	await expect(page.getByText(say('batches_empty'))).toBeVisible();
	await expect(row(page, 'Übung')).toContainText(say('workspaces_files_none'));
	await expect(list(page)).toHaveCount(2);
	await enterEvent(page, 'Probealarm');
	// It is named on every page.
	await page.getByRole('link', { name: say('nav_overview'), exact: true }).click();
	await expect(page.locator('.side')).toContainText('Übung');

	// A new window begins with the one that was opened last, and goes to the other one alone.
	const other = await context.newPage();
	await other.goto('/daten');
	await expect(other.getByText('Probealarm')).toBeVisible();
	await open(other, say('workspaces_nameless'));
	await expect(other.getByText(SAMPLE, { exact: true })).toBeVisible();
	await expect(other.getByText('Probealarm')).toHaveCount(0);
	await expect(other.locator('.side .file')).toBeVisible();
	await expect(other.locator('[data-windows]')).toHaveCount(0);
	await enterEvent(other, 'Hoffest');
	await page.goto('/daten');
	await expect(page.getByText('Probealarm')).toBeVisible();
	await expect(page.getByText('Hoffest')).toHaveCount(0);

	// A window that began with the first one keeps it, whatever others opened since.
	const first = await context.newPage();
	await first.goto('/daten');
	await expect(first.getByText(SAMPLE, { exact: true })).toBeVisible();
	await open(other, 'Übung');
	await first.reload();
	await expect(first.getByText(SAMPLE, { exact: true })).toBeVisible();
	await first.close();
	await open(other, say('workspaces_nameless'));

	// While a window shows it, it stays.
	const remove = async () => {
		await row(other, 'Übung')
			.getByRole('button', { name: say('workspaces_delete_one', { name: 'Übung' }) })
			.click();
		await press(other, say('workspaces_delete_yes'));
	};
	await remove();
	await expect(other.getByRole('alert')).toHaveText(say('problem_workspace_open'));
	expect(await folders(other)).toHaveLength(2);
	await page.close();
	await expect(async () => {
		await remove();
		await expect(list(other)).toHaveCount(1, { timeout: 2000 });
	}).toPass();
	expect(await folders(other)).toEqual(['quartierspiegel']);
	await expect(
		other.getByRole('status').getByText(say('workspaces_deleted', { name: 'Übung' }))
	).toBeAttached();
	// A new window begins where something is.
	const third = await context.newPage();
	await third.goto('/daten');
	await expect(third.getByText(SAMPLE, { exact: true })).toBeVisible();
});

test('the file of another workspace is opened beside this one', async ({ page }) => {
	await withoutPickers(page);
	await loadSample(page, '/daten');
	await page.getByLabel(say('file_name'), { exact: true }).fill('Braunschweig');
	await page.getByLabel(say('file_name'), { exact: true }).press('Enter');
	await expect(row(page, 'Braunschweig')).toHaveCount(1);
	const download = page.waitForEvent('download');
	await press(page, say('file_save_first'));
	const path = await (await download).path();
	await begin(page, 'Übung');
	await enterEvent(page, 'Probealarm');

	// Into an empty workspace it comes as it is; beside one that holds something it can be opened apart.
	await page.locator('#datei input[type=file]').setInputFiles({
		name: 'braunschweig.quartierspiegel',
		mimeType: 'application/zip',
		buffer: await readFile(path)
	});
	await expect(page.getByRole('dialog')).toContainText(SAMPLE);
	await press(page, say('file_take_apart'));
	await expect(page.getByText(SAMPLE, { exact: true })).toBeVisible();
	await expect(here(page)).toContainText('Braunschweig');
	await expect(list(page)).toHaveCount(3);
	await expect(page.getByText('Probealarm')).toHaveCount(0);
	await open(page, 'Übung');
	await expect(page.getByText('Probealarm')).toBeVisible();
	await expect(page.getByText(SAMPLE, { exact: true })).toHaveCount(0);
});
