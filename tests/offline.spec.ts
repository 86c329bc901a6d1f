import { test } from './app';
import { filesUnder } from '../scripts/files';
import { masterData } from './files';
import { go } from './go';
import { toQuartier } from './panels';
import { expect, type Page } from './watch';
import { atStep, choose, loadSample, overviewTable, painted, press, toPanel } from './wizard';
import { say } from './words';

/** What the browser asks for by itself, whatever the page does: the picture of the tab, and the newest worker. */
const ASIDE = /(?:ERR_\w+|fetching the script).*(?:icon\.svg|service-worker\.js|icon-192\.png)/;

/** Waits until the page says that all of it is kept. */
async function kept(page: Page): Promise<void> {
	await go(page, '/hilfe/ueber');
	await expect(page.locator('[data-kept="kept"]')).toHaveText(say('about_offline_kept'));
}

/** Starts the program anew at a page, and waits until its heading is there. */
async function start(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}

/** Goes through an import; without a network the engine has to come from what is kept. */
async function importMasterData(page: Page): Promise<void> {
	await start(page, '/import');
	await choose(page, masterData());
	await finishImport(page);
}

async function finishImport(page: Page): Promise<void> {
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await press(page, say('checks_load_quartierYear', { n: 9 }));
	await atStep(page, 'done');
}

const downloaded = async (page: Page, click: Promise<void>): Promise<string> => {
	const [download] = await Promise.all([page.waitForEvent('download'), click]);
	expect(await download.failure()).toBeNull();
	return download.suggestedFilename();
};

test('after the first visit everything works without a network', async ({
	page,
	context,
	watch,
	app
}) => {
	watch.allow(ASIDE);
	await loadSample(page);
	await kept(page);
	const built = (await filesUnder('build')).map((path) => path.replace(/^build./, '/'));
	const wanted = built.filter((path) => !/\.br$|index\.html$|service-worker\.js$/.test(path));
	const stored = await page.evaluate(async () => {
		const name = (await caches.keys()).find((one) => one.startsWith('quartierspiegel / ')) ?? '';
		const cache = await caches.open(name);
		return (await cache.keys()).map(({ url }) => new URL(url).pathname);
	});
	expect(stored.sort()).toEqual([...wanted, '/'].sort());

	await app.stop();
	await context.setOffline(true);
	const response = await page.reload();
	expect(response?.fromServiceWorker()).toBe(true);
	expect(response?.headers()['content-security-policy']).toContain("connect-src 'self'");
	expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
	const engine = wanted.find((path) => /duckdb.*\.wasm$/.test(path)) ?? '';
	const type = await page.evaluate(
		async (url) => (await fetch(url)).headers.get('content-type'),
		engine
	);
	// Else it would not be compiled while it comes.
	expect(type).toBe('application/wasm');

	for (const path of ['/hilfe', '/hilfe/kennzahlen', '/notizen', '/daten', '/befragungen'])
		await start(page, path);
	await painted(page);
	await start(page, '/vergleich?mit=sz-lebenstedt&mit=weststadt');
	await painted(page);
	await start(page, '/hilfe/ueber');
	await page.getByText('echarts', { exact: true }).click();
	await expect(page.getByText('Apache License').first()).toBeVisible();

	await start(page, '/');
	await toQuartier(page, 'Lehndorf');
	const topics = await toPanel(page, 'topics');
	const save = (name: string) => topics.getByRole('button', { name: say(name) }).click();
	expect(await downloaded(page, save('panel_picture'))).toMatch(/\.png$/);
	expect(await downloaded(page, save('panel_csv'))).toMatch(/\.csv$/);
	await go(page, '/hilfe/kennzahlen');
	const catalogue = page.getByRole('link', { name: say('catalogue_download') });
	expect(await downloaded(page, catalogue.click())).toMatch(/\.json$/);

	await importMasterData(page);
	await toQuartier(page, 'SZ-Lebenstedt');
	await page.getByRole('link', { name: say('nav_overview') }).click();
	await expect(overviewTable(page)).toContainText('BS-Melverode');
	expect(await page.evaluate(() => navigator.onLine)).toBe(false);
});

test('the sample data load without a network', async ({ page, context, watch, app }) => {
	watch.allow(ASIDE);
	await page.goto('/');
	await expect(page.getByRole('button', { name: say('welcome_sample_button') })).toBeEnabled();
	await kept(page);
	await app.stop();
	await context.setOffline(true);
	await page.goto('/');
	await press(page, say('welcome_sample_button'));
	await expect(overviewTable(page)).toBeVisible({ timeout: 90_000 });
});

/** Which build a window has, and how often it was loaded. */
const build = (page: Page) => page.locator('head meta[name=build]');

function countLoads(page: Page): () => number {
	let loads = 0;
	page.on('load', () => loads++);
	return () => loads;
}

test('a new version is offered, and taken over in all windows but one with an import', async ({
	page,
	context,
	watch,
	app
}) => {
	watch.allow(ASIDE);
	await loadSample(page);
	await kept(page);
	const [other, importing] = [await context.newPage(), await context.newPage()];
	await start(other, '/hilfe');
	await start(importing, '/import');
	await choose(importing, masterData());
	await atStep(importing, 'recognised');

	await app.deploy('9.9.9-new');
	await page.evaluate(async () => {
		await (await navigator.serviceWorker.getRegistration())?.update();
	});
	const offer = (one: Page) => one.getByRole('status').getByText(say('update_waiting'));
	// All of it is fetched anew, beside three windows.
	for (const one of [page, other, importing])
		await expect(offer(one)).toBeVisible({ timeout: 150_000 });

	// Until then the old one works whole, pages included that were never opened; for now even without a server.
	await app.stop();
	await start(other, '/notizen');
	await expect(build(other)).toHaveCount(0);
	await expect(offer(other)).toBeVisible();
	await app.start();

	await press(importing, say('update_take'));
	await expect(importing.getByText(say('update_held'))).toBeVisible();
	await expect(offer(page)).toBeVisible();

	const loads = [page, other, importing].map(countLoads);
	await press(page, say('update_take'));
	for (const one of [page, other]) {
		await expect(build(one)).toHaveAttribute('content', '9.9.9-new');
		await expect(one.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(one.getByText(say('update_take'))).toHaveCount(0);
	}
	await expect(importing.getByText(say('update_taken'))).toBeVisible();
	await expect(build(importing)).toHaveCount(0);
	expect(loads.map((count) => count())).toEqual([1, 1, 0]);

	// What the old window has not loaded yet is still there, but not on the server.
	await finishImport(importing);
	await press(importing, say('update_reload'));
	await expect(build(importing)).toHaveAttribute('content', '9.9.9-new');
	await start(importing, '/');
	await expect(overviewTable(importing)).toContainText('BS-Melverode', { timeout: 150_000 });
	await expect(overviewTable(importing)).toContainText('Lehndorf');
	const versions = () =>
		importing.evaluate(async () =>
			(await caches.keys()).filter((name) => name.startsWith('quartierspiegel / '))
		);
	await expect.poll(versions).toEqual([expect.stringContaining(' 9.9.9-new ')]);
});

test('a version of which a file is missing takes the place of none', async ({
	page,
	watch,
	app
}) => {
	watch.allow(/404/);
	await start(page, '/hilfe');
	await kept(page);
	await app.deploy('9.9.9-broken');
	await app.lose('kennzahlen.json');
	const outcome = page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		const found = new Promise<ServiceWorker>((resolve) =>
			registration?.addEventListener('updatefound', () => resolve(registration.installing!))
		);
		await registration?.update();
		const worker = await found;
		while (worker.state === 'installing')
			await new Promise((resolve) =>
				worker.addEventListener('statechange', resolve, { once: true })
			);
		return worker.state;
	});
	expect(await outcome).toBe('redundant');
	await start(page, '/hilfe/ueber');
	await expect(build(page)).toHaveCount(0);
	await expect(page.locator('[data-kept="kept"]')).toBeVisible();
});
