import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMain } from './files';

const ENTRIES = '_app/immutable/entry/';
const INLINE = /<script>([\s\S]*?)<\/script>/g;

/** Where the app lies is told by where this script lies: three folders further up. */
const BASE = "new URL('../../..', document.currentScript.src).pathname.slice(0, -1)";

/**
 * Takes the script with which SvelteKit starts the app out of the page, into a file of its own.
 *
 * The policy then needs no hash that changes with each build, so that a host can write it down once. And
 * the script finds the app wherever it lies, so that a folder stands in the page alone.
 *
 * @throws when the page does not look as SvelteKit writes it today
 */
export function takeOut(page: string): { page: string; path: string; script: string } {
	const [found, ...more] = page.matchAll(INLINE);
	const inline = found?.[1] ?? '';
	const script = inline
		.replace('base: ""', `base: ${BASE}`)
		.replaceAll(`import("/${ENTRIES}`, 'import("./')
		.replace(/^\t\t\t\t/gm, '')
		.trim();
	const hashes = / 'sha256-[^']+'/g;
	const isKnown = more.length === 0 && script.includes(BASE) && !script.includes('"/');
	if (!isKnown || page.match(hashes)?.length !== 1) {
		throw new Error('The page starts the app in a way that scripts/start.ts does not know.');
	}
	const hash = createHash('sha256').update(script).digest('base64url').slice(0, 8);
	const path = `${ENTRIES}begin.${hash}.js`;
	return {
		page: page.replace(INLINE, `<script src="/${path}"></script>`).replace(hashes, ''),
		path,
		script: `${script}\n`
	};
}

if (isMain(import.meta.url)) {
	const index = join('build', 'index.html');
	const { page, path, script } = takeOut(await readFile(index, 'utf8'));
	await writeFile(join('build', path), script);
	await writeFile(index, page);
}
