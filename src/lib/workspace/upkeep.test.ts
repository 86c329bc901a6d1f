import { describe, expect, test } from 'vitest';
import type { BatchMeta } from '../ingest';
import { listBatches, writeFiles } from './batch-files';
import { sweep } from './sweep';
import { memoryStore, type Store } from './store';
import { dropNotice, needsUpkeep, readNotice, upkeep, type Reader } from './upkeep';
import { bytes, metaOf, codebook, put, closedAfter } from './batches.fixture';

describe('a damaged description', () => {
	const reader = (whole: BatchMeta | null): Reader => ({
		renew: () => Promise.reject(new Error('not asked for')),
		describe: async () => (whole ? { meta: whole } : { meta: null, name: null })
	});
	const cut = async (store: Store, id: string, at: number) => {
		const about = await store.read('about', id);
		await store.write('about', id, about!.slice(0, at));
	};

	test('is told by the name of its file, and takes nothing with it', async () => {
		const store = memoryStore();
		const [whole, hurt] = [metaOf('ganz.csv'), metaOf('kaputt "2".csv')];
		await put(store, whole);
		await put(store, hurt);
		await cut(store, hurt.id, 420);
		const found = await listBatches(store);
		expect(found).toMatchObject({
			batches: [whole],
			earlier: new Map(),
			damaged: [{ id: hurt.id, name: 'kaputt "2".csv' }]
		});
		expect(needsUpkeep(found)).toBe(true);
		// Its rows stay until somebody decides.
		await sweep(store);
		expect(await store.list('batches')).toContain(hurt.id);
		const after = await upkeep(store, found, reader(null));
		expect(after.damaged).toEqual([{ id: hurt.id, name: 'kaputt "2".csv' }]);
	});

	test('is written anew from a whole batch, and what it took the place of stays gone', async () => {
		const store = memoryStore();
		const old = metaOf('alt.csv');
		const now = metaOf('neu.csv', { replaces: old.id });
		await put(store, old);
		await put(store, now);
		await cut(store, now.id, 20);
		const after = await upkeep(store, await listBatches(store), reader(now));
		expect(after).toMatchObject({
			batches: [now],
			earlier: new Map([[now.id, [old]]]),
			damaged: []
		});
		expect(await listBatches(store)).toEqual(after);
	});
});

describe('batches of an earlier version', () => {
	const cleaning: Reader = {
		renew: async (packed, book) => {
			const meta = olds.find(({ id }) => packed[0] === olds.findIndex((one) => one.id === id))!;
			return {
				batch: bytes(9),
				keys: bytes(8),
				meta: { ...meta, format: 2, notStored: ['Bemerkung'], dropped: [['Mieter', 'name']] },
				codebook: book && { fields: book.fields.slice(0, 1) }
			};
		},
		describe: () => Promise.reject(new Error('not asked for'))
	};
	const olds = [metaOf('a.csv', { format: 1 }), metaOf('b.csv', { format: 1 })];
	const prepare = async (store: Store) => {
		for (const [at, meta] of olds.entries()) {
			await writeFiles(store, meta.id, { batch: bytes(at), keys: bytes(), codebook });
			await store.write('about', meta.id, new TextEncoder().encode(JSON.stringify(meta)));
		}
		await store.write('cache', 'context', bytes(7));
	};

	test('are cleaned in their place, once, and it is said until somebody has read it', async () => {
		const store = memoryStore();
		await prepare(store);
		const listing = await listBatches(store);
		expect(needsUpkeep(listing)).toBe(true);
		const after = await upkeep(store, listing, cleaning);
		expect(after.batches.map(({ id, format }) => [id, format])).toEqual(
			olds.map(({ id }) => [id, 2])
		);
		expect(needsUpkeep(after)).toBe(false);
		expect(await store.read('batches', olds[0]!.id)).toEqual(bytes(9));
		// What was computed from them may hold what was deleted.
		expect(await store.read('cache', 'context')).toBeNull();
		expect(await readNotice(store)).toEqual({
			format: 1,
			files: 2,
			columns: ['Mieter', 'Bemerkung', 'Mieter', 'Bemerkung']
		});
		await dropNotice(store);
		expect(await readNotice(store)).toBeNull();
	});

	test('are cleaned at the next start where the window was closed meanwhile', async () => {
		for (let changes = 0, isDone = false; !isDone; changes++) {
			const disk = memoryStore();
			await prepare(disk);
			const window = closedAfter(disk, changes);
			isDone = await Promise.race([
				listBatches(disk)
					.then((listing) => upkeep(window.store, listing, cleaning))
					.then(() => true),
				window.closed
			]);
			const listing = await listBatches(disk);
			expect(listing.batches).toHaveLength(2);
			if (isDone) break;
			// Cleaned bytes are told by what stands in them; here by what was written.
			const again: Reader = {
				...cleaning,
				renew: (packed, book) => {
					const next = bytes(listing.batches[0]!.format === 2 ? 1 : 0);
					return cleaning.renew(packed[0] === 9 ? next : packed, book);
				}
			};
			const after = await upkeep(disk, listing, again);
			expect(after.batches.map(({ format }) => format)).toEqual([2, 2]);
		}
	});
});
