import { afterEach, expect, test, vi } from 'vitest';
import { opfsAt } from './opfs';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const notFound = () => new DOMException('', 'NotFoundError');

/** A folder of the browser's private file system in memory, as far as it is used here. */
class Folder {
	readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
	readonly folders = new Map<string, Folder>();
	/** asked whenever a file is read */
	reading = () => undefined as unknown;

	async getDirectoryHandle(name: string, { create = false } = {}) {
		if (!this.folders.has(name) && create) this.folders.set(name, new Folder());
		const folder = this.folders.get(name);
		if (!folder) throw notFound();
		return folder;
	}

	async getFileHandle(name: string, { create = false } = {}) {
		if (!this.files.has(name) && create) this.files.set(name, new Uint8Array());
		if (!this.files.has(name)) throw notFound();
		let [at, written] = [name, ''];
		return {
			getFile: async () => ({
				arrayBuffer: async () => {
					this.reading();
					return this.files.get(at)!.buffer;
				}
			}),
			createWritable: async () => ({
				write: async (part: Uint8Array) => void (written += new TextDecoder().decode(part)),
				close: async () => void this.files.set(at, bytesOf(written)),
				abort: async () => undefined
			}),
			move: async (to: string) => {
				this.files.set(to, this.files.get(at)!);
				this.files.delete(at);
				at = to;
			}
		};
	}

	async *keys() {
		yield* [...this.files.keys(), ...this.folders.keys()];
	}

	async removeEntry(name: string) {
		if (!this.files.delete(name)) throw notFound();
	}
}

/** A store in a file system in memory, and the folder of it that is called `records`. */
async function stored() {
	const origin = new Folder();
	vi.stubGlobal('navigator', { storage: { getDirectory: async () => origin } });
	const store = opfsAt(() => '');
	await store.write('records', 'first', bytesOf('1'));
	const folder = [...origin.folders.values()][0]!.folders.get('records')!;
	return { store, folder };
}

afterEach(() => vi.unstubAllGlobals());

test('a file that is new is seen by nobody before it is whole', async () => {
	const { store, folder } = await stored();
	const seen: unknown[] = [];
	store.beforeCommit = async () => {
		seen.push(await store.read('records', 'events'), await store.list('records'));
		seen.push(await store.unfinished('records'));
	};
	await store.write('records', 'events', bytesOf('{}'));
	expect(seen).toEqual([null, ['first'], ['events.unfinished']]);
	expect(await store.read('records', 'events')).toEqual(bytesOf('{}'));
	expect([...folder.files.keys()]).toEqual(['first', 'events']);
});

test('one that may not be written leaves nothing, and what was there stays', async () => {
	const { store, folder } = await stored();
	store.beforeCommit = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
	for (const name of ['events', 'first'])
		await expect(store.write('records', name, bytesOf('2'))).rejects.toMatchObject({
			problem: { code: 'disk_full' }
		});
	expect([...folder.files]).toEqual([['first', bytesOf('1')]]);
});

test.each(['NotReadableError', 'NotFoundError'])(
	'what another window replaces while it is read is read anew: %s',
	async (name) => {
		const { store, folder } = await stored();
		let left = 3;
		folder.reading = () => {
			if (left-- === 0) return;
			folder.files.set('first', bytesOf(`after ${3 - left}`));
			throw new DOMException('', name);
		};
		expect(await store.read('records', 'first')).toEqual(bytesOf('after 3'));
	}
);

test('what cannot be read at all is not taken for missing', async () => {
	const { store, folder } = await stored();
	folder.reading = () => {
		throw notFound();
	};
	await expect(store.read('records', 'first')).rejects.toThrow(DOMException);
	expect(await store.read('records', 'other')).toBeNull();
});
