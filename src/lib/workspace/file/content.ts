import { mergeRecords, type Versioned } from '../../domain';
import { isTakenBack, mergeBatchRecords } from '../batch-records';
import { byKind, ENCRYPTION_FIELDS, type Kind } from '../kinds';
import type { Part } from './part';

/** A batch in a workspace file: its rows, the schema of its columns, and how they were read. */
export type BatchParts = { table: Part; schema: Part; reading: Part };

/** Records by their ids. */
export type RecordMap = ReadonlyMap<string, Versioned>;

/** Everything that a workspace holds, as it goes into a file and comes out of one. */
export type WorkspaceContent = {
	batches: RecordMap;
	records: Record<Kind, RecordMap>;
	/** the keys of pseudonyms, by their names */
	keys: ReadonlyMap<string, Uint8Array>;
	/** by the id of the batch: of every one that was not taken back */
	parts: ReadonlyMap<string, BatchParts>;
};

function mergeMaps(
	a: RecordMap,
	b: RecordMap,
	merge: (a: Versioned, b: Versioned) => Versioned
): RecordMap {
	const merged = new Map(a);
	for (const [id, record] of b) {
		const own = merged.get(id);
		merged.set(id, own ? merge(own, record) : record);
	}
	return merged;
}

/** A workspace that says nothing of how it is encrypted. */
export function withoutEncryption(content: WorkspaceContent): WorkspaceContent {
	const without = (record: Versioned): Versioned => ({
		...record,
		fields: Object.fromEntries(
			Object.entries(record.fields).filter(([field]) => !ENCRYPTION_FIELDS.includes(field))
		),
		history: record.history.filter(({ field }) => !ENCRYPTION_FIELDS.includes(field))
	});
	const workspace = new Map(
		[...content.records.workspace].map(([id, record]) => [id, without(record)])
	);
	return { ...content, records: { ...content.records, workspace } };
}

/** When a batch was loaded that is there. */
export const loadedAt = (record: Versioned | undefined): string | undefined =>
	record && !isTakenBack(record) ? record.fields['meta']?.at : undefined;

/**
 * Two workspaces as one: batches are united, and of each field of a record the newer value counts. In any order
 * and nesting it comes to the same, and merging again changes nothing.
 */
export function mergeContents(a: WorkspaceContent, b: WorkspaceContent): WorkspaceContent {
	const batches = mergeMaps(a.batches, b.batches, mergeBatchRecords);
	const parts = new Map<string, BatchParts>();
	for (const [id, record] of batches) {
		const at = loadedAt(record);
		if (at === undefined) continue;
		const own = loadedAt(a.batches.get(id)) === at ? a.parts.get(id) : b.parts.get(id);
		if (own) parts.set(id, own);
	}
	return {
		batches,
		records: byKind((kind) => mergeMaps(a.records[kind], b.records[kind], mergeRecords)),
		keys: new Map([...a.keys, ...b.keys]),
		parts
	};
}
