import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compress } from './compress';
import { place } from './place';
import { serve } from './serve';

const PAGE = `<!doctype html><meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' 'sha256-abc='"><p>Quartier</p>`;
const SCRIPT = 'export const answer = 42;\n'.repeat(100);

let folder: string;
let app: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'serve-'));
	const root = join(folder, 'build');
	await mkdir(join(root, '_app/immutable'), { recursive: true });
	await writeFile(join(root, 'index.html'), PAGE);
	await writeFile(join(root, '_app/immutable/a.js'), SCRIPT);
	await writeFile(join(root, 'service-worker.js'), 'self');
	await writeFile(join(root, 'manifest.webmanifest'), '{}');
	await writeFile(join(root, 'engine.wasm'), Buffer.from([0, 97, 115, 109]));
	await writeFile(join(folder, 'secret.txt'), 'secret');
	await mkdir(join(folder, 'build-next'));
	await writeFile(join(folder, 'build-next/secret.txt'), 'secret');
	await compress(root);
	await writeFile(join(root, 'late.js'), SCRIPT);
	app = await serve({ port: 0, root });
});

afterAll(async () => {
	await app.close();
	await rm(folder, { recursive: true });
});

/** Asks with the address exactly as given; `fetch` would tidy it up and unpack the answer. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
	new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
		(done, failed) => {
			const { port } = new URL(app.url);
			request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () =>
					done({
						status: response.statusCode ?? 0,
						headers: response.headers,
						body: Buffer.concat(chunks)
					})
				);
			})
				.on('error', failed)
				.end();
		}
	);

describe('security headers', () => {
	it.each(['/', '/_app/immutable/a.js', '/missing.js'])('come with %s', async (path) => {
		const { headers } = await ask(path);
		expect(headers).toMatchObject({
			'content-security-policy':
				"default-src 'self'; script-src 'self' 'sha256-abc='; frame-ancestors 'none'",
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-embedder-policy': 'require-corp',
			'cross-origin-resource-policy': 'same-origin',
			'referrer-policy': 'no-referrer',
			'x-content-type-options': 'nosniff'
		});
		expect(headers['permissions-policy']).toContain('camera=()');
	});
});

describe('addresses', () => {
	it('without a file and an ending get the page', async () => {
		const { status, headers, body } = await ask('/quartier/sz-lebenstedt?welle=2025');
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('text/html; charset=utf-8');
		expect(body.toString()).toBe(PAGE);
	});

	it('of the service worker and the manifest are asked about each time', async () => {
		for (const path of ['/service-worker.js', '/manifest.webmanifest'])
			expect((await ask(path)).headers['cache-control']).toBe('no-cache');
		const { headers } = await ask('/manifest.webmanifest');
		expect(headers['content-type']).toBe('application/manifest+json; charset=utf-8');
	});

	it('with an ending and without a file are missing', async () => {
		expect((await ask('/_app/immutable/old.js')).status).toBe(404);
	});

	it.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/..%5csecret.txt',
		'/../build-next/secret.txt',
		'//etc/passwd.txt',
		'/%00.txt',
		'/%zz'
	])('that leave the folder are missing: %s', async (path) => {
		const { status, body } = await ask(path);
		expect(status).toBe(404);
		expect(body.toString()).not.toContain('secret');
	});

	it('can only be read', async () => {
		expect((await ask('/', {}, 'POST')).status).toBe(405);
		const head = await ask('/', {}, 'HEAD');
		expect(head.headers['content-length']).toBe(String(Buffer.byteLength(PAGE)));
		expect(head.body).toHaveLength(0);
	});
});

describe('encodings', () => {
	it('brotli from the build when the browser takes it', async () => {
		const { headers, body } = await ask('/_app/immutable/a.js', {
			'accept-encoding': 'gzip, deflate, br'
		});
		expect(headers['content-encoding']).toBe('br');
		expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
		expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
	});

	it.each([
		['/_app/immutable/a.js', 'gzip, br;q=0'],
		['/late.js', 'gzip, br']
	])('gzip otherwise: %s with %s', async (path, accepted) => {
		const { headers, body } = await ask(path, { 'accept-encoding': accepted });
		expect(headers['content-encoding']).toBe('gzip');
		expect(gunzipSync(body).toString()).toBe(SCRIPT);
	});

	it('none when none is taken', async () => {
		const { headers, body } = await ask('/_app/immutable/a.js');
		expect(headers['content-encoding']).toBeUndefined();
		expect(body.toString()).toBe(SCRIPT);
	});

	it('WebAssembly is called by its name', async () => {
		expect((await ask('/engine.wasm')).headers['content-type']).toBe('application/wasm');
	});
});

describe('caching', () => {
	it('keeps what carries a hash in its name for good', async () => {
		const { headers } = await ask('/_app/immutable/a.js');
		expect(headers['cache-control']).toContain('immutable');
	});

	it('asks again for the page, and is told when it is the same', async () => {
		const { headers } = await ask('/');
		expect(headers['cache-control']).toBe('no-cache');
		const again = await ask('/', { 'if-none-match': String(headers['etag']) });
		expect(again.status).toBe(304);
		expect(again.body).toHaveLength(0);
	});
});

it('serves a placed app in its folder, and leads there', async () => {
	const root = join(folder, 'placed');
	await mkdir(join(root, '_app'), { recursive: true });
	await writeFile(join(root, 'index.html'), '<script src="/_app/start.js"></script>');
	await writeFile(join(root, '_app/start.js'), SCRIPT);
	await place(root, '/soziales/spiegel');
	const placed = await serve({ port: 0, root });
	try {
		expect(placed.url).toMatch(/:\d+\/soziales\/spiegel\/$/);
		const { origin } = new URL(placed.url);
		const status = async (path: string) => {
			const response = await fetch(origin + path);
			return [response.status, new URL(response.url).pathname];
		};
		for (const path of ['/', '/soziales/spiegel', '/soziales/spiegel/']) {
			expect(await status(path)).toEqual([200, '/soziales/spiegel/']);
		}
		for (const path of ['/soziales/spiegel/_app/start.js', '/soziales/spiegel/quartiere/x']) {
			expect(await status(path)).toEqual([200, path]);
		}
		for (const path of ['/_app/start.js', '/soziales/spiegelei', '/soziales/spiegel/old.js']) {
			expect(await status(path)).toEqual([404, path]);
		}
	} finally {
		await placed.close();
	}
});

it('takes the next port when one is taken', async () => {
	const port = Number(new URL(app.url).port);
	const second = await serve({ port, root: join(folder, 'build') });
	expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
	await second.close();
});

it('says what to do when nothing is built', async () => {
	await expect(serve({ port: 0, root: folder })).rejects.toThrow('npm run build');
});
