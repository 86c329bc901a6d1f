import { expect, it } from 'vitest';
import { memoryStore } from '../store';
import { readEncryption, writeEncryption, type EncryptionState } from './state';

const STATE: EncryptionState = {
	key: 'AAAA',
	storeKey: 'BBBB',
	recipient: 'age1',
	used: 'age1',
	identity: null,
	atRest: true,
	isMixed: false
};

it('is read from the other place where one of the two is damaged', async () => {
	for (const name of ['state', 'state-again']) {
		const store = memoryStore();
		await writeEncryption(store, STATE);
		await store.write('encryption', name, new Uint8Array([1, 2, 3]));
		expect(await readEncryption(store)).toEqual(STATE);
	}
});

it('never counts as not encrypted because it cannot be read', async () => {
	const store = memoryStore();
	expect(await readEncryption(store)).toBeNull();
	await writeEncryption(store, STATE);
	for (const name of ['state', 'state-again'])
		await store.write('encryption', name, new Uint8Array());
	await expect(readEncryption(store)).rejects.toMatchObject({
		problem: { code: 'encryption_damaged' }
	});
	await writeEncryption(store, null);
	expect(await readEncryption(store)).toBeNull();
});
