import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { filesUnder, isMain } from './files';

const WORKER = 'service-worker.js';
const MARK = '__WHOLE__';

/** What is not kept under its own name: the page has that of its folder, and the browser keeps the worker. */
const isApart = (path: string): boolean =>
	path === 'index.html' || path === WORKER || path.endsWith('.br');

/**
 * Writes into the service worker which files the build has, and a hash of all they hold. It lists what is
 * there, as the bundler's own list lacks what workers load later.
 *
 * @throws where the worker has no place for it
 */
export async function listFiles(root: string): Promise<string[]> {
	const hash = createHash('sha256');
	const all = (await filesUnder(root)).map((path) => relative(root, path).split(sep).join('/'));
	for (const path of all.sort()) {
		if (path === WORKER || path.endsWith('.br')) continue;
		hash.update(`${path}\0`).update(await readFile(join(root, path)));
	}
	const files = all.filter((path) => !isApart(path));
	const whole = JSON.stringify({ hash: hash.digest('hex').slice(0, 12), files });
	const worker = await readFile(join(root, WORKER), 'utf8');
	if (worker.split(MARK).length !== 2) throw new Error(`${WORKER} has no place for the files.`);
	if (/['\\`$]/.test(whole)) throw new Error('A name would not stand in a string as it is.');
	await writeFile(join(root, WORKER), worker.replace(MARK, whole));
	return files;
}

if (isMain(import.meta.url)) {
	const files = await listFiles('build');
	console.log(`${files.length} files are kept for work without a network`);
}
