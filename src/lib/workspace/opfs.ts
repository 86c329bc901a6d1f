import type { Store } from './store';

const ROOT = 'quartierspiegel';

const AT_ONCE = 4 * 1024 * 1024;

const isMissing = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'NotFoundError';

/** Folders that were opened: each step to one is a way to another process and back. */
let root: Promise<FileSystemDirectoryHandle> | undefined;
const folders = new Map<string, Promise<FileSystemDirectoryHandle>>();

function forget(): void {
	root = undefined;
	folders.clear();
}

function folderOf(name: string): Promise<FileSystemDirectoryHandle> {
	root ??= navigator.storage
		.getDirectory()
		.then((origin) => origin.getDirectoryHandle(ROOT, { create: true }));
	const folder =
		folders.get(name) ?? root.then((found) => found.getDirectoryHandle(name, { create: true }));
	folders.set(name, folder);
	folder.catch(forget);
	return folder;
}

/** Does something in a folder; once more where another window has deleted it meanwhile. */
async function inFolder<T>(
	name: string,
	work: (folder: FileSystemDirectoryHandle) => Promise<T>
): Promise<T> {
	try {
		return await work(await folderOf(name));
	} catch (error) {
		if (!isMissing(error)) throw error;
		forget();
		return work(await folderOf(name));
	}
}

/** Where a browser keeps what is written until it is whole. */
const isUnfinished = (name: string): boolean => name.endsWith('.crswap');

const namesIn = (folder: string): Promise<string[]> =>
	inFolder(folder, async (found) => {
		const names: string[] = [];
		for await (const name of found.keys()) names.push(name);
		return names;
	});

/** The browser's private file system. A writable commits when it is closed, so a file is never half written. */
export const opfsStore: Store = {
	list: async (folder) => (await namesIn(folder)).filter((name) => !isUnfinished(name)),
	unfinished: async (folder) => (await namesIn(folder)).filter(isUnfinished),
	async read(folder, name) {
		try {
			const handle = await inFolder(folder, (found) => found.getFileHandle(name));
			return new Uint8Array(await (await handle.getFile()).arrayBuffer());
		} catch (error) {
			if (isMissing(error)) return null;
			throw error;
		}
	},
	async write(folder, name, ...parts) {
		const writable = await inFolder(folder, async (found) =>
			(await found.getFileHandle(name, { create: true })).createWritable()
		);
		// A little at a time: the page waits while bytes are on their way to the disk.
		for (const part of parts)
			for (let at = 0; at < part.length; at += AT_ONCE)
				await writable.write(part.subarray(at, at + AT_ONCE));
		await writable.close();
	},
	async remove(folder, name) {
		try {
			await inFolder(folder, (found) => found.removeEntry(name));
		} catch (error) {
			if (!isMissing(error)) throw error;
		}
	},
	async clear() {
		const origin = await navigator.storage.getDirectory();
		try {
			await origin.removeEntry(ROOT, { recursive: true });
		} catch (error) {
			if (!isMissing(error)) throw error;
		} finally {
			forget();
		}
	}
};
