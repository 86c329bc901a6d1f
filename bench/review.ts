import type { Page } from '@playwright/test';
import {
	forgetLongTasks,
	longestTask,
	median,
	painted,
	profilePage,
	watchLongTasks
} from './browser';
import { nameHelper } from './filter';

const ROUNDS = 9;
const REST = 2000;
const DASHBOARD = 'quartiere/sz-lebenstedt';

export type Review = {
	/** ms from the document being there to the charts in view painted, on a second visit */
	seen: number;
	/** cumulative layout shift of that visit, the page left alone */
	shift: number;
	/** longest task while the whole dashboard is scrolled through, ms */
	scroll: number;
};

/** Notes how far things jump, without those that follow an input. */
const watchShifts = (page: Page): Promise<unknown> =>
	page.addInitScript(`globalThis.shift = 0; new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
	}).observe({ type: 'layout-shift', buffered: true });`);

/** ms from the end of the document to every chart in view painted. */
const seenPainted = async (page: Page): Promise<number> => {
	const handle = await page.waitForFunction(
		() => {
			const all = [...document.querySelectorAll<HTMLElement>('.chart')];
			const seen = all.filter((chart) => chart.dataset['seen'] === 'true');
			const [navigation] = performance.getEntriesByType('navigation');
			const end = (navigation as PerformanceNavigationTiming).responseEnd;
			const done = seen.length > 0 && seen.every((chart) => chart.dataset['painted'] === 'true');
			return done ? performance.now() - end : false;
		},
		undefined,
		{ polling: 'raf' }
	);
	return Number(await handle.jsonValue());
};

/** Scrolls from the top to the end, as fast as a wheel does. */
const scrollThrough = (page: Page): Promise<void> =>
	page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const step = () => {
					scrollBy(0, 120);
					const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
					if (end) resolve();
					else requestAnimationFrame(step);
				};
				step();
			})
	);

/** A second visit to a dashboard, and scrolling through it. */
export async function measureReview(url: string): Promise<Review> {
	const { page, close } = await profilePage();
	await nameHelper(page);
	await watchLongTasks(page);
	await watchShifts(page);
	await page.goto(url);
	await page.getByRole('button', { name: 'Beispieldaten laden' }).click();
	await page.getByRole('link', { name: 'SZ-Lebenstedt' }).first().click({ timeout: 60_000 });
	await painted(page);
	await page.waitForTimeout(1500);
	const seen: number[] = [];
	let shift = 0;
	for (let round = 0; round < ROUNDS; round++) {
		// A visit begins with a browser at rest, not while the last page is still being taken down.
		await page.goto('about:blank');
		await page.waitForTimeout(REST);
		await page.goto(url + DASHBOARD);
		seen.push(await seenPainted(page));
		await painted(page);
		await page.waitForTimeout(500);
		shift = Math.max(shift, Number(await page.evaluate('globalThis.shift')));
	}
	// The engine is there before one scrolls: it is not what is measured.
	await page.waitForTimeout(4000);
	await forgetLongTasks(page);
	await scrollThrough(page);
	const scroll = await longestTask(page);
	await close();
	return { seen: median(seen), shift, scroll };
}
