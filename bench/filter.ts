import type { Browser, Page } from '@playwright/test';
import { freshPage, median, painted, percentile95 } from './browser';

const CHANGES = 40;

/** One change of a filter, from the click to the last chart painted, measured inside the page. */
const change = (page: Page, index: number): Promise<number> =>
	page.evaluate(async (turn) => {
		const boxes = [
			...document.querySelectorAll<HTMLInputElement>('.choice input[type="checkbox"]')
		];
		const box = boxes[turn % boxes.length];
		const start = performance.now();
		const grid = document.querySelector<HTMLElement>('[data-answered]');
		const before = grid?.dataset['answered'];
		box?.click();
		return await new Promise<number>((resolve) => {
			const look = () => {
				const charts = [...document.querySelectorAll<HTMLElement>('.chart')];
				const done =
					grid?.dataset['answered'] !== before &&
					grid?.dataset['pending'] === 'false' &&
					charts.every((chart) => chart.dataset['painted'] === 'true');
				if (!done) return requestAnimationFrame(look);
				resolve(performance.now() - start);
			};
			requestAnimationFrame(look);
		});
	}, index);

/** The longest the main thread was held up since the page began to watch, in ms. */
const longest = (page: Page): Promise<number> =>
	page.evaluate(() => Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks));

/**
 * Filter change to all panels painted with the sample data (95th percentile of forty), the longest
 * task on the main thread meanwhile, and beside it the same after a reload for every change, which
 * is what a page without state would do.
 */
export async function measureFilter(
	browser: Browser,
	url: string
): Promise<{ filter: number; median: number; longTask: number; reload: number }> {
	const { context, page } = await freshPage(browser);
	// The compiler names functions with a helper that the page does not have.
	await page.addInitScript('globalThis.__name = (named) => named;');
	await page.addInitScript(() => {
		const tasks: number[] = [];
		Object.assign(globalThis, { longTasks: tasks });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) tasks.push(entry.duration);
		}).observe({ type: 'longtask' });
	});
	await page.goto(url);
	await page.getByRole('button', { name: 'Beispieldaten laden' }).click();
	await page.getByRole('link', { name: 'SZ-Lebenstedt' }).first().click({ timeout: 60_000 });
	await painted(page);
	await page.waitForTimeout(1500);
	await page.evaluate(
		() => ((globalThis as unknown as { longTasks: number[] }).longTasks.length = 0)
	);

	const times: number[] = [];
	for (let index = 0; index < CHANGES; index++) times.push(await change(page, index));
	const longTask = await longest(page);

	const reloads: number[] = [];
	for (let index = 0; index < 5; index++) {
		await page.reload();
		reloads.push(await painted(page));
	}
	await context.close();
	return {
		filter: percentile95(times),
		median: median(times),
		longTask,
		reload: percentile95(reloads)
	};
}
