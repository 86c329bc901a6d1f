import type { CDPSession } from '@playwright/test';
import { masterData } from './files';
import { go } from './go';
import { enterEvent, withPicker } from './holdings';
import { expect, test, type Page } from './watch';
import { atStep, choose, loadSample, press } from './wizard';
import { say } from './words';

const DRIVE = 'laufwerk.quartierspiegel';
const isIdle = (page: Page) =>
	expect(page.getByRole('button', { name: say('batches_delete') })).toBeEnabled();
const alert = (page: Page) => page.locator('main').getByRole('alert');
const save = (page: Page) => page.locator('#datei .button.primary').click();

/** The sample, saved in the file on the drive. */
async function savedOnDrive(page: Page): Promise<void> {
	await withPicker(page, DRIVE);
	await loadSample(page);
	await go(page, '/daten');
	await isIdle(page);
	await save(page);
	await expect(page.locator('[data-file-state]')).toContainText('Gespeichert in');
	await isIdle(page);
}

/** Makes the browser allow so many bytes more than it keeps, or as many as it likes again. */
async function allow(session: CDPSession, page: Page, more: number | null): Promise<void> {
	const origin = new URL(page.url()).origin;
	const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
	const quota = more === null ? {} : { quotaSize: usage + more };
	await session.send('Storage.overrideQuotaForOrigin', { origin, ...quota });
}

test('where there is no more room it is said, nothing is half there, and deleting makes room', async ({
	page
}) => {
	await loadSample(page);
	await go(page, '/daten');
	await isIdle(page);
	await enterEvent(page, 'Vorher eingetragen');
	await isIdle(page);
	const session = await page.context().newCDPSession(page);
	await allow(session, page, 0);

	await page.getByLabel(say('events_name'), { exact: true }).fill('Passt nicht mehr');
	await page.getByLabel(say('events_from'), { exact: true }).fill('2025-06-01');
	await press(page, say('events_add'));
	await expect(alert(page)).toHaveText(say('problem_disk_full'));
	await expect(page.getByText('Passt nicht mehr')).toHaveCount(0);

	await go(page, '/import');
	await choose(page, masterData());
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await press(page, say('checks_load_quartierYear', { n: 9 }));
	await expect(alert(page)).toContainText(say('problem_disk_full'));

	// Nothing is half there, after a start as well.
	await page.goto('/daten');
	await isIdle(page);
	await expect(page.getByText('Vorher eingetragen')).toBeVisible();
	await expect(page.getByText('Passt nicht mehr')).toHaveCount(0);
	await expect(page.getByRole('alert')).toHaveCount(0);
	const undo = page.getByRole('button', { name: /^beispiel-.* zurücknehmen$/ });
	await expect(undo).toHaveCount(8);

	const survey = say('deletion_button_file', { file: 'beispiel-mieterbefragung.csv' });
	await page.getByRole('button', { name: survey }).click();
	await page.getByRole('button', { name: say('deletion_now'), exact: true }).click();
	await expect(undo).toHaveCount(7);
	await isIdle(page);
	await enterEvent(page, 'Passt wieder');
	await allow(session, page, null);
	await page.reload();
	await isIdle(page);
	await expect(page.getByText('Passt wieder')).toBeVisible();
	await expect(undo).toHaveCount(7);
});

test('a file on a drive that is locked or gone is said to be, and nothing is lost', async ({
	page
}) => {
	await savedOnDrive(page);

	await enterEvent(page, 'Noch nicht in der Datei');
	await page.evaluate(async (name) => {
		const origin = await navigator.storage.getDirectory();
		const handle = await origin.getFileHandle(name);
		const lock = await handle.createWritable({
			mode: 'exclusive'
		} as FileSystemCreateWritableOptions);
		Object.assign(window, { lock });
	}, DRIVE);
	await save(page);
	await expect(alert(page)).toHaveText(say('problem_file_locked', { file: DRIVE }));
	await page.evaluate(() =>
		(window as unknown as { lock: FileSystemWritableFileStream }).lock.abort()
	);

	await page.evaluate(
		async (name) => (await navigator.storage.getDirectory()).removeEntry(name),
		DRIVE
	);
	await save(page);
	await expect(alert(page)).toHaveText(say('problem_file_gone', { file: DRIVE }));
	await expect(page.getByText('Noch nicht in der Datei')).toBeVisible();

	await page.evaluate(() => {
		window.showOpenFilePicker = async () => {
			const origin = await navigator.storage.getDirectory();
			const handle = await origin.getFileHandle('weg.quartierspiegel', { create: true });
			await origin.removeEntry('weg.quartierspiegel');
			return [handle];
		};
	});
	await press(page, say('file_open'));
	await expect(alert(page)).toHaveText(say('problem_file_gone', { file: 'weg.quartierspiegel' }));

	await press(page, say('file_save_as'));
	await expect(page.locator('[data-file-state]')).toContainText('Gespeichert in');
	await expect(alert(page)).toHaveCount(0);
});

/** The size of the file on the drive. */
const sizeOnDrive = (page: Page) =>
	page.evaluate(async (name) => {
		const origin = await navigator.storage.getDirectory();
		return (await (await origin.getFileHandle(name)).getFile()).size;
	}, DRIVE);

/** What the browser says when it is asked whether it may write to files. */
const permit = (page: Page, permission: PermissionState) =>
	page.evaluate((said) => {
		FileSystemFileHandle.prototype.queryPermission = async () => said;
		FileSystemFileHandle.prototype.requestPermission = async () => said;
	}, permission);

test('a drive that is full and a permission that was taken back are said, also where it saves by itself', async ({
	page
}) => {
	await savedOnDrive(page);
	const state = page.locator('[data-file-state]');
	const size = await sizeOnDrive(page);

	await enterEvent(page, 'Noch nicht in der Datei');
	const session = await page.context().newCDPSession(page);
	await allow(session, page, 0);
	await save(page);
	await expect(alert(page)).toHaveText(say('problem_drive_full', { file: DRIVE }));
	expect(await sizeOnDrive(page)).toBe(size);
	await expect(state).toContainText('1 Änderung nur in diesem Browser');
	await allow(session, page, null);
	await save(page);
	await expect(state).not.toContainText('nur in diesem Browser');
	expect(await sizeOnDrive(page)).not.toBe(size);

	await page.getByLabel(say('file_auto')).check();
	await permit(page, 'prompt');
	await enterEvent(page, 'Ohne Erlaubnis');
	const failed = page.locator('[data-failed]');
	await expect(failed).toHaveText(say('file_failed'));
	await expect(state).toContainText('1 Änderung nur in diesem Browser');
	await save(page);
	await expect(alert(page)).toHaveText(say('problem_file_no_permission', { file: DRIVE }));
	await expect(page.getByText('Ohne Erlaubnis')).toBeVisible();

	await permit(page, 'granted');
	await save(page);
	await expect(state).not.toContainText('nur in diesem Browser');
	await expect(failed).toHaveCount(0);
	await enterEvent(page, 'Wieder von selbst');
	await expect(state).not.toContainText('nur in diesem Browser');
});
