import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { uniqueNames, zipOf } from './zip';

test('files come out of a zip as they went in', async () => {
	const zip = await zipOf([
		{ name: 'eins.txt', blob: new Blob(['Erste']) },
		{ name: 'zwei.txt', blob: new Blob(['Zweite']) }
	]);
	const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
	expect(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
		['eins.txt', 'Erste'],
		['zwei.txt', 'Zweite']
	]);
});

test('no file takes the place of another of its name', () => {
	expect(uniqueNames(['a.png', 'b.png', 'a.png', 'a', 'a'])).toEqual([
		'a.png',
		'b.png',
		'a-2.png',
		'a',
		'a-2'
	]);
});
