import type { Page } from './watch';

/** The picture as it is kept, in the private file system; null where there is none. */
export const kept = (page: Page): Promise<string | null> =>
	page.evaluate(async () => {
		try {
			let folder = await navigator.storage.getDirectory();
			for (const name of ['quartierspiegel', 'last-view'])
				folder = await folder.getDirectoryHandle(name);
			const text = await (await (await folder.getFileHandle('picture.json')).getFile()).text();
			// A file is there before anything is in it.
			return text === '' ? null : text;
		} catch (error) {
			// It also goes for a moment while another takes its place.
			if (error instanceof DOMException && error.name.startsWith('Not')) return null;
			throw error;
		}
	});

/** The page whose picture is kept; every picture has the links to all pages in it. */
export const keptPage = async (page: Page): Promise<string | undefined> =>
	(JSON.parse((await kept(page)) ?? '{}') as { address?: string }).address;
