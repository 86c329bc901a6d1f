import type { Store } from './store';

const ROOT = 'quartierspiegel';

const AT_ONCE = 4 * 1024 * 1024;

const isMissing = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'NotFoundError';

async function folderOf(name: string): Promise<FileSystemDirectoryHandle> {
	const origin = await navigator.storage.getDirectory();
	const root = await origin.getDirectoryHandle(ROOT, { create: true });
	return root.getDirectoryHandle(name, { create: true });
}

/** The browser's private file system. A writable commits when it is closed, so a file is never half written. */
export const opfsStore: Store = {
	async list(folder) {
		const names: string[] = [];
		for await (const name of (await folderOf(folder)).keys()) {
			if (!name.endsWith('.crswap')) names.push(name);
		}
		return names;
	},
	async read(folder, name) {
		try {
			const handle = await (await folderOf(folder)).getFileHandle(name);
			return new Uint8Array(await (await handle.getFile()).arrayBuffer());
		} catch (error) {
			if (isMissing(error)) return null;
			throw error;
		}
	},
	async write(folder, name, ...parts) {
		const handle = await (await folderOf(folder)).getFileHandle(name, { create: true });
		const writable = await handle.createWritable();
		// A little at a time: the page waits while bytes are on their way to the disk.
		for (const part of parts)
			for (let at = 0; at < part.length; at += AT_ONCE)
				await writable.write(part.subarray(at, at + AT_ONCE));
		await writable.close();
	},
	async remove(folder, name) {
		try {
			await (await folderOf(folder)).removeEntry(name);
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
		}
	}
};
