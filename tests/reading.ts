import { go } from './go';
import { expect, test as base } from './watch';

/** The window of a test before it makes it another one. */
const WINDOW = { width: 1280, height: 720 };

/** Takes away the ledger of what left the house. False where there is none. */
async function forgetReleases(): Promise<boolean> {
	const origin = await navigator.storage.getDirectory();
	let isThere = false;
	for await (const [name, entry] of origin.entries()) {
		if (!name.startsWith('quartierspiegel') || entry.kind !== 'directory') continue;
		try {
			const records = await entry.getDirectoryHandle('records');
			await records.removeEntry('releases');
			isThere = true;
		} catch {
			// Nothing left in this workspace.
		}
	}
	return isThere;
}

/**
 * As `test` of `watch.ts`, on one page that stays open for all tests of a process: the database starts once, and
 * the sample is loaded once. For tests that only read: what they choose, filter and open is in the address or gone
 * with the page, and they write nothing that another one could meet but what left the house, which is forgotten.
 */
export const test = base.extend({
	context: async ({ held, baseURL, locale, timezoneId, serviceWorkers }, use) => {
		const { page } = await held({
			baseURL: baseURL!,
			locale: locale!,
			timezoneId: timezoneId!,
			serviceWorkers,
			viewport: WINDOW
		});
		await use(page.context());
	},
	page: async ({ context }, use) => {
		const page = context.pages()[0]!;
		if (page.url() !== 'about:blank') {
			await page.setViewportSize(WINDOW);
			await page.emulateMedia({ media: null });
			await page.mouse.move(0, 0);
			await go(page, '/hilfe/ueber');
			await page.evaluate(() => {
				localStorage.clear();
				sessionStorage.clear();
				document.body.removeAttribute('data-printed');
			});
			if (await page.evaluate(forgetReleases)) await page.reload();
		}
		await use(page);
	},
	// After the page, which is opened as the test wants it.
	watch: async ({ page, held }, use) => {
		expect(page.isClosed()).toBe(false);
		const { watch } = await held({});
		watch.begin();
		await use(watch);
		expect(watch.troubles, 'what must not happen in the browser').toEqual([]);
	}
});

export { expect };
