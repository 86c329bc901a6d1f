import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../scripts/browser';

/** Starts the browser that the tests use. */
export const openBrowser = (): Promise<Browser> => chromium.launch(launchOptions());

/** A page of the size of a laptop. */
const LAPTOP = {
	locale: 'de-DE',
	viewport: { width: 1440, height: 900 },
	reducedMotion: 'reduce'
} as const;

/** A fresh profile, as in a private window, with a page. */
export async function freshPage(
	browser: Browser
): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext(LAPTOP);
	return { context, page: await context.newPage() };
}

/**
 * A fresh profile on disk, as people have one, with a page: what scripts were compiled to is kept from
 * visit to visit, which no private window does. `close` deletes it.
 */
export async function profilePage(): Promise<{ page: Page; close: () => Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'profile-'));
	const context = await chromium.launchPersistentContext(folder, {
		...launchOptions(),
		...LAPTOP
	});
	const close = async () => {
		await context.close();
		await rm(folder, { recursive: true, force: true });
	};
	return { page: await context.newPage(), close };
}

/** Has a page note from its start on for how long each long task holds up its main thread. */
export const watchLongTasks = (page: Page): Promise<unknown> =>
	page.addInitScript(`globalThis.longTasks = []; new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) globalThis.longTasks.push(entry.duration);
	}).observe({ type: 'longtask' });`);

/** Forgets the long tasks until now. */
export const forgetLongTasks = (page: Page): Promise<unknown> =>
	page.evaluate('globalThis.longTasks.length = 0');

/** The longest the main thread was held up since then, in ms; 0 where never over 50. */
export const longestTask = async (page: Page): Promise<number> =>
	Number(await page.evaluate('Math.max(0, ...globalThis.longTasks)'));

/** Charts on the dashboard of a Quartier with the sample data. */
const CHARTS = 9;

/** Resolves when every chart of the dashboard says that it is painted; in ms since `performance.timeOrigin`. */
export async function painted(page: Page, least = CHARTS): Promise<number> {
	const handle = await page.waitForFunction(
		(charts) => {
			const all = [...document.querySelectorAll<HTMLElement>('.chart')];
			const done =
				all.length >= charts &&
				!document.querySelector('[data-pending="true"]') &&
				all.every((chart) => chart.dataset['painted'] === 'true');
			return done ? performance.now() : false;
		},
		least,
		{ timeout: 60_000, polling: 'raf' }
	);
	return Number(await handle.jsonValue());
}

/** The value below which 95 of 100 lie (nearest rank). */
export function percentile95(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN;
}

export const median = (values: readonly number[]): number => {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
};
