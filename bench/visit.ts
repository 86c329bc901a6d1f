import type { Browser, Page } from '@playwright/test';
import { freshPage, median, painted } from './browser';

const ROUNDS = 5;
const DASHBOARD = 'quartiere/sz-lebenstedt';

export type Visits = { first: number; again: number; engine: number };

/** Resolves when the start page no longer waits for the database. */
async function started(page: Page): Promise<void> {
	const starting = page.getByText('Die Datenbank im Browser startet');
	await starting.waitFor();
	await starting.waitFor({ state: 'detached' });
}

/**
 * First visit: from the address in a fresh profile, over the click on the sample data, to the
 * dashboard of a Quartier with every chart painted. Again: the same address in the same profile.
 * Engine: from the address to a page that does nothing but start the database.
 */
export async function measureVisits(browser: Browser, url: string): Promise<Visits> {
	const rounds: Visits[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const { context, page } = await freshPage(browser);
		const start = performance.now();
		await page.goto(url);
		await page.getByRole('button', { name: 'Beispieldaten laden' }).click();
		await page.getByRole('link', { name: 'SZ-Lebenstedt' }).first().click({ timeout: 60_000 });
		await painted(page);
		const first = performance.now() - start;

		// The tables are kept for the next start when nobody waits for them any more.
		await page.waitForTimeout(1500);
		await page.goto(url + DASHBOARD);
		const again = await painted(page);
		await context.close();

		const bare = await freshPage(browser);
		const from = performance.now();
		await bare.page.goto(url);
		await started(bare.page);
		const engine = performance.now() - from;
		await bare.context.close();
		rounds.push({ first, again, engine });
	}
	return {
		first: median(rounds.map((round) => round.first)),
		again: median(rounds.map((round) => round.again)),
		engine: median(rounds.map((round) => round.engine))
	};
}

/** The three sample files from the click to the drawn overview and dashboard, the engine being there. */
export async function measureImport(browser: Browser, url: string): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const { context, page } = await freshPage(browser);
		await page.goto(url);
		await started(page);
		const start = performance.now();
		await page.getByRole('button', { name: 'Beispieldaten laden' }).click();
		await page.getByRole('link', { name: 'SZ-Lebenstedt' }).first().click({ timeout: 60_000 });
		await painted(page);
		times.push(performance.now() - start);
		await context.close();
	}
	return median(times);
}
