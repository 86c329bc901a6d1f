import { readFile } from 'node:fs/promises';
import { go } from './go';
import { enterEvent, withoutPickers, withPicker } from './holdings';
import { placesOf } from './storage';
import { expect, test, type Page } from './watch';
import { loadSample, painted, press } from './wizard';
import { say } from './words';

const PASSPHRASE = 'Tasse Lampe Fluss Orgel';

/** What nobody may read at rest: of tables, of records, of pictures and of what is worked out. */
const SECRET = ['Nordstadt', 'Lebenstedt', 'Energieschulden', 'Sommerfest', 'beispiel-'];

const dialog = (page: Page) => page.getByRole('dialog');
const section = (page: Page) => page.locator('#verschluesselung');

/** Encrypts the workspace, and gives the recovery key. */
async function encrypt(page: Page): Promise<string> {
	await section(page)
		.getByRole('button', { name: say('encryption_on_button') })
		.click();
	const field = dialog(page).getByLabel(say('passphrase_field'), { exact: true });
	const again = dialog(page).getByLabel(say('passphrase_again'), { exact: true });
	const submit = dialog(page).getByRole('button', { name: say('passphrase_submit') });
	await field.fill('Sommer2024');
	await again.fill('Sommer2024');
	await expect(dialog(page)).toContainText(say('passphrase_strength_1'));
	await expect(submit).toBeDisabled();
	await field.fill(PASSPHRASE);
	await expect(dialog(page)).toContainText(say('passphrase_differs'));
	await again.fill(PASSPHRASE);
	await submit.click();
	const key = (await page.locator('[data-recovery-key]').textContent()) ?? '';
	expect(key).toMatch(/^AGE-SECRET-KEY-1/);
	await press(page, say('encryption_key_done'));
	await expect(page.locator('[data-encryption=on]')).toBeVisible();
	return key;
}

async function download(page: Page): Promise<Buffer> {
	const button = page.locator('#datei').getByRole('button', { name: say('file_save_first') });
	const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
	return readFile(await file.path());
}

async function openFile(page: Page, bytes: Buffer, secret: string): Promise<void> {
	await page.locator('#datei input[type=file]').setInputFiles({
		name: 'geheim.quartierspiegel',
		mimeType: 'application/zip',
		buffer: bytes
	});
	const field = dialog(page).getByLabel(say('unlock_field'), { exact: true });
	await field.fill(secret);
	await dialog(page)
		.getByRole('button', { name: say('unlock_submit') })
		.click();
}

/** The page of the data with the sample, where files are downloaded and uploaded. */
async function begin(page: Page): Promise<void> {
	await withoutPickers(page);
	await loadSample(page);
	await go(page, '/daten');
}

/** The page of the data in the empty browser of a colleague. */
async function elsewhere(fresh: () => Promise<Page>): Promise<Page> {
	const page = await fresh();
	await withoutPickers(page);
	await page.goto('/daten');
	return page;
}

test('an encrypted file opens with the passphrase alone, and stays encrypted for the colleague', async ({
	page,
	fresh
}) => {
	await begin(page);
	await enterEvent(page, 'Sommerfest');
	const key = await encrypt(page);
	const bytes = await download(page);
	const text = bytes.toString('latin1');
	for (const word of [...SECRET, key]) expect(text).not.toContain(word);

	const other = await elsewhere(fresh);
	await openFile(other, bytes, 'Tasse Lampe');
	await expect(other.getByRole('alert')).toHaveText(say('problem_passphrase_wrong'));
	await openFile(other, bytes, PASSPHRASE);
	await dialog(other)
		.getByRole('button', { name: say('file_take') })
		.click();
	await expect(other.getByText('Sommerfest')).toBeVisible();
	await expect(other.locator('[data-encryption=on]')).toBeVisible();
	const again = await download(other);
	expect(again.toString('latin1')).not.toContain('Sommerfest');
	// Both know what opens it: none is asked for it.
	await page.locator('#datei input[type=file]').setInputFiles({
		name: 'zurueck.quartierspiegel',
		mimeType: 'application/zip',
		buffer: again
	});
	await expect(dialog(page)).toContainText(say('file_incoming_nothing'));
});

test('what lies in the browser is encrypted at rest, and opens with passphrase or recovery key', async ({
	page
}) => {
	await loadSample(page);
	await go(page, '/daten');
	await enterEvent(page, 'Sommerfest');
	// The picture of the last view and the figures that are kept are there before.
	await go(page, '/');
	await painted(page);
	await expect.poll(() => placesOf(page, SECRET)).toMatchObject({ Nordstadt: expect.anything() });
	await go(page, '/daten');
	const key = await encrypt(page);
	const rest = page.getByLabel(say('encryption_rest'), { exact: true });
	await rest.click();
	await expect(
		page.getByRole('status').filter({ hasText: say('encryption_done_rest') })
	).toHaveCount(1);
	await go(page, '/');
	await painted(page);
	expect(await placesOf(page, [...SECRET, key])).toEqual({});

	await page.reload();
	const field = page.getByLabel(say('unlock_field'), { exact: true });
	await expect(field).toBeVisible();
	await expect(page.locator('main')).not.toContainText('Nordstadt');
	await field.fill('Sommer2024');
	await press(page, say('unlock_submit'));
	await expect(page.getByRole('alert')).toHaveText(say('problem_passphrase_wrong'));
	await field.fill(PASSPHRASE);
	await press(page, say('unlock_submit'));
	await painted(page);
	await expect(page.locator('main')).toContainText('Nordstadt');

	await page.reload();
	await field.fill(key);
	await press(page, say('unlock_submit'));
	await painted(page);
	await go(page, '/daten');
	await expect(page.getByText('Sommerfest')).toBeVisible();
	await enterEvent(page, 'Winterfest');
	expect(await placesOf(page, [...SECRET, 'Winterfest', key])).toEqual({});
	await rest.click();
	await expect(
		page.getByRole('status').filter({ hasText: say('encryption_done_rest_off') })
	).toHaveCount(1);
	await page.reload();
	await expect(page.getByText('Winterfest')).toBeVisible();
});

test('a file that was encrypted is saved so that anybody can read it, once that is wanted', async ({
	page
}) => {
	await withPicker(page, 'laufwerk.quartierspiegel');
	await loadSample(page);
	await go(page, '/daten');
	await enterEvent(page, 'Sommerfest');
	const state = page.locator('[data-file-state]');
	const save = page.locator('#datei .button.primary');
	const onDrive = () =>
		page.evaluate(async () => {
			const origin = await navigator.storage.getDirectory();
			const file = await (await origin.getFileHandle('laufwerk.quartierspiegel')).getFile();
			return file.text();
		});
	await encrypt(page);
	await save.click();
	await expect(state).toContainText('Gespeichert in');
	expect(await onDrive()).toContain('key.age');
	await press(page, say('encryption_off_button'));
	await dialog(page)
		.getByRole('button', { name: say('encryption_off_yes') })
		.click();
	await expect(page.locator('[data-encryption=off]')).toBeVisible();
	await page.reload();
	await enterEvent(page, 'Winterfest');
	await save.click();
	await expect(state).toContainText('Gespeichert in');
	const text = await onDrive();
	expect(text).not.toContain('key.age');
	expect(text).toContain('records/events.json');
	// With the last file that it opens the key is gone from here as well.
	await expect.poll(() => placesOf(page, ['AGE-SECRET-KEY'])).toEqual({});
});

test('an encrypted file that is opened apart comes in at once, and the next one is shown', async ({
	page,
	fresh
}) => {
	await begin(page);
	await encrypt(page);
	const bytes = await download(page);

	const other = await elsewhere(fresh);
	await enterEvent(other, 'Probealarm');
	await openFile(other, bytes, PASSPHRASE);
	await expect(dialog(other).locator('[data-encrypts]')).toBeVisible();
	await press(other, say('file_take_apart'));
	await dialog(other).getByLabel(say('unlock_field'), { exact: true }).fill(PASSPHRASE);
	await dialog(other)
		.getByRole('button', { name: say('unlock_submit') })
		.click();
	await expect(other.getByText('beispiel-faelle.csv', { exact: true })).toBeVisible();
	await expect(other.locator('[data-encryption=on]')).toBeVisible();

	await expect(other.getByRole('button', { name: say('batches_delete') })).toBeEnabled();

	await enterEvent(page, 'Sommerfest');
	const again = page.waitForEvent('download');
	await page.locator('#datei .button.primary').click();
	await other.locator('#datei input[type=file]').setInputFiles({
		name: 'spaeter.quartierspiegel',
		mimeType: 'application/zip',
		buffer: await readFile(await (await again).path())
	});
	await expect(dialog(other)).toContainText(say('file_incoming_lead'));
	await expect(other.getByText('Sommerfest', { exact: true })).toHaveCount(0);
});
