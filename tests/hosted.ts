import { randomUUID } from 'node:crypto';
import { cp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { pack } from '../scripts/compress';
import { filesUnder } from '../scripts/files';
import { place } from '../scripts/place';
import { serve } from '../scripts/serve';
import { expect, test, type Page } from './watch';
import { overviewTable, press } from './wizard';
import { say } from './words';

/** Kinds of files that a later build may have. */
const MORE = {
	'later.webmanifest': JSON.stringify({ name: 'Quartierspiegel', description: 'Grün '.repeat(99) }),
	'later.txt': 'Grün\n'.repeat(99)
};

/** Copies the build for a folder of a web server. */
export async function copyBuild(root: string, folder: string): Promise<void> {
	await cp('build', root, { recursive: true });
	for (const [name, text] of Object.entries(MORE)) {
		await writeFile(join(root, name), text);
		await pack(join(root, name));
	}
	await place(root, folder);
}

/** Serves the build in a folder, as `npm run place` and `npm run serve` do. */
export async function serveIn(
	folder: string
): Promise<{ url: string; close: () => Promise<void> }> {
	const root = join(tmpdir(), `quartierspiegel-${randomUUID()}`);
	await copyBuild(root, folder);
	const app = await serve({ port: 0, root });
	return {
		url: app.url,
		async close() {
			await app.close();
			await rm(root, { recursive: true });
		}
	};
}

/** Addresses below the app that stand for all: one of each kind of file, pages, and what is missing. */
export async function addresses(): Promise<string[]> {
	const files = (await filesUnder('build')).map((path) =>
		relative('build', path).replaceAll(sep, '/')
	);
	const kinds = new Map(
		files
			.filter((path) => !/\.(?:br|html)$/.test(path))
			// One that stays with its name, and one that does not.
			.map((path) => [`${path.startsWith('_app/immutable/')} ${extname(path)}`, path])
	);
	const pages = [
		'',
		'index.html',
		'quartiere/sz-lebenstedt?welle=2025',
		'hilfe/kennzahlen',
		'a.b/c'
	];
	const missing = ['old.js', 'quartiere/old.css', '_app/immutable/old.js', '_app/immutable/old'];
	return [...pages, ...kinds.values(), ...Object.keys(MORE), ...missing];
}

const COMPARED = [
	'cache-control',
	'content-encoding',
	'content-type',
	'content-security-policy',
	'cross-origin-opener-policy',
	'cross-origin-embedder-policy',
	'cross-origin-resource-policy',
	'referrer-policy',
	'x-content-type-options',
	'permissions-policy'
];

/** What a server answers, as far as it matters; the words for a missing file are its own. */
export async function answer(app: string, path: string, encoding: string) {
	const response = await fetch(app + path, { headers: { 'Accept-Encoding': encoding } });
	const body = Buffer.from(await response.arrayBuffer());
	const { status, headers } = response;
	const isThere = status === 200;
	const names = COMPARED.filter((name) => isThere || !/^content-[te]/.test(name));
	return {
		path,
		encoding,
		status,
		headers: Object.fromEntries(
			names.map((name) => [name, headers.get(name)?.replace('; charset', ';charset').toLowerCase()])
		),
		varies: isThere && headers.get('content-encoding') !== null ? headers.get('vary') : undefined,
		body: isThere ? body.toString('base64') : undefined
	};
}

/** Tests against a server that is started for each: `app` is its address, to which all others are relative. */
export const on = (start: () => Promise<{ url: string; close: () => Promise<void> }>) =>
	test.extend<{ app: string }>({
		// eslint-disable-next-line no-empty-pattern -- Playwright wants it written so
		app: async ({}, use) => {
			const { url, close } = await start();
			await use(url);
			await close();
		},
		baseURL: ({ app }, use) => use(app)
	});

/** Opens the app and loads the sample data there. */
export async function openSample(page: Page): Promise<void> {
	await page.goto('./');
	await press(page, say('welcome_sample_button'));
	await expect(overviewTable(page)).toBeVisible({ timeout: 90_000 });
}
