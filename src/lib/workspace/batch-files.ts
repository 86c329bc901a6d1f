import { latestTime, nextTime, z, type ClockTime, type Versioned } from '../domain';
import { fileNameIn, type BatchMeta, type Codebook } from '../ingest';
import {
	batchRecordFile,
	counting,
	isTakenBack,
	loadedAgain,
	loadedNow,
	parseBatchRecord,
	takenBack,
	type Counting
} from './batch-records';
import { saysDeletionDate, withDateBefore, withDeletionDate } from './deletion-date';
import { readJson, writeJson } from './json-files';
import { writeCodebook } from './kept-codebooks';
import type { Store } from './store';
import { randomSign } from './who';

/** A batch that cannot be read; the name of its file where even that is lost is null. */
export type Damaged = { id: string; name: string | null };

/** What the store has of batches, by their records. */
export type Listing = Counting & {
	/** of all of them, those that were taken back included */
	records: Versioned[];
	/** batches whose record cannot be read */
	damaged: Damaged[];
};

/** What of several batches does not hold yet, with their records before: they count together, or none of them does. */
const PENDING = { folder: 'pending', name: 'load' } as const;

/** Batches that are being loaded, and the record that each had before: null where there was none. */
export type Before = ReadonlyMap<string, Versioned | null>;

const pendingSchema = z.array(z.union([z.string(), z.tuple([z.string(), z.unknown()])]));

/** What a load did not bring to its end; versions before wrote the ids alone. */
export async function pending(store: Store): Promise<Map<string, Versioned | null>> {
	const kept = await readJson(store, PENDING.folder, PENDING.name, (json) =>
		pendingSchema.parse(json).map((one): [string, Versioned | null] => {
			if (typeof one === 'string') return [one, null];
			return [one[0], one[1] === null ? null : parseBatchRecord(one[1])];
		})
	);
	return new Map(kept ?? []);
}

/** The record of a batch; undefined where there is none. @throws what JSON and zod say of a damaged one */
async function readRecord(store: Store, id: string): Promise<Versioned | undefined> {
	const bytes = await store.read('about', id);
	return bytes ? parseBatchRecord(JSON.parse(new TextDecoder().decode(bytes))) : undefined;
}

/** The record of a batch, or what is left of it. */
async function recordOrRest(store: Store, id: string): Promise<Versioned | Damaged> {
	try {
		return (await readRecord(store, id)) ?? { id, name: null };
	} catch {
		const rest = await store.read('about', id).catch(() => null);
		return { id, name: fileNameIn(rest ?? new Uint8Array()) };
	}
}

const isRecord = (one: Versioned | Damaged): one is Versioned => 'fields' in one;

/** The records of all batches, those that were taken back included, and which cannot be read. */
export async function readRecords(
	store: Store
): Promise<{ records: Versioned[]; damaged: Damaged[] }> {
	const [names, unfinished] = await Promise.all([store.list('about'), pending(store)]);
	const found = await Promise.all(
		names.map(async (id) =>
			unfinished.has(id) ? (unfinished.get(id) ?? null) : recordOrRest(store, id)
		)
	);
	const all = found.filter((one) => one !== null);
	return {
		records: all.filter(isRecord),
		damaged: all.filter((one): one is Damaged => !isRecord(one))
	};
}

/** All batches. One is there once its record is, which is written last: a single write replaces a batch. */
export async function listBatches(store: Store): Promise<Listing> {
	const { records, damaged } = await readRecords(store);
	return { ...counting(records), records, damaged };
}

/** What is kept of a batch beside its record. */
export type BatchFiles = {
	batch: Uint8Array<ArrayBuffer>;
	keys: Uint8Array<ArrayBuffer>;
	codebook: Codebook | null;
};

/** Folders of what is kept of a batch beside its record, by its id. */
export const FOLDERS = ['batches', 'codebooks', 'ids'] as const;

/** Writes what is kept of a batch; it does not count before its record is there. */
export async function writeFiles(
	store: Store,
	id: string,
	{ batch, keys, codebook }: BatchFiles
): Promise<void> {
	if (codebook) await writeCodebook(store, id, codebook);
	await store.write('ids', id, keys);
	await store.write('batches', id, batch);
}

const writeRecord = (store: Store, record: Versioned): Promise<void> =>
	writeJson(store, 'about', record.id, batchRecordFile(record));

/** Of this window, so that no two have the same times. */
const WHO = randomSign();

/** A time after all that is known of batches. */
const timeAfter = (records: readonly Versioned[]): ClockTime =>
	nextTime(latestTime(records), Date.now(), WHO);

/** The record that a batch has before it is loaded; null where there is none. */
export const recordBefore = async (store: Store, id: string): Promise<Versioned | null> =>
	(await readRecord(store, id).catch(() => undefined)) ?? null;

/** Puts records of batches in the place of those there are, all at one moment: what they say of is written before. */
export async function putRecords(store: Store, changed: readonly Versioned[]): Promise<void> {
	const several = changed.length > 1;
	if (several) {
		const before = await Promise.all(
			changed.map(async ({ id }) => {
				const record = await recordBefore(store, id);
				return [id, record && batchRecordFile(record)];
			})
		);
		await writeJson(store, PENDING.folder, PENDING.name, before);
	}
	for (const record of changed) await writeRecord(store, record);
	if (several) await store.remove(PENDING.folder, PENDING.name);
	for (const { id } of changed.filter(isTakenBack)) await removeFiles(store, id);
}

/** A batch that is loaded now, over what is known of it and of what it takes the place of. */
function loadedOver(records: readonly Versioned[], meta: BatchMeta, at: ClockTime): Versioned {
	const before = records.find(({ id }) => id === meta.id);
	const loaded = before ? loadedAgain(before, meta, at) : loadedNow(meta, at);
	if (!before || !isTakenBack(before)) return withDateBefore(loaded, meta.replaces, records);
	// What was deleted and comes again is not due at once.
	const fresh = saysDeletionDate(loaded)
		? withDeletionDate(loaded, null, { at, by: meta.author })
		: loaded;
	const others = records.filter((one) => one !== before);
	return withDateBefore(fresh, meta.replaces, others);
}

/** Makes batches count whose files are written: all of them at one moment. */
export async function publish(store: Store, metas: readonly BatchMeta[]): Promise<void> {
	const { records } = await readRecords(store);
	let at = latestTime(records);
	await putRecords(
		store,
		metas.map((meta) => {
			at = nextTime(at, Date.now(), WHO);
			return loadedOver(records, meta, at);
		})
	);
}

/** Writes the record of a damaged batch anew: loaded last, as it was, unless another batch took its place. */
export async function repairRecord(store: Store, meta: BatchMeta): Promise<void> {
	const { records } = await readRecords(store);
	const isReplaced = records.some(({ fields }) => fields['replaces']?.value === meta.id);
	await writeRecord(
		store,
		isReplaced ? parseBatchRecord(meta) : loadedNow(meta, timeAfter(records))
	);
}

/** Writes what is known of a batch now, loaded when it was. */
export async function describeAnew(store: Store, meta: BatchMeta): Promise<void> {
	const before = await readRecord(store, meta.id);
	const at = before?.fields['meta']?.at;
	await writeRecord(store, before && at ? loadedAgain(before, meta, at) : parseBatchRecord(meta));
}

/** Removes what is kept of a batch beside its record. */
export async function removeFiles(store: Store, id: string): Promise<void> {
	for (const folder of FOLDERS) await store.remove(folder, id);
}

/** Takes a batch back: its record first, so that a crash in between leaves files of nothing and no half batch. */
export async function removeBatch(store: Store, id: string, by = ''): Promise<void> {
	const { records } = await readRecords(store);
	const record = records.find((one) => one.id === id);
	// Of one that cannot be read nobody knows what to remember.
	if (record) await writeRecord(store, takenBack(record, timeAfter(records), by));
	else await store.remove('about', id);
	await removeFiles(store, id);
}

/** Puts batches back to what they were before a load that did not come to its end. */
export async function takeBack(store: Store, before: Before): Promise<void> {
	for (const [id, record] of before) {
		if (record) await writeRecord(store, record);
		else await store.remove('about', id);
		if (!record || isTakenBack(record)) await removeFiles(store, id);
	}
	await store.remove(PENDING.folder, PENDING.name);
}

/** Puts back what a load left that did not come to its end, before anything else is loaded. */
export async function settlePending(store: Store): Promise<void> {
	const unfinished = await pending(store);
	if (unfinished.size > 0) await takeBack(store, unfinished);
}

/** The kept bytes of batches; one that is missing comes as an empty file, which is recognised as damaged. */
export const readBatches = (
	store: Store,
	batches: readonly BatchMeta[]
): Promise<{ id: string; bytes: Uint8Array<ArrayBuffer> }[]> =>
	Promise.all(
		batches.map(async ({ id }) => ({
			id,
			bytes: (await store.read('batches', id)) ?? new Uint8Array()
		}))
	);
