import { afterEach, expect, test, vi } from 'vitest';
import { listBatches, removeBatch } from '../batch-files';
import type { Store } from '../store';
import { keepBackup, listBackups, MOST, previewRestore, restore } from './backups';
import { newIdentity, recipientOf } from '../encryption/age';
import { event, load, recordsOf, smallWorkspace, survey } from './file.fixture';
import { forgetBatches, keepState, readState, sweepParts } from './states';
import { storedContent } from './stored';

const names = async (store: Store) =>
	(await listBatches(store)).batches.map(({ file }) => file.name).sort();

/** Each state is kept at a time of its own, some minutes or hours after the one before. */
let clock = Date.UTC(2026, 0, 2);
const later = (minutes: number) => vi.setSystemTime((clock += minutes * 60_000));
const keep = (store: Store, minutes = 120) => {
	vi.useFakeTimers({ toFake: ['Date'] });
	later(minutes);
	return keepBackup(store);
};
afterEach(() => void vi.useRealTimers());

test('a state is kept once, and nothing of an empty workspace', async () => {
	const store = await smallWorkspace();
	expect(await keep(store)).toBe(true);
	expect(await keep(store)).toBe(false);
	expect(await listBackups(store)).toHaveLength(1);
});

test('what was loaded, taken back and written is put back, with words for what changes', async () => {
	const store = await smallWorkspace();
	const before = await names(store);
	await keep(store);
	const [first] = (await listBatches(store)).batches;
	await removeBatch(store, first!.id);
	await load(store, 'befragung-2026.csv', survey(2026));
	const records = recordsOf(store);
	await records.read();
	await records.remove('events', 'e1', 'Yilmaz');
	await keep(store);

	const [newest, oldest] = await listBackups(store);
	expect(oldest!.changes).toBeNull();
	expect(newest!.changes!.batches.added.map(({ name }) => name)).toEqual(['befragung-2026.csv']);
	expect(newest!.changes!.batches.removed.map(({ name }) => name)).toEqual([first!.file.name]);
	expect(newest!.changes!.records).toContainEqual({
		kind: 'events',
		added: 0,
		changed: 0,
		removed: 1
	});

	const preview = await previewRestore(store, oldest!.name);
	expect(preview!.batches.added.map(({ name }) => name)).toEqual([first!.file.name]);
	expect(await restore(store, oldest!.name, 'w', 'Müller')).toBe(true);
	expect(await names(store)).toEqual(before);
	await records.read();
	expect(records.events.map(({ title }) => title)).toEqual(['Treff eröffnet']);
	// And the state that was left is still there to go back to.
	await keep(store);
	expect(await restore(store, newest!.name, 'w', 'Müller')).toBe(true);
	expect(await names(store)).toContain('befragung-2026.csv');
});

test('ten states are kept, and with the oldest goes what only it had', async () => {
	const store = await smallWorkspace();
	await keep(store);
	const [first] = (await listBatches(store)).batches;
	await removeBatch(store, first!.id);
	const hasParts = async () =>
		(await store.list('parts')).some((name) => name.startsWith(first!.id));
	for (let at = 0; at < MOST; at++) {
		expect(await hasParts()).toBe(true);
		await load(store, `befragung-20${10 + at}.csv`, survey(2010 + at));
		await keep(store);
	}
	expect(await listBackups(store)).toHaveLength(MOST);
	expect(await hasParts()).toBe(false);
});

test('what is written within an hour is one state', async () => {
	const store = await smallWorkspace();
	await keep(store);
	const records = recordsOf(store);
	for (let at = 0; at < 5; at++) {
		await records.put('events', event(`n${at}`, `Ereignis ${at}`));
		await keep(store, 5);
	}
	expect(await listBackups(store)).toHaveLength(2);
	await records.put('events', event('n9', 'Am Abend'));
	await keep(store, 120);
	expect(await listBackups(store)).toHaveLength(3);
});

test('what is deleted for good is in no state any more', async () => {
	const store = await smallWorkspace();
	await keep(store);
	const [first] = (await listBatches(store)).batches;
	await forgetBatches(store, [first!.id]);
	await removeBatch(store, first!.id);
	await sweepParts(store);
	const [only] = await listBackups(store);
	const kept = await readState(store, only!.name);
	expect([...kept!.content.batches.keys()]).not.toContain(first!.id);
	expect((await store.list('parts')).some((name) => name.startsWith(first!.id))).toBe(false);
	await restore(store, only!.name, 'w', 'Müller');
	expect(await names(store)).not.toContain(first!.file.name);
});

test('a restored state does not undo an encryption', async () => {
	const store = await smallWorkspace();
	await keep(store);
	const records = recordsOf(store);
	await records.read();
	const encryption = { key: btoa('key'), recipient: await recipientOf(await newIdentity()) };
	await records.describe({ encryption }, 'Müller');
	const [only] = await listBackups(store);
	await restore(store, only!.name, 'w', 'Müller');
	await records.read();
	expect(records.about.encryption).toEqual(encryption);
	expect((await storedContent(store)).damaged).toEqual([]);
});

test('the state that was chosen is put back, even where that of now takes its place', async () => {
	const store = await smallWorkspace();
	await keep(store);
	const records = recordsOf(store);
	await records.put('events', event('e2', 'Streik'));
	await keep(store, 5);
	const [newest] = await listBackups(store);
	await records.read();
	await records.remove('events', 'e2', 'Yilmaz');
	vi.useFakeTimers({ toFake: ['Date'] });
	later(5);
	expect(await restore(store, newest!.name, 'w', 'Müller', true)).toBe(true);
	await records.read();
	expect(records.events.map(({ title }) => title).sort()).toEqual(['Streik', 'Treff eröffnet']);
});

test('what was added since goes, which is said before, and what there was then stays a state', async () => {
	const store = await smallWorkspace();
	await keep(store);
	const records = recordsOf(store);
	await records.put('events', event('e2', 'Streik'));
	await keep(store, 5);
	const [only] = (await listBackups(store)).slice(-1);
	const changes = await previewRestore(store, only!.name);
	expect(changes?.records).toEqual([{ kind: 'events', added: 0, changed: 0, removed: 1 }]);
	vi.useFakeTimers({ toFake: ['Date'] });
	later(5);
	expect(await restore(store, only!.name, 'w', 'Müller', true)).toBe(true);
	await keep(store, 5);
	await records.read();
	expect(records.events.map(({ title }) => title)).toEqual(['Treff eröffnet']);
	const [, before] = await listBackups(store);
	expect(await restore(store, before!.name, 'w', 'Müller', true)).toBe(true);
	await records.read();
	expect(records.events.map(({ title }) => title).sort()).toEqual(['Streik', 'Treff eröffnet']);
});

test('of ten states the oldest can be put back', async () => {
	const store = await smallWorkspace();
	await keep(store);
	const before = await names(store);
	for (let at = 1; at < MOST; at++) {
		await load(store, `befragung-20${10 + at}.csv`, survey(2010 + at));
		await keep(store);
	}
	await load(store, 'befragung-2009.csv', survey(2009));
	const oldest = (await listBackups(store)).at(-1);
	later(120);
	expect(await restore(store, oldest!.name, 'w', 'Müller', true)).toBe(true);
	expect(await names(store)).toEqual(before);
});

test('a file that was read in several ways goes from all states, as does what cannot be read', async () => {
	const store = await smallWorkspace();
	await keep(store);
	const { content } = await storedContent(store);
	const [first] = (await listBatches(store)).batches;
	// As it was read before: the same file under another id.
	const was = content.batches.get(first!.id)!;
	const meta = { ...first!, id: crypto.randomUUID() };
	const other = {
		...was,
		id: meta.id,
		fields: { ...was.fields, meta: { ...was.fields['meta']!, value: meta } }
	};
	const batches = new Map([...content.batches, [meta.id, other]]);
	await keepState(store, 'older', '2025-01-01T00:00:00.000Z', { ...content, batches });
	await store.write('backups', 'damaged', new TextEncoder().encode('PK befragung-2023.csv'));
	await forgetBatches(store, [first!.id]);
	const kept = await readState(store, 'older');
	expect([...kept!.content.batches.keys()]).not.toContain(meta.id);
	expect(kept!.content.batches.size).toBe(content.batches.size - 1);
	expect(await store.list('backups')).not.toContain('damaged');
});
