import { eventOf, filesOf, workspaceOf } from './colleague';
import { upload, type Upload } from './files';
import { go } from './go';
import { expect, type Page } from './watch';
import { atStep, choose, press } from './wizard';
import { say } from './words';

/** A file of the workspace on a "drive": one of the private file system, which can be written. */
export const DRIVE = 'laufwerk.quartierspiegel';

const section = (page: Page, title: string) =>
	page.locator('section', { has: page.getByRole('heading', { name: say(title), exact: true }) });

/** What the page says there is: names of files, and titles of events that the test has entered. */
export async function stateOf(page: Page): Promise<{ files: string[]; entered: string[] }> {
	const files = await section(page, 'batches_all').locator('li > div > strong').allTextContents();
	const titles = await section(page, 'events_title').locator('li strong').allTextContents();
	return {
		files: files.sort(),
		entered: titles.filter((title) => /^(Ereignis|Kollegin)-\d+-$/.test(title)).sort()
	};
}

/** The bytes of the file on the drive; null where there is none. */
export const onDrive = (page: Page): Promise<string | null> =>
	page.evaluate(async (name) => {
		try {
			const origin = await navigator.storage.getDirectory();
			const file = await (await origin.getFileHandle(name)).getFile();
			return file.size > 0 ? new Uint8Array(await file.arrayBuffer()).toBase64() : null;
		} catch {
			return null;
		}
	}, DRIVE);

/** Puts a file in the place of the one on the drive, as somebody else does. */
const putOnDrive = (page: Page, bytes: Uint8Array): Promise<void> =>
	page.evaluate(
		async ({ name, content }) => {
			const origin = await navigator.storage.getDirectory();
			const handle = await origin.getFileHandle(name, { create: true });
			const writable = await handle.createWritable();
			await writable.write(Uint8Array.fromBase64(content));
			await writable.close();
		},
		{ name: DRIVE, content: Buffer.from(bytes).toString('base64') }
	);

/** Waits until the page of the data does nothing any more. */
const ended = (page: Page) =>
	expect(page.getByRole('button', { name: say('batches_delete') })).toBeEnabled();

/** Waits until the page of the data says all that there is. */
export async function settled(page: Page): Promise<void> {
	await ended(page);
	await expect(page.locator('[data-file-state]')).toBeVisible();
	await expect(page.getByText(say('state_starting'))).toHaveCount(0);
}

/** A piece of work: done once it resolves. */
type Work = (page: Page, round: number) => Promise<void>;

const enter: Work = async (page, round) => {
	const events = section(page, 'events_title');
	await events.getByLabel(say('events_name'), { exact: true }).fill(`Ereignis-${round}-`);
	await events.getByLabel(say('events_from'), { exact: true }).fill('2025-06-01');
	await press(page, say('events_add'));
	await expect(page.getByText(`Ereignis-${round}-`).first()).toBeVisible();
};

export const save: Work = async (page) => {
	await page.locator('#datei .button.primary').click();
	await ended(page);
	await expect(page.locator('[data-file-state]')).toContainText('Gespeichert in');
};

/** Takes a file back, or takes all in again that the file on the drive has. */
const undo: Work = async (page) => {
	const button = page.getByRole('button', { name: /\.csv zurücknehmen$/ }).last();
	const name = (await button.getAttribute('aria-label')) ?? '';
	await button.click();
	await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
	await ended(page);
};

export const restore: Work = async (page) => {
	const backups = page.locator('#sicherungen');
	const show = backups.getByRole('button', { name: say('backups_show') });
	if (await show.isVisible()) await show.click();
	await backups.locator('li').last().getByRole('button').click();
	const dialog = page.getByRole('dialog');
	const yes = dialog.getByRole('button', { name: say('backups_restore'), exact: true });
	const no = dialog.locator('.buttons').getByRole('button', { name: say('dialog_close') });
	await yes.or(no).click();
	await expect(dialog).toHaveCount(0);
	await ended(page);
};

const ROWS = 20;

const nameOf = (number: number): string => `einzug-${number}.csv`;

/** A list of cases, none of which is in another one. */
const caseFile = (name: string): Upload => {
	const number = /\d+/.exec(name)![0];
	const rows = Array.from(
		{ length: ROWS },
		(_, at) => `E-${number}-${at};Nordstadt;0${(at % 9) + 1}.02.2025;Energie;selbst\r\n`
	);
	return upload(name, `Fall-Nr;Quartier;Eröffnet am;Anlass;Zugang\r\n${rows.join('')}`);
};

/** Whether each list of cases that is there is there whole. */
export async function expectWhole(page: Page, where: string): Promise<void> {
	const lists = section(page, 'batches_all').locator('li', { hasText: /einzug-\d+\.csv/ });
	for (const text of await lists.allTextContents())
		expect(text, where).toContain(say('done_loaded_supportCase', { n: ROWS }));
}

/** The file of the import that was begun and not ended, as the browser keeps it. */
const begun = (page: Page): Promise<string | null> =>
	page.evaluate(async () => {
		try {
			const origin = await navigator.storage.getDirectory();
			const root = await origin.getDirectoryHandle('quartierspiegel');
			const handle = await (await root.getDirectoryHandle('draft')).getFileHandle('about');
			const draft = JSON.parse(await (await handle.getFile()).text()) as { file: { name: string } };
			return draft.file.name;
		} catch {
			return null;
		}
	});

/** Goes on with the import that was begun, where there is one; else, and where it is loaded already, begins one. */
const load: Work = async (page, round) => {
	const name = await begun(page);
	await go(page, '/import');
	const known = page.getByRole('alert');
	const inColumns = page.getByRole('button', { name: say('columns_continue'), exact: true });
	if (name !== null) {
		await press(page, say('draft_continue', { file: name }));
		await expect(inColumns.or(known).first()).toBeVisible();
	}
	if (name === null || (await known.count()) > 0) {
		if (name !== null) await page.goto('/import');
		await choose(page, caseFile(nameOf(round)));
		await atStep(page, 'recognised');
		await press(page, say('recognised_continue'));
	}
	await inColumns.click();
	const again = page.getByLabel(say('draft_choose_file'));
	const onwards = page.getByRole('button', { name: say('checks_load_supportCase', { n: ROWS }) });
	await expect(again.or(onwards)).toBeVisible();
	if (await again.isVisible()) await again.setInputFiles(caseFile(name ?? nameOf(round)));
	await onwards.click();
	await atStep(page, 'done');
	await go(page, '/daten');
	await settled(page);
};

/** A colleague has saved hers in the file on the drive, and it comes in. */
const merge: Work = async (page, round) => {
	await putOnDrive(page, workspaceOf(round));
	await press(page, say('file_open'));
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: say('file_take'), exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await ended(page);
	await expect(page.getByText(eventOf(round), { exact: true })).toBeVisible();
};

export const WORK = { enter, save, undo, restore, load, merge };
export type Name = keyof typeof WORK;

/** What comes in with some work, all of it or nothing: `waiting` is what lies on the drive and is not here. */
export async function comesWith(
	name: Name,
	page: Page,
	round: number,
	waiting: string[]
): Promise<string[][]> {
	if (name === 'save') return [waiting];
	if (name === 'merge') return [filesOf(round)];
	if (name !== 'load') return [];
	const file = await begun(page);
	return [[nameOf(round)], ...(file === null ? [] : [[file]])];
}
