import { readFile } from 'node:fs/promises';
import { upload, type Upload } from './files';
import { go } from './go';
import { withoutPickers } from './holdings';
import { expect, test, type Page } from './watch';
import { atStep, choose, press } from './wizard';
import { say } from './words';

/** A list of two cases, by what their numbers begin with. */
const cases = (name: string, sign: string): Upload =>
	upload(
		name,
		[
			'Fall-Nr;Quartier;Eröffnet am;Anlass;Zugang',
			`${sign}-1;Nord;01.02.2025;Energie;selbst`,
			`${sign}-2;Nord;02.02.2025;Energie;selbst`
		].join('\n')
	);
const HERS = cases('ihre.csv', 'F');
const MINE = cases('meine.csv', 'G');
/** Contacts of cases of both. */
const CONTACTS = upload(
	'kontakte.csv',
	[
		'Fall-Nr;Datum;Kontaktart;Minuten;Erstkontakt',
		'F-1;03.02.2025;Telefon;10;ja',
		'G-2;04.02.2025;Telefon;15;nein'
	].join('\n')
);

/** Loads a file with two rows, all of whose cases are known. */
async function load(page: Page, file: Upload, kind: string): Promise<void> {
	await page.goto('/import');
	await choose(page, file);
	await atStep(page, 'recognised');
	await expect(page.getByLabel(say('recognised_kind'))).toHaveValue(kind);
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await atStep(page, 'checks');
	await expect(page.locator('[data-finding="case_unknown"]')).toHaveCount(0);
	await press(page, say(`checks_load_${kind}`, { n: 2 }));
	await atStep(page, 'done');
}

test('files that came in with another key are read again under one, and find each other', async ({
	page,
	fresh
}) => {
	const other = await fresh();
	await withoutPickers(other);
	await load(other, HERS, 'supportCase');
	await go(other, '/daten');
	const [saved] = await Promise.all([
		other.waitForEvent('download'),
		press(other, say('file_save_first'))
	]);
	const buffer = await readFile(await saved.path());

	await withoutPickers(page);
	await load(page, MINE, 'supportCase');
	await go(page, '/daten');
	await expect(page.locator('[data-other-key]')).toHaveCount(0);
	await page
		.locator('#datei input[type=file]')
		.setInputFiles({ name: saved.suggestedFilename(), mimeType: 'application/zip', buffer });
	const dialog = page.getByRole('dialog');
	await expect(dialog.locator('[data-unlinked]')).toBeVisible();
	await dialog.getByRole('button', { name: say('file_take'), exact: true }).click();

	// Which of the two keys goes on is the same everywhere; one of the files is under the other one.
	const told = page.locator('li', { has: page.locator('[data-other-key]') });
	await expect(told).toHaveCount(1);
	const name = (await told.locator('strong').textContent()) ?? '';
	const [again] = [HERS, MINE].filter((file) => file.name === name);
	await told.getByRole('link', { name: say('batches_read_again_file', { file: name }) }).click();
	await atStep(page, 'columns');
	await expect(page.locator('[data-again]')).toContainText(say('again_other_key'));
	await page.getByLabel(say('draft_choose_file')).setInputFiles(again!);
	await expect(page.locator('[data-again]')).toHaveText(say('again_supplied', { file: name }));
	await press(page, say('columns_continue'));
	await press(page, say('checks_load_supportCase', { n: 2 }));
	await atStep(page, 'done');
	await go(page, '/daten');
	for (const file of [HERS, MINE])
		await expect(page.getByText(file.name, { exact: true })).toBeVisible();
	await expect(page.locator('[data-other-key]')).toHaveCount(0);

	// Contacts find the cases of both.
	await load(page, CONTACTS, 'contact');
});
