import { expect, type Page } from './watch';
import { loadSample, painted } from './wizard';

/** A panel of a page, by its id. */
export const panel = (page: Page, id: string) => page.locator(`[data-panel="${id}"]`);
/** Its chart. */
export const chart = (page: Page, id: string) => panel(page, id).locator('.chart');

/** Walks through a chart with the keys to the place whose words begin so, and picks it. */
export async function pickByKeys(page: Page, id: string, place: string): Promise<void> {
	await chart(page, id).focus();
	await page.keyboard.press('Home');
	const spoken = panel(page, id).locator('.spoken');
	for (let step = 0; step < 40; step++) {
		if ((await spoken.textContent())?.startsWith(place)) break;
		await page.keyboard.press('ArrowDown');
	}
	await expect(spoken).toContainText(place);
	await page.keyboard.press('Enter');
}

/** Opens the page of a Quartier with the sample data, whole. */
export async function openQuartier(page: Page, path = 'sz-lebenstedt'): Promise<void> {
	await loadSample(page, `/quartiere/${path}`);
	await painted(page);
}

/** Goes to the page of a Quartier, and waits until all of it is painted: the page before may be so already. */
export async function toQuartier(page: Page, name: string): Promise<void> {
	await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
	await painted(page);
}
