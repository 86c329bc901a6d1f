import { expect, it } from 'vitest';
import { memoryStore } from '../store';
import { newIdentity, recipientOf } from './age';
import { EncryptedStore } from './encrypted-store';
import { newStoreKey, storeCipher, storeKeyFor } from './store-cipher';

const text = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes);
const bytes = (said: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(said);

async function makeCipher() {
	const identity = await newIdentity();
	return storeCipher(await newStoreKey([await recipientOf(identity)]), identity);
}

it('encrypts what is written, and reads it and what lay there before', async () => {
	const inner = memoryStore();
	const store = new EncryptedStore(inner);
	await store.write('batches', 'old', bytes('Nordstadt'));
	store.use(await makeCipher(), true);
	await store.write('batches', 'new', bytes('Nord'), bytes('stadt'));
	expect(text(await inner.read('batches', 'new'))).not.toContain('Nord');
	expect(text(await store.read('batches', 'new'))).toBe('Nordstadt');
	expect(text(await store.read('batches', 'old'))).toBe('Nordstadt');
});

it('writes everything anew, there and back, but what is needed to open the rest', async () => {
	const inner = memoryStore();
	const store = new EncryptedStore(inner);
	const all = [
		['batches', 'a', 'Nordstadt'],
		['records', 'notes', 'Treff'],
		['encryption', 'state', 'key']
	] as const;
	for (const [folder, name, said] of all) await store.write(folder, name, bytes(said));
	const cipher = await makeCipher();
	store.use(cipher, true);
	await store.convert();
	for (const [folder, name, said] of all) {
		const kept = text(await inner.read(folder, name));
		if (folder === 'encryption') expect(kept).toBe(said);
		else expect(kept).not.toContain(said);
	}
	store.use(cipher, false);
	await store.convert();
	for (const [folder, name, said] of all) expect(text(await inner.read(folder, name))).toBe(said);
});

it('lets whoever reads wait until there is a key', async () => {
	const inner = memoryStore();
	const before = new EncryptedStore(inner);
	const cipher = await makeCipher();
	before.use(cipher, true);
	await before.write('records', 'notes', bytes('Treff'));
	const store = new EncryptedStore(inner);
	const read = store.read('records', 'notes');
	store.use(cipher, true);
	expect(text(await read)).toBe('Treff');
});

it('says that another key does not fit', async () => {
	const inner = memoryStore();
	const before = new EncryptedStore(inner);
	before.use(await makeCipher(), true);
	await before.write('records', 'notes', bytes('Treff'));
	const store = new EncryptedStore(inner);
	store.use(await makeCipher(), true);
	await expect(store.read('records', 'notes')).rejects.toMatchObject({
		problem: { code: 'browser_encrypted' }
	});
});

it('says at once that there is no key where it is known that there is none', async () => {
	const inner = memoryStore();
	const before = new EncryptedStore(inner);
	before.use(await makeCipher(), true);
	await before.write('records', 'notes', bytes('Treff'));
	const store = new EncryptedStore(inner);
	store.use(null, false);
	await expect(store.read('records', 'notes')).rejects.toMatchObject({
		problem: { code: 'browser_encrypted' }
	});
});

it('writes all anew that it can read, and leaves of the rest nothing that a key seems to open', async () => {
	const inner = memoryStore();
	const store = new EncryptedStore(inner);
	const cipher = await makeCipher();
	store.use(cipher, true);
	await store.write('records', 'notes', bytes('Treff'));
	await store.write('records', 'events', bytes('Sommerfest'));
	const damaged = (await inner.read('records', 'events'))!.slice(0, -1);
	await inner.write('records', 'events', damaged);
	await store.write('records', 'views', bytes('Nordstadt'));
	store.use(cipher, false);
	await store.convert();
	expect(text(await inner.read('records', 'notes'))).toBe('Treff');
	expect(text(await inner.read('records', 'views'))).toBe('Nordstadt');
	const rest = await inner.read('records', 'events');
	expect(text(rest)).not.toContain('quartierspiegel');
	store.use(null, false);
	expect(await store.read('records', 'events')).toEqual(rest);
});

it('gives what is damaged, or was put in the place of another file, as it lies', async () => {
	const inner = memoryStore();
	const store = new EncryptedStore(inner);
	store.use(await makeCipher(), true);
	await store.write('batches', 'a', bytes('Nordstadt'));
	await store.write('batches', 'b', bytes('Südstadt'));
	const [a, b] = [(await inner.read('batches', 'a'))!, (await inner.read('batches', 'b'))!];
	await inner.write('batches', 'a', b);
	expect(await store.read('batches', 'a')).toEqual(b);
	for (const length of [30, 47, a.length - 1]) {
		await inner.write('batches', 'a', a.slice(0, length));
		expect(await store.read('batches', 'a')).toEqual(a.slice(0, length));
	}
	for (let at = a.length - 30; at < a.length; at++) {
		const flipped = a.slice();
		flipped[at]! ^= 1;
		await inner.write('batches', 'a', flipped);
		expect(await store.read('batches', 'a')).toEqual(flipped);
	}
});

it('goes on under its key with another identity, and the one before opens what it had', async () => {
	const [mine, theirs] = [await newIdentity(), await newIdentity()];
	const first = await newStoreKey([await recipientOf(mine)]);
	const second = await storeKeyFor([await recipientOf(theirs)], first, mine);
	const inner = memoryStore();
	const before = new EncryptedStore(inner);
	before.use(storeCipher(first, mine), true);
	await before.write('records', 'notes', bytes('Treff'));
	const after = new EncryptedStore(inner);
	after.use(storeCipher(second, theirs), true);
	expect(text(await after.read('records', 'notes'))).toBe('Treff');
	await expect(storeKeyFor([], second, mine)).rejects.toMatchObject({
		problem: { code: 'browser_encrypted' }
	});
});
