import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { masterData } from './files';
import { toQuartier } from './panels';
import { expect, test, type Page } from './watch';
import { atStep, choose, loadSample, press, rowsOf, overviewTable } from './wizard';
import { say } from './words';

test('without a network files are imported and looked at', async ({ page, context, watch }) => {
	// The browser asks again for the picture of the tab, whatever the page does.
	watch.allow(/ERR_INTERNET_DISCONNECTED .*\/icon\.svg/);
	await loadSample(page);
	await toQuartier(page, 'Lehndorf');
	await page.getByRole('link', { name: say('nav_import') }).click();
	await atStep(page, 'choose');

	await context.setOffline(true);
	await choose(page, masterData());
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await press(page, say('checks_load_quartierYear', { n: 9 }));
	await atStep(page, 'done');
	await toQuartier(page, 'SZ-Lebenstedt');
	await page.getByRole('link', { name: say('nav_overview') }).click();
	await expect(overviewTable(page)).toContainText('BS-Melverode');
	// Eight Quartiere of the sample, two new ones, and the line for all.
	expect(await rowsOf(page, '[data-panel="figures"] table')).toHaveLength(11);
	expect(await page.evaluate(() => navigator.onLine)).toBe(false);
});

/** Every way by which a page, or code smuggled into it, could try to carry something away. */
const ways = (page: Page, address: string): Promise<Record<string, string>> =>
	page.evaluate(async (url) => {
		const settled = (work: Promise<unknown>) =>
			work.then(
				() => 'through',
				() => 'refused'
			);
		const loads = (element: HTMLElement) =>
			settled(
				new Promise((done, failed) => {
					element.addEventListener('load', done);
					element.addEventListener('error', failed);
					document.body.append(element);
				})
			);
		const fromWorker = (): Promise<string> => {
			const code = `fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).then(() => postMessage('through'), () => postMessage('refused'));`;
			const worker = new Worker(URL.createObjectURL(new Blob([code])));
			return new Promise((done) => {
				worker.addEventListener('message', ({ data }) => done(String(data)));
			});
		};
		const fromSocket = () =>
			new Promise((done, failed) => {
				const opened = new WebSocket(url.replace('http', 'ws'));
				opened.addEventListener('open', done);
				opened.addEventListener('error', failed);
			});
		return {
			fetch: await settled(fetch(url, { mode: 'no-cors' })),
			worker: await fromWorker(),
			image: await loads(Object.assign(new Image(), { src: url })),
			script: await loads(Object.assign(document.createElement('script'), { src: url })),
			socket: await settled(fromSocket())
		};
	}, address);

test('the policy keeps the page from speaking to anybody else', async ({ page, watch }) => {
	let heard = 0;
	const server = createServer((_, response) => {
		heard++;
		response.setHeader('Access-Control-Allow-Origin', '*').end('heard');
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const stranger = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	try {
		const response = await page.goto('/');
		const policy = response?.headers()['content-security-policy'] ?? '';
		const directives = policy.split(';').map((directive) => directive.trim());
		for (const needed of [
			"default-src 'self'",
			"connect-src 'self'",
			"object-src 'none'",
			"frame-ancestors 'none'"
		]) {
			expect(directives).toContain(needed);
		}
		expect(policy).not.toMatch(/\*|https?:|'unsafe-eval'/);
		await expect(page.getByRole('button', { name: say('welcome_sample_button') })).toBeVisible();

		// The stranger is there: from outside the browser it answers.
		expect(await (await fetch(stranger)).text()).toBe('heard');
		watch.allow(new RegExp(`${new URL(stranger).host}|example\\.org`));
		const refused = {
			fetch: 'refused',
			worker: 'refused',
			image: 'refused',
			script: 'refused',
			socket: 'refused'
		};
		expect(await ways(page, stranger)).toEqual(refused);
		expect(heard).toBe(1);
		const violated = page.waitForEvent('console', (message) =>
			message.text().includes('connect-src https://example.org')
		);
		expect(await ways(page, 'https://example.org/')).toEqual(refused);
		await violated;
	} finally {
		server.close();
	}
});
