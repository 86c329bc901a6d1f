import { describe, expect, test } from 'vitest';
import { emptyCatalog, type TableRows } from '../engine';
import type { BatchMeta } from '../ingest';
import { isLittered, listBatches, publish, removeBatch, sweep, writeFiles } from './batch-files';
import { AsyncQueue } from './async-queue';
import type { IngestClient } from './ingest-client';
import { makeBatches } from './make-batches';
import { memoryStore, type Store } from './store';
import { dropNotice, needsUpkeep, readNotice, upkeep, type Reader } from './upkeep';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

let made = 0;
const metaOf = (name: string, more: Partial<BatchMeta> = {}): BatchMeta => ({
	format: 2,
	id: crypto.randomUUID(),
	kind: 'survey',
	file: { name, size: 3, sha256: `${name} ${made++}` },
	sample: false,
	author: '',
	created: new Date(Date.UTC(2026, 0, 1, 0, 0, made)).toISOString(),
	loaded: 1,
	skipped: 0,
	dropped: [],
	notStored: [],
	...more
});

const codebook = { fields: [{ name: 'Bogen', type: 'any' }] };

async function put(store: Store, meta: BatchMeta): Promise<BatchMeta> {
	await writeFiles(store, meta.id, { batch: bytes(1), keys: bytes(2), codebook });
	await publish(store, [meta]);
	return meta;
}

/** What the worker gives of files, without reading any. */
const client = {
	api: {
		commit: async (_: unknown, about: { id: string; name: string; replaces?: string }) => ({
			meta: metaOf(about.name, { id: about.id, replaces: about.replaces }),
			codebook,
			catalog: emptyCatalog()
		}),
		pack: async () => ({ batch: bytes(1), keys: bytes(2) })
	}
} as unknown as IngestClient;

const load = (store: Store, names: readonly string[], replaces?: string) =>
	makeBatches(
		names.map((name) => ({
			kind: 'survey' as const,
			name,
			open: async () => ({ client, mapping: {} as never, size: 3 })
		})),
		{
			store,
			key: bytes(),
			catalog: Promise.resolve(emptyCatalog()),
			aliases: [],
			sample: false,
			replaces,
			refuse: () => {}
		},
		new AsyncQueue<TableRows>()
	).done;

/** The store of a window that is closed after so many changes: of what it does then, nothing comes. */
function closedAfter(store: Store, changes: number): { store: Store; closed: Promise<false> } {
	let left = changes;
	let close: (isDone: false) => void;
	const closed = new Promise<false>((resolve) => (close = resolve));
	const counted =
		<Args extends unknown[]>(change: (...args: Args) => Promise<void>) =>
		(...args: Args): Promise<void> => {
			if (left-- > 0) return change(...args);
			// What was begun before is still written.
			setTimeout(close, 0, false);
			return new Promise(() => undefined);
		};
	return {
		store: {
			...store,
			write: counted((...args: Parameters<Store['write']>) => store.write(...args)),
			remove: counted((...args: Parameters<Store['remove']>) => store.remove(...args))
		},
		closed
	};
}

/** Does work in a window that is closed after each number of changes in turn, and looks at what the next window finds. */
async function closedAtEach(
	prepare: (store: Store) => Promise<unknown>,
	work: (store: Store) => Promise<unknown>,
	look: (found: Awaited<ReturnType<typeof listBatches>>, isDone: boolean) => void
): Promise<number> {
	for (let changes = 0; ; changes++) {
		const disk = memoryStore();
		await prepare(disk);
		const window = closedAfter(disk, changes);
		const isDone = await Promise.race([work(window.store).then(() => true), window.closed]);
		look(await listBatches(disk), isDone);
		await sweep(disk);
		const found = await listBatches(disk);
		look(found, isDone);
		expect(await isLittered(disk, found)).toBe(false);
		const described = [...found.batches, ...found.earlier].map(({ id }) => id).sort();
		for (const folder of ['about', 'batches', 'ids', 'codebooks'])
			expect((await disk.list(folder)).sort(), folder).toEqual(described);
		expect(await disk.list('pending')).toEqual([]);
		if (isDone) return changes;
	}
}

const namesOf = (batches: readonly BatchMeta[]) => batches.map(({ file }) => file.name);

describe('a window that is closed at any moment leaves', () => {
	test('of a replacement the old load or the new one, never both', async () => {
		const old = metaOf('alt.csv');
		const seen = new Set<string>();
		const changes = await closedAtEach(
			(store) => put(store, old),
			(store) => load(store, ['neu.csv'], old.id),
			({ batches, earlier }, isDone) => {
				seen.add(namesOf(batches).join());
				if (isDone) expect(namesOf(batches)).toEqual(['neu.csv']);
				expect([['alt.csv'], ['neu.csv']]).toContainEqual(namesOf(batches));
				expect(namesOf(earlier)).toEqual(
					batches[0] === undefined || batches[0].id === old.id ? [] : ['alt.csv']
				);
			}
		);
		expect(changes).toBeGreaterThan(3);
		expect([...seen]).toEqual(['alt.csv', 'neu.csv']);
	});

	test('of several files all of them or none', async () => {
		await closedAtEach(
			async () => undefined,
			(store) => load(store, ['a.csv', 'b.csv', 'c.csv']),
			({ batches }, isDone) => {
				if (isDone) expect(batches).toHaveLength(3);
				expect([0, 3]).toContain(batches.length);
			}
		);
	});

	test('of what is taken back the load or the one before it', async () => {
		const old = metaOf('alt.csv');
		const now = metaOf('neu.csv', { replaces: old.id });
		await closedAtEach(
			async (store) => {
				await put(store, old);
				await put(store, now);
			},
			(store) => removeBatch(store, now.id),
			({ batches }, isDone) => {
				if (isDone) expect(batches).toEqual([old]);
				expect([[old], [now]]).toContainEqual(batches);
			}
		);
	});

	test('of a second replacement one step back', async () => {
		const first = metaOf('1.csv');
		const second = metaOf('2.csv', { replaces: first.id });
		await closedAtEach(
			async (store) => {
				await put(store, first);
				await put(store, second);
			},
			(store) => load(store, ['3.csv'], second.id),
			({ batches }, isDone) =>
				expect(isDone ? [['3.csv']] : [['2.csv'], ['3.csv']]).toContainEqual(namesOf(batches))
		);
		const disk = memoryStore();
		for (const meta of [first, second]) await put(disk, meta);
		const [third] = await load(disk, ['3.csv'], second.id);
		await sweep(disk);
		expect(namesOf((await listBatches(disk)).earlier)).toEqual(['2.csv']);
		await removeBatch(disk, third!.id);
		expect(namesOf((await listBatches(disk)).batches)).toEqual(['2.csv']);
	});
});

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
		await cut(store, hurt.id, 140);
		const found = await listBatches(store);
		expect(found).toEqual({
			batches: [whole],
			earlier: [],
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
		expect(after).toEqual({ batches: [now], earlier: [old], damaged: [] });
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
