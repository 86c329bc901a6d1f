import { on, openSample, serveIn } from './hosted';
import { expect, type Page } from './watch';
import { atStep, painted } from './wizard';
import { keptPage } from './kept-view';
import { say } from './words';

const FOLDER = '/soziales/spiegel';

const test = on(() => serveIn(FOLDER));

/** What was asked outside the folder, and what was not there. */
let wrong: string[] = [];

test.beforeEach(({ context }) => {
	wrong = [];
	context.on('response', (response) => {
		const { protocol, pathname } = new URL(response.url());
		const isOurs = protocol !== 'http:' || pathname.startsWith(`${FOLDER}/`);
		if (!isOurs || response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
	});
});

test.afterEach(() => expect(wrong).toEqual([]));

/** The page is there, named in the side, and nothing of it is still to come. */
async function isThere(page: Page, path: string): Promise<void> {
	expect(new URL(page.url()).pathname).toBe(path);
	await expect(page.locator('nav [aria-current=page]')).toHaveAttribute('href', path);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const coming = '[data-pending="true"], .chart:not([data-painted="true"])';
	await expect(page.locator(coming)).toHaveCount(0);
}

test('in a folder every page opens by click and by loading it again', async ({ page }) => {
	await openSample(page);
	const links = page.getByRole('navigation', { name: say('nav_label') }).getByRole('link');
	const paths = await links.evaluateAll((all) =>
		all.map((link) => link.getAttribute('href') ?? '')
	);
	expect(paths.length).toBeGreaterThan(12);
	for (const path of paths) {
		await page.locator(`nav a[href="${path}"]`).click();
		await page.waitForURL((url) => url.pathname === path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await page.reload();
		await isThere(page, path);
	}
	await page.getByRole('link', { name: say('app_name'), exact: true }).click();
	await page.waitForURL((url) => url.pathname === `${FOLDER}/`);
	await page.goBack();
	await isThere(page, paths.at(-1) ?? '');
});

test('in a folder search, pictures, catalogue, survey and the picture of the last view are found', async ({
	page
}) => {
	await openSample(page);
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog').getByRole('combobox').fill('Lebenstedt');
	await page.keyboard.press('Enter');
	await page.waitForURL(`**${FOLDER}/quartiere/sz-lebenstedt`);
	await painted(page);

	// The app is held back: what stands there is the picture of its last view, if there is one.
	await expect.poll(() => keptPage(page)).toBe(`${FOLDER}/quartiere/sz-lebenstedt`);
	await page.route('**/_app/immutable/entry/app.*.js', () => undefined);
	await page.reload({ waitUntil: 'commit' });
	await expect(page.locator('html > .last-view')).toHaveAttribute('data-painted', 'true');
	await page.unrouteAll();
	await page.reload();
	await painted(page);

	const picture = page.waitForEvent('download');
	await page
		.getByRole('button', { name: say('panel_picture'), exact: true })
		.first()
		.click();
	expect((await picture).suggestedFilename()).toMatch(/\.png$/);

	await page.goto('hilfe');
	await page.getByRole('link', { name: say('help_catalogue_link') }).click();
	const catalogue = page.waitForEvent('download');
	await page.getByRole('link', { name: say('catalogue_download') }).click();
	expect(await (await catalogue).failure()).toBeNull();

	await page.goto('import?beispiel=kopenhagen');
	await atStep(page, 'recognised');
});
