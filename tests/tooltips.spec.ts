import { go } from './go';
import { expect, test } from './reading';
import type { Page } from './watch';
import { loadSample, painted } from './wizard';

/** Shares of the width and the height of a chart at which the pointer stops. */
const STOPS = [0.08, 0.3, 0.5, 0.7, 0.92];

/** The words that are shown beside the pointer. */
const words = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('.chart > * + *')]
			.filter((tip) => getComputedStyle(tip).visibility === 'visible' && tip.style.opacity !== '0')
			.map((tip) => tip.innerText)
			.join('\n')
	);

/** Moves the pointer over every chart of the page, row by row; the charts that said nothing. */
async function sweep(page: Page): Promise<string[]> {
	const silent: string[] = [];
	for (const chart of await page.locator('main .chart').all()) {
		await chart.scrollIntoViewIfNeeded();
		await expect(chart).toHaveAttribute('data-painted', 'true');
		const box = await chart.boundingBox();
		if (!box) continue;
		let said = false;
		for (const down of STOPS)
			for (const across of STOPS) {
				await page.mouse.move(box.x + across * box.width, box.y + down * box.height);
				said ||= (await words(page)) !== '';
			}
		if (!said) silent.push((await chart.getAttribute('aria-label')) ?? '');
	}
	return silent;
}

const PAGES = ['quartiere/sz-lebenstedt', '', 'befragungen', 'vergleich?mit=sz-lebenstedt'];

for (const [name, paths, tag] of [
	['the page of a Quartier', PAGES.slice(0, 1), []],
	['the other pages', PAGES.slice(1), ['@proof']]
] as const) {
	test(`the pointer meets no error in any chart: ${name}`, { tag: [...tag] }, async ({ page }) => {
		await loadSample(page);
		for (const path of paths) {
			await go(page, `/${path}`);
			await painted(page);
			// Errors in the console fail every test.
			expect(await sweep(page), path).toEqual([]);
		}
	});
}
