import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderFrom, folderOf, moved, place } from './place';

const PAGE = `<link rel="icon" href="/icon.svg"><link href="https://example.org/"><a href="#inhalt">
	<script src="/last-view.js"></script><script src="/_app/immutable/entry/begin.A.js"></script>`;

describe('the folder of a page', () => {
	it('is the root at first, and then where it was moved to', () => {
		expect(folderOf(PAGE)).toBe('');
		expect(folderOf(moved(PAGE, '/a'))).toBe('/a');
	});

	it('stands before every file and nothing else', () => {
		expect(moved(PAGE, '/a/b')).toBe(
			`<link rel="icon" href="/a/b/icon.svg"><link href="https://example.org/"><a href="#inhalt">
	<script src="/a/b/last-view.js"></script><script src="/a/b/_app/immutable/entry/begin.A.js"></script>`
		);
	});

	it('can be changed again, and back', () => {
		expect(moved(moved(PAGE, '/a.b'), '/c')).toBe(moved(PAGE, '/c'));
		expect(moved(moved(PAGE, '/a/b'), '')).toBe(PAGE);
	});
});

it.each([
	['/', ''],
	['', ''],
	['spiegel', '/spiegel'],
	['/spiegel/', '/spiegel'],
	['/soziales/spiegel', '/soziales/spiegel']
])('%j is understood as a folder', (words, folder) => {
	expect(folderFrom(words)).toBe(folder);
});

it.each(['/ä', '/a b', '/../x', '/a//b', '/a"', 'https://x/'])('%j is none', (words) => {
	expect(() => folderFrom(words)).toThrow('no folder');
});

it('the packed page is that of the new folder', async () => {
	const root = await mkdtemp(join(tmpdir(), 'place-'));
	await writeFile(join(root, 'index.html'), PAGE);
	await place(root, 'spiegel');
	const page = await readFile(join(root, 'index.html'), 'utf8');
	expect(folderOf(page)).toBe('/spiegel');
	const packed = await readFile(join(root, 'index.html.br'));
	expect(brotliDecompressSync(packed).toString()).toBe(page);
	await rm(root, { recursive: true });
	await expect(place(root, 'spiegel')).rejects.toThrow('npm run build');
});
