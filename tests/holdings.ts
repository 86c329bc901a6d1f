import type { BrowserContext } from '@playwright/test';
import { expect, type Page } from './watch';
import { press } from './wizard';
import { say } from './words';

/** A browser that hands files over for download, as all but Chromium do. */
export const withoutPickers = (page: Page) =>
	page.addInitScript(() => {
		Reflect.deleteProperty(window, 'showSaveFilePicker');
		Reflect.deleteProperty(window, 'showOpenFilePicker');
	});

/** Dialogs of the browser that choose a file of the private file system: a real one, which can be written. */
export const withPicker = (pages: Page | BrowserContext, name: string) =>
	pages.addInitScript((file) => {
		const pick = async () =>
			(await navigator.storage.getDirectory()).getFileHandle(file, { create: true });
		window.showSaveFilePicker = pick;
		window.showOpenFilePicker = async () => [await pick()];
	}, name);

/** Enters an event on the page of the data. */
export async function enterEvent(page: Page, title: string): Promise<void> {
	await page.getByLabel(say('events_name'), { exact: true }).fill(title);
	await page.getByLabel(say('events_from'), { exact: true }).fill('2025-06-01');
	await press(page, say('events_add'));
	await expect(page.getByText(title)).toBeVisible();
}
