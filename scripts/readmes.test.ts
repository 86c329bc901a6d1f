import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from './files';

test('the README of a room has ten lines at most, and names files that are there', async () => {
	const files = (await filesUnder('src')).filter((path) => !path.includes('paraglide'));
	const readmes = files.filter((path) => basename(path) === 'README.md');
	expect(readmes.length).toBeGreaterThan(12);
	for (const readme of readmes) {
		const text = await readFile(readme, 'utf8');
		expect(text.trimEnd().split('\n').length, readme).toBeLessThanOrEqual(10);
		const named = [...text.matchAll(/`([\w.\-/]+\.(?:ts|svelte|js))`/g)].map(
			([, name = '']) => name
		);
		const here = files.filter((path) => path.startsWith(`${dirname(readme)}/`));
		const missing = named.filter(
			(name) => !here.some((path) => path.endsWith(`/${name}`)) && !/^(?:src|static)\//.test(name)
		);
		expect(missing, readme).toEqual([]);
	}
});
