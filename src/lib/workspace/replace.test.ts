import { describe, expect, test } from 'vitest';
import { emptyCatalog, type TableRows } from '../engine';
import type { BatchMeta } from '../ingest';
import { listBatches, removeBatch } from './batch-files';
import { isLittered, sweep } from './sweep';
import { AsyncQueue } from './async-queue';
import type { IngestClient } from './ingest-client';
import { makeBatches } from './make-batches';
import { memoryStore, type Store } from './store';
import { bytes, metaOf, codebook, put, closedAfter } from './batches.fixture';

/** What the worker gives of files, without reading any. */
const client = {
	api: {
		commit: async (_: unknown, about: { name: string; replaces?: string }) => ({
			meta: metaOf(about.name, { replaces: about.replaces }),
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
			by: '',
			replaces,
			refuse: () => {}
		},
		new AsyncQueue<TableRows>()
	).done;

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
		const there = [...found.batches, ...[...found.earlier.values()].flat()];
		const described = there.map(({ id }) => id).sort();
		for (const folder of ['batches', 'ids', 'codebooks'])
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
				expect(namesOf([...earlier.values()].flat())).toEqual(
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
		expect(namesOf([...(await listBatches(disk)).earlier.values()].flat())).toEqual(['2.csv']);
		await removeBatch(disk, third!.id);
		expect(namesOf((await listBatches(disk)).batches)).toEqual(['2.csv']);
	});
});
