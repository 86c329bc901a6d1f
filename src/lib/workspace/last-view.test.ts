import { expect, it } from 'vitest';
import { LastViewFile, type LastView } from './last-view';
import { memoryStore } from './store';

const view = (address: string): LastView => ({
	address,
	width: 1280,
	height: 720,
	ratio: 1,
	dark: false,
	css: '',
	fonts: [],
	html: '<p>62 %</p>'
});

const kept = async (store: ReturnType<typeof memoryStore>): Promise<unknown> => {
	const bytes = await store.read('last-view', 'picture.json');
	return bytes && JSON.parse(new TextDecoder().decode(bytes));
};

it('keeps the newest picture under its format and version', async () => {
	const store = memoryStore();
	const file = new LastViewFile(store);
	await Promise.all([file.keep(view('/a'), () => true), file.keep(view('/b'), () => true)]);
	expect(await kept(store)).toEqual({
		format: 'quartierspiegel-last-view',
		version: 1,
		...view('/b')
	});
});

it('keeps none that is not true any more, and none after it was to be forgotten', async () => {
	const store = memoryStore();
	const file = new LastViewFile(store);
	await file.keep(view('/a'), () => false);
	expect(await kept(store)).toBeNull();
	let isTrue = true;
	const keeping = file.keep(view('/b'), () => isTrue);
	isTrue = false;
	await Promise.all([keeping, file.forget()]);
	expect(await kept(store)).toBeNull();
});

it('goes on after a write that failed', async () => {
	const store = memoryStore();
	const full = { ...store, write: () => Promise.reject(new Error('full')) };
	const file = new LastViewFile({ ...full });
	await expect(file.keep(view('/a'), () => true)).rejects.toThrow('full');
	await expect(file.forget()).resolves.toBeUndefined();
});

it('tries again to forget where another window is just writing', async () => {
	const store = memoryStore();
	await new LastViewFile(store).keep(view('/a'), () => true);
	let tries = 0;
	const busy = {
		...store,
		remove: async (folder: string, name: string) => {
			if (++tries < 3) throw new DOMException('', 'NoModificationAllowedError');
			await store.remove(folder, name);
		}
	};
	await new LastViewFile(busy).forget();
	expect(await kept(store)).toBeNull();
});
