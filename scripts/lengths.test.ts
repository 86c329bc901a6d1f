import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { filesUnder } from './files';

/** Lines up to which a file needs no reason for its length. */
const LONG = 250;

test('a file of more than 250 lines says why at its top, and few are', async () => {
	const folders = await Promise.all(['src', 'static', 'scripts', 'tests', 'bench'].map(filesUnder));
	const paths = folders
		.flat()
		.filter((path) => /\.(ts|js|svelte|css)$/.test(path) && !path.includes('paraglide'));
	const texts = await Promise.all(
		paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') }))
	);
	const long = texts.filter(({ text }) => text.split('\n').length - 1 > LONG);
	const top = (text: string) => text.split('\n').slice(0, 4).join(' ');
	const silent = long.filter(({ text }) => !top(text).includes('Longer than other files'));
	expect(silent.map(({ path }) => path)).toEqual([]);
	expect(long.length).toBeLessThanOrEqual(6);
});
