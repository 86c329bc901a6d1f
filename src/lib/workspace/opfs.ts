import { fail } from '../domain';
import { currentPlace, inPlace, placeOf, type Place } from './place';
import type { Store } from './store';

const ROOT = 'quartierspiegel';

const AT_ONCE = 4 * 1024 * 1024;

const isMissing = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'NotFoundError';

/** Whether there is no more room, on the disk or in what the browser allows. */
export const isFull = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'QuotaExceededError';

/** Where a browser keeps what is written until it is whole. */
const isUnfinished = (name: string): boolean => name.endsWith('.crswap');

/** What work gives, or something else where what it is about is not there. */
const unlessMissing = <T, Instead>(work: Promise<T>, instead: Instead): Promise<T | Instead> =>
	work.catch((error: unknown) => {
		if (isMissing(error)) return instead;
		throw error;
	});

const isMissingIn = (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
	unlessMissing(
		folder.getFileHandle(name).then(() => false),
		true
	);

async function namesOf(folder: FileSystemDirectoryHandle): Promise<string[]> {
	const names: string[] = [];
	for await (const name of folder.keys()) names.push(name);
	return names;
}

/**
 * The browser's private file system, with a folder for each workspace. A writable commits when it is closed, so a
 * file is never half written.
 *
 * @param at where the workspace lies
 */
export function opfsAt(at: () => Place): Store {
	/** Folders that were opened: each step to one is a way to another process and back. */
	let root: Promise<FileSystemDirectoryHandle> | undefined;
	const folders = new Map<string, Promise<FileSystemDirectoryHandle>>();

	function forget(): void {
		root = undefined;
		folders.clear();
	}

	/** Made for the workspace that is open, and to write: another one may have been deleted by its window. */
	function rootFolder(writes: boolean): Promise<FileSystemDirectoryHandle> {
		const create = writes || at() === currentPlace();
		root ??= navigator.storage
			.getDirectory()
			.then((origin) => origin.getDirectoryHandle(inPlace(ROOT, at()), { create }));
		root.catch(forget);
		return root;
	}

	function folderOf(name: string, create: boolean): Promise<FileSystemDirectoryHandle> {
		const folder =
			folders.get(name) ??
			rootFolder(create).then((found) => found.getDirectoryHandle(name, { create }));
		folders.set(name, folder);
		folder.catch(forget);
		return folder;
	}

	/**
	 * Does something in a folder; once more where another window has deleted it meanwhile. One that is not there is made
	 * only to write: where there is no more room, what is there can still be read.
	 */
	async function inFolder<T>(
		name: string,
		work: (folder: FileSystemDirectoryHandle) => Promise<T>,
		create = false
	): Promise<T> {
		try {
			return await work(await folderOf(name, create));
		} catch (error) {
			if (!isMissing(error)) throw error;
			forget();
			return work(await folderOf(name, create));
		}
	}

	const namesIn = (folder: string): Promise<string[]> =>
		unlessMissing(inFolder(folder, namesOf), []);

	async function writeWhole(
		folder: string,
		name: string,
		parts: readonly Uint8Array<ArrayBuffer>[]
	): Promise<void> {
		const writable = await inFolder(
			folder,
			async (found) => (await found.getFileHandle(name, { create: true })).createWritable(),
			true
		);
		try {
			// A little at a time: the page waits while bytes are on their way to the disk.
			for (const part of parts)
				for (let at = 0; at < part.length; at += AT_ONCE)
					await writable.write(part.subarray(at, at + AT_ONCE));
			await store.beforeCommit?.();
		} catch (error) {
			await writable.abort().catch(() => undefined);
			throw error;
		}
		await writable.close();
	}

	/** Removes a file that has nothing in it. */
	const removeEmpty = (folder: string, name: string): Promise<void> =>
		inFolder(folder, async (found) => {
			const { size } = await (await found.getFileHandle(name)).getFile();
			if (size === 0) await found.removeEntry(name);
		});

	const store: Store = {
		folders: () => unlessMissing(rootFolder(false).then(namesOf), []),
		list: async (folder) => (await namesIn(folder)).filter((name) => !isUnfinished(name)),
		unfinished: async (folder) => (await namesIn(folder)).filter(isUnfinished),
		async read(folder, name) {
			const handle = inFolder(folder, (found) => found.getFileHandle(name));
			const bytes = handle.then(async (own) => (await own.getFile()).arrayBuffer());
			return unlessMissing(
				bytes.then((own) => new Uint8Array(own)),
				null
			);
		},
		async write(folder, name, ...parts) {
			let isNew = false;
			try {
				isNew = await inFolder(folder, (found) => isMissingIn(found, name), true);
				await writeWhole(folder, name, parts);
			} catch (error) {
				if (!isFull(error)) throw error;
				// What was there before is there still; of what was not, no empty file stays.
				if (isNew) await removeEmpty(folder, name).catch(() => undefined);
				fail('disk_full');
			}
		},
		remove: (folder, name) =>
			unlessMissing(
				inFolder(folder, (found) => found.removeEntry(name)),
				undefined
			),
		async clear() {
			const origin = await navigator.storage.getDirectory();
			await unlessMissing(
				origin.removeEntry(inPlace(ROOT, at()), { recursive: true }),
				undefined
			).finally(forget);
		}
	};
	return store;
}

/** Where the workspaces of this browser lie. */
export async function places(): Promise<Place[]> {
	const found: Place[] = [];
	for await (const name of (await navigator.storage.getDirectory()).keys()) {
		const place = placeOf(ROOT, name);
		if (place !== null) found.push(place);
	}
	return found;
}

/** The workspace that is open. */
export const opfsStore = opfsAt(currentPlace);
