import { clockTime, putRecord, versionedSchema, z, type Versioned } from '../domain';
import { writeJson } from './json-files';
import type { Store } from './store';

const FOLDER = 'records';

/** How records are kept today. Versions before wrote a bare list of them, and of a map the map alone. */
const VERSION = 1;
const fileSchema = z.object({
	format: z.literal('quartierspiegel-records'),
	version: z.number().int()
});

/** The records of a kind as they lie on the disk. */
export type RecordFile = {
	records: Map<string, Versioned>;
	/** how many could not be read; the file stays beside as it was */
	unreadable: number;
	/** the file is of a newer version, and must not be written to */
	newer: boolean;
};

/** When a record of an earlier format was changed, and by whom, as it says itself. */
function stampOf(record: object): { at: string; by: string } {
	const { changed, author } = record as { changed?: unknown; author?: unknown };
	const time = typeof changed === 'string' ? Date.parse(changed) : Number.NaN;
	return {
		at: clockTime(Number.isNaN(time) ? 0 : time, 0, 'before'),
		by: typeof author === 'string' ? author : ''
	};
}

/** A record of an earlier format with versions; one that has no id, such as the map, has that of its kind. */
function versioned(kind: string, record: unknown): unknown {
	if (typeof record !== 'object' || record === null) return null;
	const { id = kind, ...rest } = record as { id?: unknown };
	return putRecord(undefined, { ...rest, id: String(id) }, stampOf(record));
}

/** What stands in a file: the records one by one, however they are kept. */
function recordsIn(kind: string, json: unknown): { records: unknown[]; newer: boolean } {
	const head = fileSchema.safeParse(json).data;
	if (!head) {
		const all: unknown[] = Array.isArray(json) ? json : [json];
		return { records: all.map((one) => versioned(kind, one)), newer: false };
	}
	const { records } = json as { records?: unknown };
	return { records: Array.isArray(records) ? records : [null], newer: head.version > VERSION };
}

/**
 * The records of a kind. One that cannot be read does not take the others with it: the file stays beside as
 * it was, before anything is written in its place.
 *
 * @param isRecord whether what a record says is one of this kind
 */
export async function readRecordFile(
	store: Store,
	kind: string,
	isRecord: (record: Versioned) => boolean
): Promise<RecordFile> {
	const bytes = await store.read(FOLDER, kind);
	if (!bytes) return { records: new Map(), unreadable: 0, newer: false };
	let found: ReturnType<typeof recordsIn> = { records: [null], newer: false };
	try {
		found = recordsIn(kind, JSON.parse(new TextDecoder().decode(bytes)));
	} catch {
		// Not even JSON.
	}
	if (found.newer) return { records: new Map(), unreadable: 0, newer: true };
	const records = new Map<string, Versioned>();
	for (const one of found.records) {
		const { data } = versionedSchema.safeParse(one);
		if (data && isRecord(data)) records.set(data.id, data);
	}
	const unreadable = found.records.length - records.size;
	if (unreadable > 0) await store.write(FOLDER, `${kind}-unreadable`, bytes);
	return { records, unreadable, newer: false };
}

/** Keeps the records of a kind, deleted ones and what all of them said before included. */
export const writeRecordFile = (
	store: Store,
	kind: string,
	records: ReadonlyMap<string, Versioned>
): Promise<void> =>
	writeJson(store, FOLDER, kind, {
		format: 'quartierspiegel-records',
		version: VERSION,
		records: [...records.values()]
	});
