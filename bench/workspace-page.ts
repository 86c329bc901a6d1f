import type { Locator, Page } from '@playwright/test';
import { say } from '../tests/words';
import { PASSPHRASE } from './workspace-files';

/** The file that everything is saved in: one of the private file system, which the browser can write. */
export const DRIVE = 'Bestand.quartierspiegel';

const PATIENCE = 240_000;

/** A page says something in a place. */
type Says = { place: string; text: string };

/** ms from pressing a button until the page says something, looked at in every frame. */
const pressed = (button: Locator, says: Says): Promise<number> =>
	button.evaluate(
		(element, { place, text, patience }) =>
			new Promise<number>((resolve, reject) => {
				const start = performance.now();
				const look = () => {
					const problem = document.querySelector('main [role=alert]')?.textContent;
					const isLate = performance.now() - start > patience;
					if (problem || isLate) return reject(new Error(problem || `no ${text} at ${place}`));
					const found = [...document.querySelectorAll(place)];
					const isSaid = found.some((one) => one.textContent.includes(text));
					if (isSaid) resolve(performance.now() - start);
					else requestAnimationFrame(look);
				};
				(element as HTMLButtonElement).click();
				requestAnimationFrame(look);
			}),
		{ ...says, patience: PATIENCE },
		{ timeout: PATIENCE }
	);

const button = (page: Page, name: string): Locator =>
	page.getByRole('button', { name: say(name), exact: true });

/** Puts a workspace file in the place where the dialogs choose it. */
export async function putFile(page: Page, bytes: Uint8Array): Promise<void> {
	await page.evaluate(
		async ([name, content]) => {
			const root = await navigator.storage.getDirectory();
			const writable = await (await root.getFileHandle(name, { create: true })).createWritable();
			await writable.write(Uint8Array.fromBase64(content));
			await writable.close();
		},
		[DRIVE, Buffer.from(bytes).toString('base64')] as const
	);
}

/** Gives the passphrase to the page that asks for it before anything else. */
export async function unlock(page: Page): Promise<void> {
	const form = page.locator('form', { has: page.getByText(say('unlock_text')) });
	await form.getByLabel(say('unlock_field'), { exact: true }).fill(PASSPHRASE);
	await form.getByRole('button').click();
}

/** Opens the page of the data, and waits until it could do any work. */
export async function openData(page: Page, url: string, isClosed: boolean): Promise<void> {
	await page.goto(`${url}daten`);
	if (isClosed) await unlock(page);
	await page.locator('[data-file-state]').waitFor({ timeout: PATIENCE });
	await page.getByText(say('state_starting')).waitFor({ state: 'detached', timeout: PATIENCE });
	// The engine starts meanwhile.
	await page.waitForTimeout(6000);
}

/** Chooses the file and takes it in: ms until what would change is shown, and from there until it is taken. */
export async function takeIn(
	page: Page,
	isEncrypted: boolean
): Promise<{ shown: number; taken: number }> {
	const dialog = page.getByRole('dialog');
	const open = button(page, 'file_open');
	const incoming: Says = { place: '[data-incoming] li', text: '' };
	let shown: number;
	if (isEncrypted) {
		await open.click();
		await dialog.getByLabel(say('unlock_field'), { exact: true }).fill(PASSPHRASE);
		shown = await pressed(dialog.getByRole('button', { name: say('unlock_submit') }), incoming);
	} else shown = await pressed(open, incoming);
	const done: Says = { place: '[role=status]', text: say('file_done_taken') };
	const taken = await pressed(dialog.getByRole('button', { name: say('file_take') }), done);
	return { shown, taken };
}

/** Enters an event: ms from pressing the button until the page lists it. */
export async function enter(page: Page, title: string): Promise<number> {
	await page.getByLabel(say('events_name'), { exact: true }).fill(title);
	await page.getByLabel(say('events_from'), { exact: true }).fill('2025-06-01');
	return pressed(button(page, 'events_add'), { place: 'li strong', text: title });
}

/** Saves the one change that there is: ms from pressing the button until the page says it is saved. */
export const save = (page: Page): Promise<number> =>
	pressed(page.locator('#datei .button.primary'), {
		place: '[data-file-state]',
		text: say('file_saved', { name: DRIVE, when: 'in dieser Minute' })
	});

/** Encrypts what lies in the browser as well. */
export async function encryptBrowser(page: Page): Promise<void> {
	const done = page.getByRole('status').filter({ hasText: say('encryption_done_rest') });
	await page.getByLabel(say('encryption_rest'), { exact: true }).click();
	await done.waitFor({ timeout: PATIENCE });
}
