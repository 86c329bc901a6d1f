import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pack } from './compress';
import { isMain } from './files';

const START = /<script src="([^"]*)\/_app\//;

/** The folder for which a page was placed, as `/spiegel`; empty for the root of an address. */
export const folderOf = (page: string): string => START.exec(page)?.[1] ?? '';

/**
 * A folder as people write it, as addresses begin with it: `spiegel/` becomes `/spiegel`, `/` nothing.
 *
 * @throws where it has signs that would have to be written in another way in an address
 */
export function folderFrom(words: string): string {
	const folder = words.replace(/^\/*(?=.)/, '/').replace(/\/+$/, '');
	if (!/^(?:\/[\w~-][\w.~-]*)*$/.test(folder)) {
		throw new Error(`"${words}" is no folder of an address, as "/spiegel" or "/soziales/spiegel".`);
	}
	return folder;
}

/** The page for another folder. All that it names lies there; the scripts find each other by themselves. */
export function moved(page: string, folder: string): string {
	const before = `${folderOf(page)}/`;
	return page.replace(/(\s(?:href|src)=")([^"]*)/g, (all, start: string, address: string) =>
		address.startsWith(before) ? `${start}${folder}/${address.slice(before.length)}` : all
	);
}

/**
 * Makes a built app ready for a folder of a web server.
 *
 * @throws when nothing is built, or when the folder cannot stand in an address
 */
export async function place(root: string, words: string): Promise<string> {
	const folder = folderFrom(words);
	const index = join(root, 'index.html');
	const page = await readFile(index, 'utf8').catch(() => undefined);
	if (page === undefined) throw new Error(`There is no ${index}. Run "npm run build" first.`);
	await writeFile(index, moved(page, folder));
	await pack(index);
	return folder;
}

if (isMain(import.meta.url)) {
	try {
		const folder = await place('build', process.argv[2] ?? '/');
		console.log(`build/ is ready to lie at https://…${folder}/`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}
