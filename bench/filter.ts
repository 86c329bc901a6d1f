import type { Browser, Page } from '@playwright/test';
import {
	forgetLongTasks,
	freshPage,
	longestTask,
	median,
	painted,
	percentile95,
	watchLongTasks
} from './browser';

const CHANGES = 40;

/** ms from a change until what is in view is painted, and until the last chart of the page is. */
type Painted = { seen: number; all: number };

/** One change of a filter, from the click to the charts painted, measured inside the page. */
const change = (page: Page, index: number): Promise<Painted> =>
	page.evaluate(async (turn) => {
		const boxes = [
			...document.querySelectorAll<HTMLInputElement>('.choice input[type="checkbox"]')
		];
		const box = boxes[turn % boxes.length];
		const start = performance.now();
		// The head of the page is asked anew with every filter; a section only where its questions change.
		const head = document.querySelector<HTMLElement>('[data-answered]');
		const before = head?.dataset['answered'];
		box?.click();
		return await new Promise<Painted>((resolve) => {
			let seen: number | undefined;
			const look = () => {
				const charts = [...document.querySelectorAll<HTMLElement>('.chart')];
				const isAnswered = (grid: HTMLElement) =>
					head?.dataset['answered'] !== before && grid.dataset['pending'] === 'false';
				const painted = (some: HTMLElement[]) =>
					some.every((chart) => {
						const grid = chart.closest<HTMLElement>('[data-answered]');
						return grid && isAnswered(grid) && chart.dataset['painted'] === 'true';
					});
				if (painted(charts.filter((chart) => chart.dataset['seen'] === 'true'))) {
					seen ??= performance.now() - start;
				}
				if (!painted(charts)) return requestAnimationFrame(look);
				const all = performance.now() - start;
				resolve({ seen: seen ?? all, all });
			};
			requestAnimationFrame(look);
		});
	}, index);

/** The page of a Quartier, reached by a click, and filter changes on it. */
export async function filterTimes(
	page: Page,
	charts?: number,
	quartier = 'SZ-Lebenstedt'
): Promise<Painted[]> {
	await page.getByRole('link', { name: quartier }).first().click({ timeout: 60_000 });
	await painted(page, charts);
	await page.waitForTimeout(1500);
	await forgetLongTasks(page);
	const times: Painted[] = [];
	for (let index = 0; index < CHANGES; index++) times.push(await change(page, index));
	return times;
}

/** The compiler names functions with a helper that the page does not have. */
export const nameHelper = (page: Page) =>
	page.addInitScript('globalThis.__name = (named) => named;');

/**
 * Filter change to all panels painted with the sample data (95th percentile of forty), those in view
 * and those out of view too, the longest task on the main thread meanwhile, and beside it the same after a reload for every change, which
 * is what a page without state would do.
 */
export async function measureFilter(
	browser: Browser,
	url: string
): Promise<{ seen: number; all: number; median: number; longTask: number; reload: number }> {
	const { context, page } = await freshPage(browser);
	await nameHelper(page);
	await watchLongTasks(page);
	await page.goto(url);
	await page.getByRole('button', { name: 'Beispieldaten laden' }).click();
	const times = await filterTimes(page);
	const longTask = await longestTask(page);

	const reloads: number[] = [];
	for (let index = 0; index < 5; index++) {
		await page.reload();
		reloads.push(await painted(page));
	}
	await context.close();
	return {
		seen: percentile95(times.map(({ seen }) => seen)),
		all: percentile95(times.map(({ all }) => all)),
		median: median(times.map(({ seen }) => seen)),
		longTask,
		reload: percentile95(reloads)
	};
}
