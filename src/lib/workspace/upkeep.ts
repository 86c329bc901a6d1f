import { z } from '../domain';
import { BATCH_FORMAT, type BatchMeta, type Codebook } from '../ingest';
import { describeAnew, listBatches, repairRecord, writeFiles, type Listing } from './batch-files';
import { dropCache } from './cache';
import { readJson, writeJson } from './json-files';
import { readKeptCodebook } from './kept-codebooks';
import type { Store } from './store';

type Bytes = Uint8Array<ArrayBuffer>;

/** What reads kept batches: the worker of imports. */
export type Reader = {
	/** `codebook`: what was confirmed about its columns, which comes back without what is not kept */
	renew(
		bytes: Bytes,
		codebook: Codebook | null
	): Promise<{ batch: Bytes; keys: Bytes; meta: BatchMeta; codebook: Codebook | null }>;
	describe(bytes: Bytes): Promise<{ meta: BatchMeta } | { meta: null; name: string | null }>;
};

const NOTICE = { folder: 'notices', name: 'cleaned' } as const;

const noticeSchema = z.strictObject({
	format: z.literal(1),
	/** files whose batches were cleaned, and the headings of columns that were deleted */
	files: z.number().int(),
	columns: z.array(z.string())
});
export type CleanedNotice = z.infer<typeof noticeSchema>;

/** What was deleted from batches of earlier versions and has not been read yet. */
export const readNotice = (store: Store): Promise<CleanedNotice | null> =>
	readJson(store, NOTICE.folder, NOTICE.name, (value) => noticeSchema.parse(value));

export const dropNotice = (store: Store): Promise<void> => store.remove(NOTICE.folder, NOTICE.name);

const isOld = ({ format }: BatchMeta): boolean => format !== BATCH_FORMAT;

/** Whether batches are of an earlier format, or their descriptions damaged. */
export const needsUpkeep = ({ batches, earlier, damaged }: Listing): boolean =>
	damaged.length > 0 || [...batches, ...[...earlier.values()].flat()].some(isOld);

/** Writes descriptions anew that are damaged, from what whole batches say of themselves; names those that are not. */
async function repair(store: Store, listing: Listing, reader: Reader): Promise<Listing> {
	const lost: Listing['damaged'] = [];
	for (const one of listing.damaged) {
		const bytes = await store.read('batches', one.id);
		const found = await reader.describe(bytes ?? new Uint8Array());
		if (found.meta?.id === one.id) await repairRecord(store, found.meta);
		else lost.push({ id: one.id, name: one.name ?? (found.meta ? null : found.name) });
	}
	return { ...(await listBatches(store)), damaged: lost };
}

/**
 * Cleans batches of earlier formats: each is written in the place of what it was, its description last, so
 * that whoever is interrupted goes on at the next start. What was computed from them goes first, as it may
 * hold words that are deleted. A damaged batch stays as it is.
 */
async function clean(store: Store, old: readonly BatchMeta[], reader: Reader): Promise<void> {
	if (old.length === 0) return;
	await dropCache(store);
	const before = await readNotice(store);
	let [files, columns] = [before?.files ?? 0, before?.columns ?? []];
	for (const { id } of old) {
		const bytes = await store.read('batches', id);
		const kept = await readKeptCodebook(store, id);
		const renewed = bytes && (await reader.renew(bytes, kept).catch(() => null));
		if (!renewed) continue;
		const { batch, keys, meta, codebook } = renewed;
		await writeFiles(store, id, { batch, keys, codebook });
		const known = new Set(old.find((one) => one.id === id)?.dropped.map(([heading]) => heading));
		const personal = meta.dropped.map(([heading]) => heading).filter((one) => !known.has(one));
		files++;
		columns = [...columns, ...personal, ...meta.notStored];
		await writeJson(store, NOTICE.folder, NOTICE.name, { format: 1, files, columns });
		await describeAnew(store, meta);
	}
	if (columns.length === 0) await dropNotice(store);
}

/** Repairs and cleans what is kept. Only while nobody else writes. */
export async function upkeep(store: Store, listing: Listing, reader: Reader): Promise<Listing> {
	const { damaged, ...whole } = await repair(store, listing, reader);
	await clean(
		store,
		[...whole.batches, ...[...whole.earlier.values()].flat()].filter(isOld),
		reader
	);
	return { ...(await listBatches(store)), damaged };
}
