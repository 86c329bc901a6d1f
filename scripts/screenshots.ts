import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureBrowser, launchOptions } from './browser';
import { serve } from './serve';

/**
 * Takes the pictures of the README from the running product: `npm run screenshots`. With a folder
 * as argument it takes every page instead, in both languages, light and dark, wide and narrow.
 */
type Look = { language: 'de' | 'en'; theme: 'light' | 'dark'; width: number };

const PAGES = {
	ueberblick: '/',
	quartier: '/quartiere/sz-lebenstedt',
	import: '/import?beispiel=kopenhagen',
	bestand: '/daten',
	hilfe: '/hilfe',
	kennzahlen: '/hilfe/kennzahlen',
	ueber: '/hilfe/ueber',
	befragungen: '/befragungen',
	vergleich: '/vergleich?mit=sz-lebenstedt&mit=weststadt',
	notizen: '/notizen',
	vertiefung: '/quartiere/sz-lebenstedt?blick=index-safety'
};

/** Waits until every chart on the page says that it is painted. */
async function painted(page: Page): Promise<void> {
	await page.waitForFunction(() => {
		const charts = [...document.querySelectorAll<HTMLElement>('.chart')];
		const pending = document.querySelector('[data-pending="true"]');
		return !pending && charts.every((chart) => chart.dataset['painted'] === 'true');
	});
	await page.waitForTimeout(300);
}

/** Waits until nothing in the window is still being worked out, and what was said meanwhile is gone. */
async function complete(page: Page): Promise<void> {
	await page.waitForFunction(() => {
		const open = document.querySelectorAll('[data-skeleton], [data-pending="true"]');
		const inView = [...open].some((one) => one.getBoundingClientRect().top < innerHeight);
		const seen = [...document.querySelectorAll<HTMLElement>('.chart[data-seen="true"]')];
		const isPainted = seen.every(({ dataset }) => dataset['painted'] === 'true');
		return !inView && isPainted && !document.querySelector('.kept.shown');
	});
	await page.waitForTimeout(300);
}

async function loadSample(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.getByRole('button', { name: /Beispieldaten laden|Load the sample data/ }).click();
	await page.locator('[data-panel="figures"] table').waitFor({ timeout: 60_000 });
}

async function all(page: Page, url: string, folder: string, look: Look): Promise<void> {
	await page.setViewportSize({ width: look.width, height: 900 });
	await page.evaluate(({ language, theme }) => {
		localStorage.setItem('PARAGLIDE_LOCALE', language);
		localStorage.setItem('quartierspiegel-theme', theme);
	}, look);
	for (const [name, path] of Object.entries(PAGES)) {
		await page.goto(url + path.slice(1));
		if (name === 'ueberblick') await page.locator('[data-panel="figures"] table').waitFor();
		if (name === 'quartier') await page.locator('.chart').nth(10).waitFor();
		if (name === 'import') await page.getByRole('table').waitFor();
		await painted(page);
		const file = `${name}-${look.language}-${look.theme}-${look.width}.png`;
		await page.screenshot({ path: join(folder, file), fullPage: true });
	}
}

const folder = process.argv[2];
ensureBrowser();
const server = await serve({ port: 0, root: 'build' });
const browser = await chromium.launch(launchOptions());
try {
	const page = await browser.newPage({ locale: 'de-DE', viewport: { width: 1440, height: 900 } });
	await loadSample(page, server.url);
	if (folder) {
		await mkdir(folder, { recursive: true });
		for (const language of ['de', 'en'] as const) {
			for (const width of [1440, 390])
				await all(page, server.url, folder, { language, theme: 'light', width });
		}
		await all(page, server.url, folder, { language: 'de', theme: 'dark', width: 1440 });
	} else {
		await mkdir('docs', { recursive: true });
		// Two screens each: what is further down would be too small to be read in a README.
		await page.setViewportSize({ width: 1440, height: 1800 });
		await complete(page);
		await page.screenshot({ path: 'docs/ueberblick.png' });
		await page.goto(`${server.url}quartiere/sz-lebenstedt`);
		await page.locator('.chart').nth(8).waitFor();
		await complete(page);
		await page.screenshot({ path: 'docs/quartier.png' });
	}
} finally {
	await browser.close();
	await server.close();
}
