import { fail } from '../domain';
import { currentPlace, inPlace, placeOf, type Place } from './place';
import type { Store } from './store';

const ROOT = 'quartierspiegel';

const AT_ONCE = 4 * 1024 * 1024;

/** How often a file is read anew that another window writes again and again. */
const TRIES = 20;

const isCalled = (error: unknown, ...names: string[]): boolean =>
	error instanceof DOMException && names.includes(error.name);

const isMissing = (error: unknown): boolean => isCalled(error, 'NotFoundError');

/** Whether another file has taken the place of one while it was read. */
const isReplaced = (error: unknown): boolean =>
	isCalled(error, 'NotFoundError', 'NotReadableError');

/** Whether there is no more room, on the disk or in what the browser allows. */
export const isFull = (error: unknown): boolean => isCalled(error, 'QuotaExceededError');

/** The end of the name of a new file until it is whole, here and as a browser does it for one that was there. */
const UNFINISHED = '.unfinished';
const isUnfinished = (name: string): boolean =>
	name.endsWith(UNFINISHED) || name.endsWith('.crswap');

/** Chromium 102, Firefox 111, Safari 16; TypeScript does not know it yet. */
type Movable = FileSystemFileHandle & { move?: (name: string) => Promise<void> };

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
 * file is never half written; a new one, which a browser makes empty, has its name only once it is whole.
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
	): Promise<Movable> {
		const handle: Movable = await inFolder(
			folder,
			(found) => found.getFileHandle(name, { create: true }),
			true
		);
		const writable = await handle.createWritable();
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
		return handle;
	}

	/** What a file holds at one moment; null where there is none. */
	async function readWhole(folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
		for (let tries = 1; ; tries++) {
			const handle = await unlessMissing(
				inFolder(folder, (found) => found.getFileHandle(name)),
				null
			);
			if (!handle) return null;
			try {
				return new Uint8Array(await (await handle.getFile()).arrayBuffer());
			} catch (error) {
				if (!isReplaced(error) || tries === TRIES) throw error;
			}
		}
	}

	const remove = (folder: string, name: string): Promise<void> =>
		unlessMissing(
			inFolder(folder, (found) => found.removeEntry(name)),
			undefined
		);

	/** Writes a file that is not there yet: whoever looks meanwhile sees none. */
	async function writeNew(
		folder: string,
		name: string,
		parts: readonly Uint8Array<ArrayBuffer>[]
	): Promise<void> {
		const unfinished = `${name}${UNFINISHED}`;
		try {
			const handle = await writeWhole(folder, unfinished, parts);
			if (handle.move) return await handle.move(name);
			await writeWhole(folder, name, parts);
			await remove(folder, unfinished);
		} catch (error) {
			await remove(folder, unfinished).catch(() => undefined);
			throw error;
		}
	}

	const store: Store = {
		folders: () => unlessMissing(rootFolder(false).then(namesOf), []),
		list: async (folder) => (await namesIn(folder)).filter((name) => !isUnfinished(name)),
		unfinished: async (folder) => (await namesIn(folder)).filter(isUnfinished),
		read: readWhole,
		async write(folder, name, ...parts) {
			try {
				const isNew = await inFolder(folder, (found) => isMissingIn(found, name), true);
				await (isNew ? writeNew : writeWhole)(folder, name, parts);
			} catch (error) {
				// What was there before is there still.
				if (isFull(error)) fail('disk_full');
				throw error;
			}
		},
		remove,
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
