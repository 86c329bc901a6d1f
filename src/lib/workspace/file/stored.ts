import {
	canonicalJson,
	clockTime,
	fail,
	ProblemError,
	putRecord,
	type Versioned
} from '../../domain';
import { keyId, packBatch, packKeys, rowKeys, unpackBatch } from '../../ingest';
import {
	putRecords,
	readRecords,
	settlePending,
	writeFiles,
	type BatchFiles
} from '../batch-files';
import { isTakenBack, metaOf } from '../batch-records';
import { dropCache } from '../cache';
import { readKeptCodebook } from '../kept-codebooks';
import { byKindLater, isOfKind, KINDS, readRecord, WORKSPACE } from '../kinds';
import { readRecordFile, writeRecordFile } from '../record-files';
import type { Store } from '../store';
import { fromParts, toParts } from './batch-parts';
import { loadedAt, type BatchParts, type WorkspaceContent, type RecordMap } from './content';
import { keepParts, keptParts } from './kept-parts';
import { keepKeys, keysOf } from './keys';

/** What cannot be read is made again. */
const keptPartsOf = (store: Store, record: Versioned): Promise<BatchParts | null> =>
	keptParts(store, record.id, loadedAt(record) ?? '').catch(() => null);

/** The parts of a batch, which are kept from now on where there is room. Null where the batch is damaged. */
async function madeParts(store: Store, record: Versioned): Promise<BatchParts | null> {
	const { id } = record;
	const bytes = (await store.read('batches', id)) ?? new Uint8Array();
	const codebook = await readKeptCodebook(store, id);
	const parts = await unpackBatch(bytes)
		.then((batch) => toParts(batch, codebook))
		.catch(() => null);
	if (parts) await keepParts(store, id, loadedAt(record) ?? '', parts).catch(notOnlyFull);
	return parts;
}

/** They are made again the next time; but somebody who may not write any more is told. */
function notOnlyFull(error: unknown): void {
	if (error instanceof ProblemError && error.problem.code !== 'disk_full') throw error;
}

/** A batch of versions before names the one key that there was. */
function withKey(record: Versioned, key: string | undefined): Versioned {
	const meta = metaOf(record);
	const field = record.fields['meta'];
	if (!meta || !field || meta.key !== undefined || key === undefined) return record;
	return { ...record, fields: { ...record.fields, meta: { ...field, value: { ...meta, key } } } };
}

/** The record of the workspace itself; versions before kept the key alone. */
function withCurrentKey(records: RecordMap, key: string | undefined): RecordMap {
	const own = records.get(WORKSPACE);
	if (key === undefined || (own && readRecord(WORKSPACE, own)?.key)) return records;
	const stamp = { at: clockTime(0, 0, 'before'), by: '' };
	const content = { id: WORKSPACE, key };
	return new Map([...records, [WORKSPACE, putRecord(own, content, stamp)]]);
}

/** What the store holds, as it goes into a file; and what cannot go, as it is damaged. */
export async function storedContent(
	store: Store
): Promise<{ content: WorkspaceContent; damaged: string[] }> {
	const { current, all } = await keysOf(store);
	const key = current ? keyId(current) : undefined;
	const { records: found, damaged: unreadable } = await readRecords(store);
	const damaged = unreadable.map(({ id }) => id);
	const batches = new Map<string, Versioned>();
	const parts = new Map<string, BatchParts>();
	const kept = await Promise.all(
		found.map((record) =>
			isTakenBack(record) ? Promise.resolve(null) : keptPartsOf(store, record)
		)
	);
	for (const [at, record] of found.entries()) {
		if (!isTakenBack(record)) {
			// One after the other: each takes the memory of a whole batch.
			const own = kept[at] ?? (await madeParts(store, record));
			if (own) parts.set(record.id, own);
			else damaged.push(record.id);
		}
		if (isTakenBack(record) || parts.has(record.id)) batches.set(record.id, withKey(record, key));
	}
	const records = await byKindLater(async (kind): Promise<RecordMap> => {
		const file = await readRecordFile(store, kind, (one) => isOfKind(kind, one));
		// What cannot be read must not be written over.
		if (file.newer) fail('records_newer');
		return file.records;
	});
	return {
		content: {
			batches,
			records: { ...records, workspace: withCurrentKey(records.workspace, key) },
			keys: all,
			parts
		},
		damaged
	};
}

/**
 * Puts content in the place of what the store holds: rows first, then what makes them count, then records. It
 * must be merged with what was there before, so that nothing of it is lost.
 *
 * @param damaged batches of the store that cannot be read, and are written anew
 * @param onRead when all of it was read, and before anything is written
 */
export async function keepContent(
	store: Store,
	content: WorkspaceContent,
	damaged: readonly string[] = [],
	onRead: () => Promise<void> = () => Promise.resolve()
): Promise<void> {
	await settlePending(store);
	const { records: before } = await readRecords(store);
	const known = new Map(before.map((record) => [record.id, record]));
	const own = content.records.workspace.get(WORKSPACE);
	const changed: Versioned[] = [];
	const fresh: { id: string; at: string; files: BatchFiles; parts: BatchParts }[] = [];
	for (const record of content.batches.values()) {
		const at = loadedAt(record);
		const had = known.get(record.id);
		const isDamaged = damaged.includes(record.id);
		if (!isDamaged && canonicalJson(had) === canonicalJson(record)) continue;
		changed.push(record);
		const parts = content.parts.get(record.id);
		if (at === undefined || !parts || (!isDamaged && loadedAt(had) === at)) continue;
		const { batch, codebook } = await fromParts(metaOf(record)!, parts);
		const files = { batch: await packBatch(batch), keys: packKeys(rowKeys(batch)), codebook };
		fresh.push({ id: record.id, at, files, parts });
	}
	// Nothing is written before all of it is read: what is damaged changes nothing.
	await onRead();
	// Rows may be others under the same id.
	if (fresh.length > 0) await dropCache(store);
	await keepKeys(store, content.keys, (own && readRecord(WORKSPACE, own)?.key) ?? null);
	for (const { id, at, files, parts } of fresh) {
		await writeFiles(store, id, files);
		await keepParts(store, id, at, parts);
	}
	await putRecords(store, changed);
	for (const kind of KINDS) await writeRecordFile(store, kind, content.records[kind]);
}
