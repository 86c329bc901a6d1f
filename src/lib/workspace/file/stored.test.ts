import { expect, test } from 'vitest';
import { fail } from '../../domain';
import { keyId } from '../../ingest';
import { CURRENT_KEY, KEYS, namedKey, pseudonymKey } from '../key';
import { onlyRead, type Store } from '../store';
import { smallWorkspace } from './file.fixture';
import { keysOf } from './keys';
import { PARTS } from './kept-parts';
import { storedContent } from './stored';

/** A store that keeps no parts any more. */
const refusing = (store: Store, code: string): Store => ({
	...store,
	write: (folder, name, ...parts) =>
		folder === PARTS ? fail(code) : store.write(folder, name, ...parts)
});

async function withoutParts(): Promise<Store> {
	const store = await smallWorkspace();
	for (const name of await store.list(PARTS)) await store.remove(PARTS, name);
	return store;
}

test('a batch whose parts cannot be kept, as there is no room, is in the file all the same', async () => {
	const whole = await storedContent(await smallWorkspace());
	const full = await storedContent(refusing(await withoutParts(), 'disk_full'));
	expect(whole.content.parts.size).toBeGreaterThan(1);
	expect(full.damaged).toEqual([]);
	expect(full.content.parts.size).toBe(whole.content.parts.size);
});

test('somebody who may not write any more is told', async () => {
	await expect(storedContent(refusing(await withoutParts(), 'taken_over'))).rejects.toMatchObject({
		problem: { code: 'taken_over' }
	});
});

test('whoever only looks leaves everything as it was', async () => {
	const store = await withoutParts();
	const { content } = await storedContent(onlyRead(store));
	expect(content.parts.size).toBeGreaterThan(1);
	expect(await store.list(PARTS)).toEqual([]);
});

test('what is left of a damaged key is no key, and no other one takes its place', async () => {
	const store = await smallWorkspace();
	const key = await pseudonymKey(store);
	await store.write(KEYS, keyId(key), key.slice(0, 31));
	expect(await namedKey(store, keyId(key))).toBeNull();
	expect((await keysOf(store)).all.size).toBe(1);
	await store.write(KEYS, CURRENT_KEY, new Uint8Array(96));
	await expect(pseudonymKey(store)).rejects.toMatchObject({ problem: { code: 'key_damaged' } });
	expect(await keysOf(store)).toEqual({ current: null, all: new Map() });
});
