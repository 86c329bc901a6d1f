import { expect, test } from 'vitest';
import type { Alias } from '../domain';
import type { BatchMeta } from '../ingest';
import { listBatches, publish, readBatches, removeBatch, writeFiles } from './batch-files';
import { readCache, writeCache } from './cache';
import { pseudonymKey } from './key';
import { EncryptedStore } from './encryption/encrypted-store';
import { memoryStore, type Store } from './store';
import { Workspace } from './workspace.svelte';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

const writeBatch = async (store: Store, about: BatchMeta, batch: Uint8Array<ArrayBuffer>) => {
	await writeFiles(store, about.id, { batch, keys: bytes(), codebook: null });
	await publish(store, [about]);
};

let made = 0;
const meta = (created: string): BatchMeta => ({
	format: 2,
	id: crypto.randomUUID(),
	kind: 'supportCase',
	file: { name: 'faelle.csv', size: 3, sha256: `ab${made++}` },
	sample: false,
	author: '',
	created,
	loaded: 1,
	skipped: 0,
	dropped: [['E-Mail', 'email']],
	notStored: []
});

test('batches are listed oldest first, and one without its description is none', async () => {
	const store = memoryStore();
	const [late, early] = [meta('2026-02-01T10:00:00.000Z'), meta('2026-01-01T10:00:00.000Z')];
	await writeBatch(store, late, bytes(2));
	await writeBatch(store, early, bytes(1));
	await store.write('batches', 'crashed', bytes(9));
	expect(await listBatches(store)).toMatchObject({
		batches: [early, late],
		earlier: new Map(),
		damaged: []
	});
	expect(await readBatches(store, [early])).toEqual([{ id: early.id, bytes: bytes(1) }]);
});

test('a batch that is taken back is gone, and a damaged description does not stop the others', async () => {
	const store = memoryStore();
	const [kept, gone] = [meta('2026-01-01T10:00:00.000Z'), meta('2026-01-02T10:00:00.000Z')];
	await writeBatch(store, kept, bytes(1));
	await writeBatch(store, gone, bytes(2));
	await removeBatch(store, gone.id);
	await store.write('about', 'damaged', bytes(123));
	expect(await listBatches(store)).toMatchObject({
		batches: [kept],
		earlier: new Map(),
		damaged: [{ id: 'damaged', name: null }]
	});
	expect(await store.list('batches')).toEqual([kept.id]);
});

test('a batch whose rows are missing comes as an empty file', async () => {
	const store = memoryStore();
	const lost = meta('2026-01-01T10:00:00.000Z');
	expect(await readBatches(store, [lost])).toEqual([{ id: lost.id, bytes: bytes() }]);
});

test('what figures are computed from is kept for exactly the batches it was made from', async () => {
	const store = memoryStore();
	const [one, other] = [meta('2026-01-01T10:00:00.000Z'), meta('2026-01-02T10:00:00.000Z')];
	await writeCache(store, { batches: [one], aliases: [] }, bytes(7, 8, 9));
	const kept = (batches: BatchMeta[], aliases: Alias[] = []) =>
		readCache(store, Promise.resolve({ batches, aliases }));
	expect(await kept([one])).toEqual(bytes(7, 8, 9));
	expect(await kept([one, other])).toBeNull();
	expect(await kept([other])).toBeNull();
	const [kind, key, name] = ['quartier', 'west', 'Weststadt'] as const;
	const alias = { id: 'quartier west', kind, key, name, same: null, author: '', changed: '' };
	expect(await kept([one], [alias])).toBeNull();
	await store.write('cache', 'context', bytes(0, 0, 0, 9, 1));
	expect(await kept([one])).toBeNull();
});

test('a workspace has one key for pseudonyms, another workspace another', async () => {
	const [store, other] = [memoryStore(), memoryStore()];
	const first = await pseudonymKey(store);
	expect(first).toHaveLength(32);
	expect(await pseudonymKey(store)).toEqual(first);
	expect(await pseudonymKey(other)).not.toEqual(first);
});

test('a file that comes while the workspace still opens is known all the same', async () => {
	const store = memoryStore();
	const loaded = meta('2026-01-01T10:00:00.000Z');
	await writeBatch(store, loaded, bytes(1));
	const forever = new Promise<never>(() => {});
	const workspace = new Workspace(() => forever, new EncryptedStore(store));
	void workspace.open(() => forever);
	await expect(
		workspace.imports.refuseKnown(loaded.file.sha256, 'noch einmal.csv', (iso) => iso)
	).rejects.toMatchObject({ problem: { code: 'same_file', params: { when: loaded.created } } });
	await workspace.imports.refuseKnown('cd', 'andere.csv', (iso) => iso);
});
