import { go } from './go';
import { upload } from './files';
import { batchFiles } from './storage';
import { expect, test, type Page } from './watch';
import { atStep, choose, press } from './wizard';
import { say } from './words';

const cases = (count: number): string =>
	`Fall-Nr;Quartier;Eröffnet am;Anlass;Zugang\n${Array.from(
		{ length: count },
		(_, at) => `${at + 1};Nord;01.02.2025;Energie;selbst\n`
	).join('')}`;

/** Loads a list of cases, in the place of one that was loaded before where there is one. */
async function load(page: Page, count: number, before?: number): Promise<void> {
	await page.goto('/import');
	await choose(page, upload('faelle.csv', cases(count)));
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await atStep(page, 'checks');
	const button = page.getByRole('button', { name: say('checks_load_supportCase', { n: count }) });
	if (before !== undefined) {
		await expect(button).toBeDisabled();
		await page.getByLabel(say('checks_overlaps_replace', { name: 'faelle.csv' })).check();
		await expect(page.locator('[data-lost]')).toHaveCount(before > count ? 1 : 0);
	}
	await button.click();
	await atStep(page, 'done');
}

const loaded = (page: Page, count: number) =>
	expect(page.getByText(say('done_loaded_supportCase', { n: count }))).toBeVisible();

test('what was replaced comes back when the replacement is taken back, and can be deleted for good', async ({
	page
}) => {
	const file = 'faelle.csv';
	await load(page, 3);
	await load(page, 4, 3);
	await go(page, '/daten');
	await loaded(page, 4);
	await expect(page.getByText('faelle.csv', { exact: true })).toHaveCount(1);
	expect((await batchFiles(page))['batches']).toHaveLength(2);
	await press(page, say('batches_restore_file', { file }));
	await loaded(page, 3);
	expect((await batchFiles(page))['batches']).toHaveLength(1);

	await load(page, 5, 3);
	await go(page, '/daten');
	await press(page, say('batches_delete_earlier_file', { file }));
	await expect(
		page.getByRole('button', { name: say('batches_undo_file', { file }), exact: true })
	).toBeVisible();
	await loaded(page, 5);
	const files = await batchFiles(page);
	for (const folder of ['batches', 'ids']) expect(files[folder], folder).toHaveLength(1);
	await press(page, say('batches_undo_file', { file }));
	await expect(page.getByText(say('batches_empty'))).toBeVisible();
	expect(Object.values(await batchFiles(page)).flat()).toEqual([]);
});

test('a damaged description is written anew, and a damaged batch is told by the name of its file', async ({
	page
}) => {
	await load(page, 3);
	const damage = (folder: string) =>
		page.evaluate(async (name) => {
			const origin = await navigator.storage.getDirectory();
			const root = await origin.getDirectoryHandle('quartierspiegel');
			const files = await root.getDirectoryHandle(name);
			for await (const handle of files.values()) {
				if (!(handle instanceof FileSystemFileHandle)) continue;
				const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
				const writable = await handle.createWritable();
				await writable.write(bytes.slice(0, bytes.length - 20));
				await writable.close();
			}
		}, folder);
	await damage('about');
	await page.goto('/daten');
	await loaded(page, 3);
	await expect(page.getByRole('alert')).toHaveCount(0);

	await damage('batches');
	await damage('about');
	await page.goto('/daten');
	await expect(page.getByRole('alert').getByText('faelle.csv')).toBeVisible();
	await expect(page.getByText(say('batches_damaged'))).toBeVisible();
	await press(page, say('batches_delete_file', { file: 'faelle.csv' }));
	await expect(page.getByText(say('batches_empty'))).toBeVisible();
	expect(Object.values(await batchFiles(page)).flat()).toEqual([]);
});

test('files that belong to no batch are gone after the next start', async ({ page }) => {
	await load(page, 3);
	await page.evaluate(async () => {
		const origin = await navigator.storage.getDirectory();
		const root = await origin.getDirectoryHandle('quartierspiegel');
		for (const folder of ['batches', 'codebooks', 'ids']) {
			const files = await root.getDirectoryHandle(folder, { create: true });
			const handle = await files.getFileHandle('left', { create: true });
			const writable = await handle.createWritable();
			await writable.write('of a window that was closed');
			await writable.close();
		}
	});
	await page.goto('/daten');
	await loaded(page, 3);
	await expect.poll(async () => Object.values(await batchFiles(page)).flat()).not.toContain('left');
	expect((await batchFiles(page))['batches']).toHaveLength(1);
});
