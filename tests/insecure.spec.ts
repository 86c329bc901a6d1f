import { launchOptions } from '../scripts/browser';
import { on, serveIn } from './hosted';
import { expect } from './watch';
import { say } from './words';

/** A name that is not this machine's own, which the browser looks for here all the same. */
const HOST = 'quartierspiegel.test';

const test = on(async () => {
	const { url, close } = await serveIn('');
	return { url: url.replace('127.0.0.1', HOST), close };
});

const { args, ...browser } = launchOptions();
test.use({
	launchOptions: { ...browser, args: [...args, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`] }
});

const PAGES = [
	'',
	'import',
	'vergleich',
	'befragungen',
	'notizen',
	'daten',
	'hilfe',
	'quartiere/sz-lebenstedt',
	'ansichten/x'
];

test('without HTTPS every page says in one sentence what is needed, and does nothing else', async ({
	page,
	app,
	watch
}) => {
	// The browser says that it heeds no isolation of a page without HTTPS.
	watch.allow(/Cross-Origin-Opener-Policy header has been ignored/);
	const address = new URL(app).origin;
	for (const path of PAGES) {
		await page.goto(path === '' ? './' : path);
		expect(await page.evaluate(() => isSecureContext)).toBe(false);
		await expect(page.getByRole('main')).toHaveText(say('insecure', { address }));
	}
	await page.getByRole('link', { name: say('nav_import') }).click();
	await page.waitForURL('**/import');
	await expect(page.getByRole('main')).toHaveText(say('insecure', { address }));
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.getByRole('main')).toHaveText(say('insecure', { address }, 'en'));
});
