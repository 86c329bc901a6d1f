import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { go } from './go';
import { restoreFiles } from './storage';
import { openQuartier } from './panels';
import { expect, test, type Page } from './watch';
import { painted, panelRows, overviewTable, toPanel } from './wizard';
import { say } from './words';

/** What a browser keeps that a version wrote which called items by number and had other names for records. */
async function openEarlier(page: Page): Promise<void> {
	const files = unzipSync(await readFile('tests/stores/before-keys.zip'));
	const empty = { contentType: 'text/html', body: '<link rel="icon" href="data:,">' };
	await page.route('/leer', (route) => route.fulfill(empty), { times: 1 });
	await page.goto('/leer');
	await restoreFiles(
		page,
		Object.entries(files).map(([path, bytes]) => ({
			path: path.split('/'),
			content: Buffer.from(bytes).toString('base64')
		}))
	);
	await page.goto('/');
	await expect(overviewTable(page)).toBeVisible({ timeout: 90_000 });
}

const keyFigure = async (page: Page, text: string): Promise<string> =>
	(await page.locator('main').getByText(text).first().locator('xpath=../..').innerText())
		.replace(/\s+/g, ' ')
		.trim();

test('what an earlier version kept is opened without loss', async ({ page, browser }) => {
	await openEarlier(page);
	await expect(page.getByRole('alert')).toHaveCount(0);

	// The figures are those of the same files loaded today.
	await go(page, '/quartiere/sz-lebenstedt');
	await painted(page);
	const today = await (await browser.newContext()).newPage();
	await openQuartier(today);
	for (const figure of ['Zufrieden insgesamt', 'Weiterempfehlung (NPS)'])
		expect(await keyFigure(page, figure)).toBe(await keyFigure(today, figure));
	await today.context().close();

	// A note at a panel that showed a figure, a view of one's own, the map and the events.
	// It was the measure that had changed most surely, which is shown where none is chosen.
	const course = await toPanel(page, 'trend');
	await expect(course.locator('.count')).toHaveText('1');
	await expect(page.locator('#notes')).toContainText('Am Verlauf: warum?');
	await page.getByRole('navigation').getByRole('link', { name: 'Montag' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Montag' })).toBeVisible();
	await painted(page);
	await expect(page.locator('.chart')).toHaveCount(2);
	await go(page, '/notizen');
	await expect(page.getByRole('listitem').filter({ hasText: 'Am Verlauf' })).toContainText(
		'SZ-Lebenstedt'
	);

	// The files by their kinds of today; what nobody had confirmed then is not taken for confirmed.
	await go(page, '/daten');
	await expect(page.getByText(say('kind_meetingPlaceDay'))).toBeVisible();
	await go(page, '/quartiere/sz-lebenstedt');
	await toPanel(page, 'treff');
	const rows = await panelRows(page, 'treff');
	const valueOf = (name: string) =>
		Object.values(rows.find((row) => Object.values(row).includes(name)) ?? {}).join(' ');
	expect(valueOf('Besuche')).toMatch(/Besuche .*\d/);
	expect(valueOf('Anteil junger Menschen')).not.toMatch(/\d/);
});
