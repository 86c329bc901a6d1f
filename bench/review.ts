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
	/** ms from the document being there to the picture of the last dashboard painted, on a second visit */
	picture: number;
	/** the same, until the charts in view are painted by the app itself */
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

/** Notes when the picture of the last dashboard is painted, from the start of the document on. */
const watchPicture = (page: Page): Promise<unknown> =>
	page.addInitScript(`(function look() {
		if (document.querySelector('.last-view[data-painted]')) globalThis.pictureAt = performance.now();
		else requestAnimationFrame(look);
	})();`);

/**
 * ms from the end of the document to the picture of the last dashboard, and to every chart in view
 * painted with the picture gone.
 */
const seenPainted = async (page: Page): Promise<{ picture: number; seen: number }> => {
	const handle = await page.waitForFunction(
		() => {
			const [navigation] = performance.getEntriesByType('navigation');
			const { responseEnd } = navigation as PerformanceNavigationTiming;
			const { pictureAt = NaN } = globalThis as { pictureAt?: number };
			const all = [...document.querySelectorAll<HTMLElement>('.chart')];
			const seen = all.filter((chart) => chart.dataset['seen'] === 'true');
			const done =
				seen.length > 0 &&
				seen.every((chart) => chart.dataset['painted'] === 'true') &&
				!document.querySelector('.last-view');
			return done
				? { picture: pictureAt - responseEnd, seen: performance.now() - responseEnd }
				: false;
		},
		undefined,
		{ polling: 'raf' }
	);
	return (await handle.jsonValue()) as { picture: number; seen: number };
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
	await watchPicture(page);
	await page.goto(url);
	await page.getByRole('button', { name: 'Beispieldaten laden' }).click();
	await page.getByRole('link', { name: 'SZ-Lebenstedt' }).first().click({ timeout: 60_000 });
	await painted(page);
	// The tables and the picture are kept when nobody waits for them any more.
	await page.waitForTimeout(REST);
	const visits: { picture: number; seen: number }[] = [];
	let shift = 0;
	for (let round = 0; round < ROUNDS; round++) {
		// A visit begins with a browser at rest, not while the last page is still being taken down.
		await page.goto('about:blank');
		await page.waitForTimeout(REST);
		await page.goto(url + DASHBOARD);
		visits.push(await seenPainted(page));
		await painted(page);
		await page.waitForTimeout(REST);
		shift = Math.max(shift, Number(await page.evaluate('globalThis.shift')));
	}
	// The engine is there before one scrolls: it is not what is measured.
	await page.waitForTimeout(4000);
	await forgetLongTasks(page);
	await scrollThrough(page);
	const scroll = await longestTask(page);
	await close();
	return {
		picture: median(visits.map((visit) => visit.picture)),
		seen: median(visits.map((visit) => visit.seen)),
		shift,
		scroll
	};
}
