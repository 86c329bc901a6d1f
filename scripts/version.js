// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the program is made of. */
const PARTS = ['src', 'static', 'messages', 'datasets'];
const FILES = [
	'package.json',
	'package-lock.json',
	'project.inlang/settings.json',
	'svelte.config.js',
	'vite.config.ts'
];

/** Made of the others. */
const GENERATED = /[\\/]paraglide[\\/]/;

/**
 * The version of the program: its number, and a hash of its sources. No date, so that the same sources
 * are the same build, byte by byte.
 */
export function versionName() {
	const hash = createHash('sha256');
	const inside = PARTS.flatMap((part) =>
		readdirSync(part, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
	);
	const sources = [...inside, ...FILES].filter((path) => !GENERATED.test(path));
	for (const path of sources.sort()) {
		hash.update(`${path.replaceAll('\\', '/')}\0`).update(readFileSync(path));
	}
	/** @type {{ version: string }} */
	const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
	return `${version}-${hash.digest('hex').slice(0, 8)}`;
}
