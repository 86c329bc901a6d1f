import { expect, type Page } from './watch';

/**
 * Goes to an address as a link on the page does: the app stays, and with it the database that is open. What
 * is about a new start loads the page anew (`page.goto`).
 */
export async function go(page: Page, address: string): Promise<void> {
	const target = new URL(address, page.url()).href;
	await page.evaluate((href) => {
		const link = Object.assign(document.createElement('a'), { href });
		document.body.append(link);
		link.click();
		link.remove();
	}, target);
	// The page before goes with the address, in the same task.
	await expect(page).toHaveURL(target);
}
