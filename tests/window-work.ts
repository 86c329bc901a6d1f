import { go } from './go';
import { GONE, type Said, type State } from './ledger';
import { expect, type Page } from './watch';
import { press } from './wizard';
import { say } from './words';

/** A piece of work in a window: what it is about, and how that is afterwards, where it is about something. */
export type Work = { key?: string; value?: string; run: (page: Page) => Promise<void> };

const undoButton = (page: Page, file: string) =>
	page.getByRole('button', { name: say('batches_undo_file', { file }), exact: true });

const section = (page: Page, title: string) =>
	page.locator('section', { has: page.getByRole('heading', { name: say(title), exact: true }) });

const alerts = (page: Page) => page.locator('main [role=alert]:not([data-blocked])');

/** What a window may say instead of doing something beside another one, and that nothing was done then. */
const REFUSALS = ['problem_other_tab', 'problem_file_busy'].map((key) => say(key));
const TAKEN_OVER = say('problem_taken_over');

export async function toData(page: Page): Promise<void> {
	await go(page, '/daten');
	await ended(page);
}

/** Two windows make all tables anew at the same time: where the machine is busy, that takes long, in milliseconds. */
const PATIENCE = 120_000;

/** Waits until the page of the data does nothing any more. */
const ended = (page: Page) =>
	expect(page.getByRole('button', { name: say('batches_delete') })).toBeEnabled({
		timeout: PATIENCE
	});

async function toNotes(page: Page): Promise<void> {
	await go(page, '/notizen');
	await expect(page.getByLabel(say('note_text'))).toBeVisible();
}

/** What may be of some work that was begun. */
const saidOf = ({ key, value = GONE }: Work, isDone: boolean): Said[] =>
	key === undefined ? [] : [{ key, value, isDone }];

/** Does some work until the window says that it is done, or why it is not. */
export async function perform(page: Page, work: Work): Promise<Said[]> {
	await work.run(page);
	const texts = await alerts(page).allTextContents();
	if (texts.length === 0) return saidOf(work, true);
	expect([...REFUSALS, TAKEN_OVER]).toEqual(expect.arrayContaining(texts));
	return texts.includes(TAKEN_OVER) ? saidOf(work, false) : [];
}

/** Begins some work, and closes the window before it has ended, unless it is quick. */
export async function breakOff(
	page: Page,
	work: Work,
	rest: number,
	before: () => Promise<void>
): Promise<Said[]> {
	const said = perform(page, work).catch((error: unknown) => {
		if (page.isClosed()) return saidOf(work, false);
		throw error;
	});
	await Promise.race([said, page.waitForTimeout(rest)]);
	await before();
	await page.close();
	return said;
}

export const enter = (title: string): Work => ({
	key: `event:${title}`,
	value: 'there',
	run: async (page) => {
		await toData(page);
		await page.getByLabel(say('events_name'), { exact: true }).fill(title);
		await page.getByLabel(say('events_from'), { exact: true }).fill('2025-06-01');
		await press(page, say('events_add'));
		await ended(page);
	}
});

export const note = (text: string): Work => ({
	key: `note:${text}`,
	value: 'open',
	run: async (page) => {
		await toNotes(page);
		await page.getByLabel(say('note_text')).fill(text);
		await press(page, say('note_add'));
		await expect(page.locator('.words', { hasText: text }).or(alerts(page)).first()).toBeVisible();
	}
});

/** Settles a note, or opens it again. */
export const settle = (text: string, wasOpen: boolean): Work => ({
	key: `note:${text}`,
	value: wasOpen ? 'settled' : 'open',
	run: async (page) => {
		await toNotes(page);
		const [before, after] = wasOpen
			? [say('note_settle'), say('note_reopen')]
			: [say('note_reopen'), say('note_settle')];
		const one = page.locator('main li', { hasText: text });
		await one.getByRole('button', { name: before, exact: true }).click();
		const done = one.getByRole('button', { name: after, exact: true });
		await expect(done.or(alerts(page)).first()).toBeVisible();
	}
});

export const undo = (file: string): Work => ({
	key: `batch:${file}`,
	run: async (page) => {
		await toData(page);
		await undoButton(page, file).click();
		await ended(page);
	}
});

export const rename = (name: string): Work => ({
	key: 'name:',
	value: name,
	run: async (page) => {
		await toData(page);
		const field = page.getByLabel(say('file_name'));
		await field.fill(name);
		await field.press('Enter');
		await ended(page);
	}
});

export const save: Work = {
	run: async (page) => {
		await toData(page);
		await page.locator('#datei .button.primary').click();
		await ended(page);
	}
};

export const NOTHING: Work = { run: () => Promise.resolve() };

export const walk = (address: string): Work => ({
	run: async (page) => {
		await go(page, address);
		await expect(page.locator('h1')).toBeVisible();
	}
});

/** Takes over where the page offers it: it may have come to nothing by now. */
export async function takeOver(page: Page): Promise<void> {
	await page.locator('body').evaluate((body) => {
		body.querySelector<HTMLButtonElement>('[data-blocked] button')?.click();
	});
	await expect(page.locator('[data-blocked]')).toHaveCount(0, { timeout: PATIENCE });
}

/** Lets a window fall asleep with its next step to remove a file, as it does when a batch is taken back. */
export const fallAsleep = (page: Page): Promise<void> =>
	page.evaluate(() => {
		const prototype = FileSystemDirectoryHandle.prototype;
		type Remove = (this: FileSystemDirectoryHandle, name: string) => Promise<void>;
		// eslint-disable-next-line @typescript-eslint/unbound-method -- called on what it is asked of
		const remove: Remove = prototype.removeEntry;
		prototype.removeEntry = async function (name) {
			prototype.removeEntry = remove;
			await new Promise<void>((resolve) => Object.assign(window, { wake: resolve }));
			return remove.call(this, name);
		};
	});

export const isAsleep = (page: Page) => page.waitForFunction(() => 'wake' in window);

export const wake = (page: Page): Promise<void> =>
	page.evaluate(() => {
		(window as unknown as { wake: () => void }).wake();
		Reflect.deleteProperty(window, 'wake');
	});

/** What a window shows: the batches, events and notes that there are, and the name. */
export async function shown(page: Page): Promise<State> {
	await toData(page);
	const files = section(page, 'batches_all').locator('li strong');
	const titles = section(page, 'events_title').locator('li strong');
	const state: State = { 'name:': await page.getByLabel(say('file_name')).inputValue() };
	for (const file of await files.allTextContents()) state[`batch:${file}`] = 'there';
	for (const title of await titles.allTextContents())
		if (title.startsWith('Ereignis-')) state[`event:${title}`] = 'there';
	await toNotes(page);
	const notes = await page.locator('main li:has(.words)').evaluateAll((all) =>
		all.map((one) => ({
			text: one.querySelector('.words')?.textContent ?? '',
			isSettled: one.classList.contains('settled')
		}))
	);
	for (const { text, isSettled } of notes) state[`note:${text}`] = isSettled ? 'settled' : 'open';
	return state;
}

/** Where a window is, what is typed there, and which locks are held and waited for. */
export const stateOf = (page: Page): Promise<string> =>
	page
		.evaluate(async () => {
			const typed = [...document.querySelectorAll('textarea')].map(({ value }) => value);
			const busy = [...document.querySelectorAll('main :disabled')].map((one) => one.outerHTML);
			return JSON.stringify([location.href, typed, busy, await navigator.locks.query()]);
		})
		.catch(String);
