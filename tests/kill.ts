import type { Page } from '@playwright/test';

/** Kills the process of a page, as a crash does. */
export async function kill(page: Page): Promise<void> {
	const crashed = page.waitForEvent('crash');
	const session = await page.context().newCDPSession(page);
	void session.send('Page.crash').catch(() => undefined);
	await crashed;
	await page.close();
}
