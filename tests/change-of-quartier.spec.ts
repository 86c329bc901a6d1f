import { openQuartier } from './panels';
import { expect, test } from './reading';
import { painted } from './wizard';

test('no figure of one Quartier stands under the name of another', async ({ page }) => {
	// With the measure in the address, nothing waits for the figures at the head.
	await openQuartier(page, 'sz-lebenstedt?verlauf=index-service');
	await page.evaluate(() => {
		const seen: Record<string, string[]> = {};
		const look = () => {
			const name = document.querySelector('h1')?.textContent ?? '';
			const charts = document.querySelectorAll(
				'[data-panel="strip"] .chart, [data-panel="key-figures"]'
			);
			for (const chart of charts) {
				const said =
					chart.getAttribute('role') === 'img'
						? chart.getAttribute('aria-label')
						: chart.textContent;
				const words = said?.replace(/\s+/g, ' ').trim() ?? '';
				const all = (seen[name] ??= []);
				if (words !== '' && !all.includes(words)) all.push(words);
			}
		};
		// Once for each picture that somebody can see.
		const watch = () => {
			look();
			requestAnimationFrame(watch);
		};
		watch();
		Object.assign(globalThis, { seen });
	});
	await page.getByRole('navigation').getByRole('link', { name: 'Gliesmarode' }).click();
	await expect(page).toHaveURL(/verlauf=index-service/);
	await expect(page.getByRole('heading', { level: 1, name: 'Gliesmarode' })).toBeVisible();
	await painted(page);
	const said = await page.evaluate<string[]>('seen.Gliesmarode');
	const course = await page.locator('[data-panel="strip"] .chart').getAttribute('aria-label');
	const figures = await page.locator('[data-panel="key-figures"]').textContent();
	const whole = [course, figures].map((words) => words?.replace(/\s+/g, ' ').trim());
	expect(said.filter((words) => !whole.includes(words))).toEqual([]);
});
