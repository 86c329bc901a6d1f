import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { go } from './go';
import { enterEvent, withoutPickers, withPicker } from './holdings';
import { expect, test, type Page } from './watch';
import { loadSample, painted, press } from './wizard';
import { say } from './words';

const state = (page: Page) => page.locator('[data-file-state]');
const side = (page: Page, text: string) => expect(page.locator('.side .file a')).toHaveText(text);

async function download(page: Page): Promise<Buffer> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		press(page, say('file_save_first'))
	]);
	expect(file.suggestedFilename()).toMatch(/^arbeitsbereich.*\.quartierspiegel$/i);
	return readFile(await file.path());
}

test('a workspace goes by file to a colleague, is united with hers, and what came in is taken back', async ({
	page,
	fresh
}) => {
	await withoutPickers(page);
	await loadSample(page);
	await side(page, say('file_never_short'));
	await go(page, '/daten');
	await expect(state(page)).toHaveText(say('file_never'));
	const bytes = await download(page);
	await expect(state(page)).toContainText(/Gespeichert in .*\.quartierspiegel/);
	expect(Object.keys(unzipSync(bytes)).filter((path) => path.endsWith('.csv'))).toHaveLength(8);

	// A change of one's own is only here, and says so on every page.
	await enterEvent(page, 'Sommerfest');
	await expect(state(page)).toContainText('1 Änderung nur in diesem Browser');
	await go(page, '/hilfe');
	await side(page, say('file_unsaved_short_one'));

	// The colleague opens the file, writes something down, and hands hers over.
	const other = await fresh();
	await withoutPickers(other);
	await other.goto('/daten');
	const choose = async (at: Page, content: Buffer) =>
		at.locator('#datei input[type=file]').setInputFiles({
			name: 'von-nebenan.quartierspiegel',
			mimeType: 'application/zip',
			buffer: content
		});
	await choose(other, bytes);
	const dialog = (at: Page) => at.getByRole('dialog');
	await expect(dialog(other).locator('[data-incoming] li').first()).toContainText('beispiel-');
	await dialog(other)
		.getByRole('button', { name: say('file_take') })
		.click();
	await expect(other.getByText('beispiel-faelle.csv', { exact: true })).toBeVisible();
	await enterEvent(other, 'Warnstreik');
	const theirs = await download(other);
	await go(other, '/quartiere/sz-lebenstedt');
	await painted(other);

	// It is shown before it is done.
	await go(page, '/daten');
	await choose(page, theirs);
	await expect(dialog(page).locator('[data-incoming] li')).toHaveText(['Ereignisse: 1 neu']);
	await expect(page.getByText('Warnstreik')).toHaveCount(0);
	await dialog(page)
		.getByRole('button', { name: say('file_take') })
		.click();
	await expect(page.getByText('Warnstreik')).toBeVisible();
	await expect(page.getByText('Sommerfest')).toBeVisible();
	await expect(state(page)).toContainText('1 Änderung nur in diesem Browser');

	await press(page, say('file_take_back'));
	await expect(page.getByText('Warnstreik')).toHaveCount(0);
	await expect(page.getByText('Sommerfest')).toBeVisible();
	await expect(page.getByRole('button', { name: say('file_take_back') })).toHaveCount(0);
});

test('what is damaged or something else is refused in words, and nothing changes', async ({
	page
}) => {
	await withoutPickers(page);
	await loadSample(page);
	await go(page, '/daten');
	const bytes = await download(page);
	const choose = (name: string, buffer: Buffer) =>
		page.locator('#datei input[type=file]').setInputFiles({
			name,
			mimeType: 'application/zip',
			buffer
		});
	const table = 'tabelle.quartierspiegel';
	await choose(table, Buffer.from('a;b\n1;2\n'));
	await expect(page.getByRole('alert')).toHaveText(
		say('problem_workspace_unknown', { file: table })
	);
	const cut = Buffer.from(bytes.subarray(0, bytes.length / 2));
	await choose('halb.quartierspiegel', cut);
	await expect(page.getByRole('alert')).toContainText('halb.quartierspiegel ist beschädigt');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.getByText('beispiel-faelle.csv', { exact: true })).toBeVisible();
});

test('a file on a drive is written in place, by itself where one likes, and never over what others saved', async ({
	page
}) => {
	await withPicker(page, 'Team.quartierspiegel');
	await loadSample(page);
	await go(page, '/daten');
	await press(page, say('file_save_first'));
	await expect(state(page)).toContainText('Gespeichert in Team.quartierspiegel');
	await expect(page.getByRole('button', { name: say('file_save'), exact: true })).toBeVisible();
	await page.getByLabel(say('file_auto')).check();
	await enterEvent(page, 'Sommerfest');
	await expect(state(page)).toContainText('Gespeichert in Team.quartierspiegel');
	await side(page, say('file_saved_short', { when: 'in dieser Minute' }));

	// The file stays connected, and says the same after a new start.
	await page.reload();
	await expect(state(page)).toContainText('Gespeichert in Team.quartierspiegel');
	await expect(page.getByLabel(say('file_auto'))).toBeChecked();
	await page.getByLabel(say('file_auto')).uncheck();

	// A colleague saved meanwhile; here that is what the file said before „Herbstfest“ was taken back.
	const read = () =>
		page.evaluate(async () => {
			const root = await navigator.storage.getDirectory();
			const file = await (await root.getFileHandle('Team.quartierspiegel')).getFile();
			return new Uint8Array(await file.arrayBuffer()).toBase64();
		});
	// Another window says the same of the file.
	const second = await page.context().newPage();
	await second.goto('/hilfe');
	const now = say('file_saved_short', { when: 'in dieser Minute' });
	await side(second, now);
	await enterEvent(page, 'Herbstfest');
	await side(second, say('file_unsaved_short_one'));
	await press(page, say('file_save'));
	await expect(state(page)).toContainText('Gespeichert in Team.quartierspiegel');
	await side(second, now);
	await second.close();
	const theirs = await read();
	await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		await root.removeEntry('quartierspiegel', { recursive: true });
		await root.removeEntry('Team.quartierspiegel');
	});
	// Somebody else, who has nothing yet but an event, saves into the same file.
	await page.reload();
	await page.evaluate(async (content) => {
		const root = await navigator.storage.getDirectory();
		const handle = await root.getFileHandle('Team.quartierspiegel', { create: true });
		const writable = await handle.createWritable();
		await writable.write(Uint8Array.fromBase64(content));
		await writable.close();
	}, theirs);
	await enterEvent(page, 'Warnstreik');
	await press(page, say('file_save_first'));
	await expect(page.getByRole('dialog').locator('[data-incoming] li').first()).toBeVisible();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: say('file_take') })
		.click();
	await expect(page.getByText('Herbstfest')).toBeVisible();
	await expect(page.getByText('Warnstreik')).toBeVisible();
	await expect(state(page)).toContainText('Gespeichert in Team.quartierspiegel');
	expect((await read()).length).toBeGreaterThan(theirs.length - 100);
});
