import type { Upload } from './files';
import type { Locator } from '@playwright/test';
import { go } from './go';
import { expect, type Page } from './watch';
import { restoreFiles, storedFiles, type StoredFile } from './storage';
import { say } from './words';

/** Hands files to the import, as if they were chosen in the dialog of the browser. */
export const choose = (page: Page, ...files: Upload[]): Promise<void> =>
	page.locator('input[type=file]').setInputFiles(files);

type Language = 'de' | 'en';
type StepName = 'choose' | 'recognised' | 'columns' | 'wave' | 'checks' | 'done';

/** Waits until the import has come to a step, as its list of steps says. */
export const atStep = (page: Page, step: StepName, language: Language = 'de'): Promise<void> =>
	expect(page.locator('.steps [aria-current=step]')).toContainText(
		say(`import_step_${step}`, {}, language)
	);

export const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

/** The part of the column step that is about one column of the file, where its card is open. */
const column = (page: Page, heading: string) => page.locator(`[data-column="${heading}"]`);

/** Looks for a column in the column step, which opens its card. */
export async function findColumn(page: Page, heading: string, language: Language = 'de') {
	await page.getByRole('searchbox', { name: say('cards_search', {}, language) }).fill(heading);
	await expect(column(page, heading)).toBeVisible();
	return column(page, heading);
}

export async function setTopic(page: Page, heading: string, topic: string): Promise<void> {
	await findColumn(page, heading);
	await page.getByLabel(say('columns_topic_of', { heading })).selectOption(topic);
}

/** The card of a column that was looked for. */
export const cardOf = (page: Page, heading: string) =>
	page.locator('[data-card]').filter({ has: column(page, heading) });

/** Confirms what a card says of the column that was looked for. */
export const confirmCard = (page: Page, heading: string): Promise<void> =>
	cardOf(page, heading).locator('.button.primary').click();

/** Waits until every panel of the page has its newest figures, and every chart is painted. */
export async function painted(page: Page): Promise<void> {
	await expect(page.locator('[data-pending="false"]').first()).toBeVisible();
	await expect(page.locator('[data-pending="true"]')).toHaveCount(0);
	await expect(page.locator('.chart').first()).toBeVisible();
	await expect(page.locator('.chart:not([data-painted="true"])')).toHaveCount(0);
}

/** Waits until a filter is in force, or no longer. */
export const filtered = (page: Page, group: string, value: string, on = true): Promise<void> => {
	const name = say('filter_remove', { name: say(`group_${group}`), value });
	return expect(page.getByRole('button', { name, exact: true })).toHaveCount(on ? 1 : 0);
};

/** What the browser keeps once the sample is loaded: that it loads is tried once in each process of tests. */
let sample: StoredFile[] | undefined;
/** The pages that have it. */
const loaded = new WeakSet<Page>();

/** The table of all figures on the overview. */
export const overviewTable = (page: Page): Locator =>
	page.locator('[data-panel="figures"]').getByRole('table');

/**
 * Opens a page with the sample data: loaded from the start page the first time, after that from the same files,
 * put in their place. What is kept is shown before the database is there, so nothing waits for that. Where the
 * page has them already, as that of `reading.ts`, it only goes there.
 */
export async function loadSample(page: Page, path = '/'): Promise<void> {
	if (loaded.has(page)) {
		await go(page, path);
		if (path === '/') await expect(overviewTable(page)).toBeVisible();
	} else if (!sample) {
		await page.goto('/');
		await press(page, say('welcome_sample_button'));
		await expect(overviewTable(page)).toBeVisible({ timeout: 150_000 });
		// The figures are kept once nobody waits for others; the picture of a page is no part of the data.
		const kept = async () =>
			(await storedFiles(page)).filter((file) => !file.path.includes('last-view'));
		await expect
			.poll(async () => (sample = await kept()).some((file) => file.path.includes('cache')))
			.toBe(true);
		if (path !== '/') await page.goto(path);
	} else {
		// A page of the same origin, in which no program runs.
		const empty = { contentType: 'text/html', body: '<link rel="icon" href="data:,">' };
		await page.route('/leer', (route) => route.fulfill(empty), { times: 1 });
		await page.goto('/leer');
		await restoreFiles(page, sample);
		await page.goto(path);
		if (path === '/') await expect(overviewTable(page)).toBeVisible();
	}
	loaded.add(page);
}

/** A text with plain blanks only, so that no kind of blank is a matter of taste. */
const blanks = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The rows of a table as they stand on the page, each cell under the heading of its column. */
export async function rowsOf(page: Page, table: string): Promise<Record<string, string>[]> {
	const cells = await page
		.locator(table)
		.evaluate((element) =>
			[...(element as HTMLTableElement).rows].map((row) =>
				[...row.cells].map((cell) => cell.textContent)
			)
		);
	const [headings = [], ...rows] = cells.map((row) => row.map(blanks));
	return rows.map((row) =>
		Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? '']))
	);
}

/** Goes to a panel of the page of a Quartier, which opens it where it stands behind „Mehr“ or in its topic. */
export async function toPanel(page: Page, id: string): Promise<Locator> {
	// The address is heard once the page is there.
	await expect(page.locator('[data-pending]').first()).toBeVisible();
	await page.evaluate((anchor) => (location.hash = anchor), `#${id}-title`);
	const panel = page.locator(`[data-panel="${id}"]`);
	await expect(panel).toBeVisible();
	return panel;
}

/** Opens the table of a panel, if it is not open yet, and reads it. */
export async function panelRows(page: Page, id: string): Promise<Record<string, string>[]> {
	if ((await page.locator(`[data-panel="${id}"]`).count()) === 0) await toPanel(page, id);
	const panel = page.locator(`[data-panel="${id}"]`);
	const button = panel.locator('button[aria-expanded]');
	if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
	return rowsOf(page, `[data-panel="${id}"] table`);
}

/** The figures at the head of a dashboard, by their names: what stands there, in one line each. */
export async function keyFigures(page: Page): Promise<Record<string, string>> {
	const items = await page
		.locator('[data-panel="key-figures"] li')
		.evaluateAll((found) =>
			found.map((item) => [
				item.querySelector('h2')?.textContent ?? '',
				[...item.querySelectorAll('.value, .behind')].map((one) => one.textContent).join(' ')
			])
		);
	return Object.fromEntries(items.map(([name, text]) => [blanks(name ?? ''), blanks(text ?? '')]));
}

/** The texts of a chart as it goes to paper, where it is SVG; on the page it is a canvas. */
export async function paperTexts(page: Page, panel: string): Promise<string[]> {
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	const found = await page.locator(`[data-panel="${panel}"] .paper text`).allTextContents();
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	return found;
}
