import { exampleFile } from '../scripts/examples';
import { isInstalled, startServer } from '../scripts/servers';
import { addresses, answer, copyBuild, on, openSample, serveIn } from './hosted';
import { expect, test as plain } from './watch';

/** To pack 34 MB while somebody waits says nothing that a script does not say. */
const isTooLong = (path: string, encoding: string) => encoding === 'gzip' && path.endsWith('.wasm');

/** Compares what a server answers with what `npm run serve` does. */
async function answersAsOurs(app: string, folder: string): Promise<void> {
	const own = await serveIn(folder);
	for (const encoding of ['br, gzip', 'gzip', 'identity']) {
		for (const path of await addresses()) {
			if (isTooLong(path, encoding)) continue;
			expect(await answer(app, path, encoding)).toEqual(await answer(own.url, path, encoding));
		}
	}
	await own.close();
}

/** What is asked for again is not sent again while it is the same. */
async function staysKnown(address: string): Promise<void> {
	const headers = { 'Accept-Encoding': 'br' };
	const tag = (await fetch(address, { headers })).headers.get('etag') ?? '';
	const again = await fetch(address, { headers: { ...headers, 'If-None-Match': tag } });
	expect(again.status, address).toBe(304);
}

for (const name of ['nginx', 'Apache'] as const) {
	for (const folder of ['', '/quartierspiegel']) {
		// Where one is missing, `npm test` says so at its end.
		if (!isInstalled(name)) continue;

		const test = on(() => startServer(name, folder !== '', (root) => copyBuild(root, folder)));
		// In a folder it is the same with one line more.
		const when = folder === '' ? '' : ' @proof';
		test(`${name} as in docs/hosting.md carries the app at ${folder}/${when}`, async ({
			page,
			app
		}) => {
			await answersAsOurs(app, folder);
			for (const path of ['', 'kennzahlen.json', 'notizen']) await staysKnown(app + path);
			const { url } = await fetch(app.replace(/\/$/, ''));
			expect(url, 'where the folder leads without its stroke').toBe(app);

			await openSample(page);
			await page.goto('quartiere/sz-lebenstedt');
			await expect(page.getByRole('heading', { level: 1, name: 'SZ-Lebenstedt' })).toBeVisible();
		});
	}
}

plain(
	'the web.config of docs/hosting.md is XML and has the headers that we send',
	async ({ page }) => {
		const text = exampleFile('xml');
		const headers = (await page.goto('/'))?.headers() ?? {};
		const added = await page.evaluate((xml) => {
			const file = new DOMParser().parseFromString(xml, 'text/xml');
			return [...file.querySelectorAll('customHeaders > add')].map((one) => [
				one.getAttribute('name')?.toLowerCase() ?? '',
				one.getAttribute('value')
			]);
		}, text);
		expect(added).toHaveLength(7);
		for (const [name, value] of added) expect(headers[name ?? ''], name ?? '').toBe(value);
	}
);
