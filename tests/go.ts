import { expect, type Page } from './watch';

/**
 * Goes to an address as a link on the page does: the app stays, and with it the database that is open. What
 * is about a new start loads the page anew (`page.goto`).
 *
 * A page that was just loaded takes no clicks yet: its links would load it once more, and what a test types meanwhile
 * would be gone. So the link is pressed again until the app says that it takes it.
 */
export async function go(page: Page, address: string): Promise<void> {
	const target = new URL(address, page.url()).href;
	await page.evaluate(async (href) => {
		const link = Object.assign(document.createElement('a'), { href });
		/** whether the app goes there, and not the browser */
		let isTaken = false;
		const hear = (event: Event) => {
			isTaken = event.defaultPrevented || (link.hash !== '' && link.pathname === location.pathname);
			if (!isTaken) event.preventDefault();
		};
		addEventListener('click', hear);
		document.body.append(link);
		while (!isTaken) {
			link.click();
			if (!isTaken) await new Promise((resolve) => setTimeout(resolve, 20));
		}
		link.remove();
		removeEventListener('click', hear);
	}, target);
	// The page before goes with the address, in the same task.
	await expect(page).toHaveURL(target);
}
