import type { Page } from './watch';

/**
 * Where each word stands in what the browser keeps: the private file system, IndexedDB, local and session
 * storage and caches, in UTF-8 and in UTF-16, byte by byte.
 */
export const placesOf = (page: Page, words: readonly string[]): Promise<Record<string, string[]>> =>
	page.evaluate(async (wanted) => {
		const kept: { place: string; bytes: Uint8Array }[] = [];
		const text = (place: string, content: string) =>
			kept.push({ place, bytes: new TextEncoder().encode(content) });

		/** What a file holds; null where it went while it was read, as what is written does under its first name. */
		const bytesOf = async (handle: FileSystemFileHandle): Promise<Uint8Array | null> => {
			try {
				return new Uint8Array(await (await handle.getFile()).arrayBuffer());
			} catch (error) {
				if (error instanceof DOMException && error.name === 'NotFoundError') return null;
				throw error;
			}
		};
		const folder = async (path: string, directory: FileSystemDirectoryHandle): Promise<void> => {
			for await (const [name, handle] of directory.entries()) {
				text(`${path}/ (names)`, name);
				if (handle instanceof FileSystemDirectoryHandle) await folder(`${path}/${name}`, handle);
				else {
					const bytes = await bytesOf(handle);
					if (bytes) kept.push({ place: `${path}/${name}`, bytes });
				}
			}
		};
		await folder('opfs', await navigator.storage.getDirectory());

		const answered = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(new Error('IndexedDB'));
			});
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await answered(indexedDB.open(name));
			for (const store of database.objectStoreNames) {
				const all = await answered(database.transaction(store).objectStore(store).getAll());
				const plain = JSON.stringify(all, (_, value: unknown) =>
					ArrayBuffer.isView(value) || value instanceof ArrayBuffer
						? new TextDecoder('latin1').decode(value)
						: value
				);
				text(`indexeddb/${name}/${store}`, plain);
			}
			database.close();
		}
		text('localStorage', JSON.stringify({ ...localStorage }));
		text('sessionStorage', JSON.stringify({ ...sessionStorage }));
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const response = await cache.match(request);
				const bytes = new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer());
				kept.push({ place: `cache/${request.url}`, bytes });
			}
		}

		// As text of one sign for each byte, so that words are found wherever they begin.
		const signs = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
		const utf16 = (word: string) =>
			new Uint8Array(Uint16Array.from(word, (sign) => sign.charCodeAt(0)).buffer);
		const found: Record<string, string[]> = {};
		const contents = kept.map(({ place, bytes }) => ({ place, content: signs(bytes) }));
		for (const word of wanted) {
			const forms = [signs(new TextEncoder().encode(word)), signs(utf16(word))];
			const places = contents
				.filter(({ content }) => forms.some((form) => content.includes(form)))
				.map(({ place }) => place);
			if (places.length > 0) found[word] = places;
		}
		return found;
	}, words);

/** Names of the files that the workspace keeps of batches, by folder, but for what says that one was taken back. */
export const batchFiles = (page: Page): Promise<Record<string, string[]>> =>
	page.evaluate(async () => {
		const origin = await navigator.storage.getDirectory();
		const root = await origin.getDirectoryHandle('quartierspiegel');
		const files: Record<string, string[]> = {};
		for (const folder of ['batches', 'codebooks', 'ids']) {
			files[folder] = [];
			const handle = await root.getDirectoryHandle(folder, { create: true });
			for await (const name of handle.keys()) files[folder].push(name);
		}
		return files;
	});

/** A file of the browser's private file system: where it is, and its bytes as text. */
export type StoredFile = { path: string[]; content: string };

/** Everything that the browser keeps in its private file system, but for what is not written whole. */
export const storedFiles = (page: Page): Promise<StoredFile[]> =>
	page.evaluate(async () => {
		const files: { path: string[]; content: string }[] = [];
		const folder = async (path: string[], directory: FileSystemDirectoryHandle): Promise<void> => {
			for await (const [name, handle] of directory.entries()) {
				if (handle instanceof FileSystemDirectoryHandle) await folder([...path, name], handle);
				else if (!name.endsWith('.crswap')) {
					const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
					files.push({ path: [...path, name], content: bytes.toBase64() });
				}
			}
		};
		await folder([], await navigator.storage.getDirectory());
		return files;
	});

/** Puts files into the browser's private file system. */
export const restoreFiles = (page: Page, files: readonly StoredFile[]): Promise<void> =>
	page.evaluate(async (all) => {
		for (const { path, content } of all) {
			let folder = await navigator.storage.getDirectory();
			for (const name of path.slice(0, -1))
				folder = await folder.getDirectoryHandle(name, { create: true });
			const handle = await folder.getFileHandle(path.at(-1)!, { create: true });
			const writable = await handle.createWritable();
			await writable.write(Uint8Array.fromBase64(content));
			await writable.close();
		}
	}, files);
