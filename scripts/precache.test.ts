import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles } from './precache';
import { versionName } from './version';

let root: string;
const write = (path: string, text: string) => writeFile(join(root, path), text);
const worker = () => readFile(join(root, 'service-worker.js'), 'utf8');
const WORKER = 'const whole = JSON.parse(`__WHOLE__`);';

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'precache-'));
	await mkdir(join(root, '_app'));
	await write('index.html', '<p>Quartier</p>');
	await write('_app/part.js', '1');
	await write('_app/part.js.br', 'packed');
	await write('service-worker.js', WORKER);
});
afterEach(() => rm(root, { recursive: true }));

it('the worker is told every file but the page, itself and what is packed', async () => {
	expect(await listFiles(root)).toEqual(['_app/part.js']);
	expect(await worker()).toMatch(
		/JSON\.parse\(`\{"hash":"\w{12}","files":\["_app\/part\.js"\]\}`\)/
	);
});

it('another content, that of the page included, is another worker', async () => {
	await listFiles(root);
	const first = await worker();
	await write('service-worker.js', WORKER);
	await listFiles(root);
	expect(await worker()).toBe(first);
	await write('service-worker.js', WORKER);
	await write('index.html', '<p>Quartiere</p>');
	await listFiles(root);
	expect(await worker()).not.toBe(first);
});

it('a worker that has no place for the files is refused', async () => {
	await listFiles(root);
	await expect(listFiles(root)).rejects.toThrow('no place');
});

it('the same sources have the same version', () => {
	expect(versionName()).toBe(versionName());
	expect(versionName()).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{8}$/);
});
