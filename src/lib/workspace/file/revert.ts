import {
	canonicalJson,
	contentOf,
	latestTime,
	nextTime,
	putRecord,
	removeRecord,
	type ClockTime,
	type Versioned
} from '../../domain';
import { isTakenBack, loadedAgain, mergeBatchRecords, metaOf, takenBack } from '../batch-records';
import { deletionDateOf, saysDeletionDate, withDeletionDate } from '../deletion-date';
import { byKind, ENCRYPTION_FIELDS, KINDS, RELEASES, WORKSPACE } from '../kinds';
import { loadedAt, type RecordMap, type WorkspaceContent } from './content';

type Stamp = { at: ClockTime; by: string; who: string };

/** What a record said then; of the workspace itself nothing may be left that it did not say yet. */
const saidThen = (now: Versioned, then: Versioned | undefined): { id: string } | null => {
	const content = then ? (contentOf(then) as { id: string } | null) : null;
	if (!content || now.id !== WORKSPACE) return content;
	const unsaid = Object.keys(now.fields).map((field) => [field, null] as const);
	// Nothing becomes readable, or unreadable, by the way.
	const kept = ENCRYPTION_FIELDS.flatMap((field) => {
		const said = now.fields[field];
		return said ? [[field, said.value] as const] : [];
	});
	return { ...Object.fromEntries(unsaid), ...content, ...Object.fromEntries(kept) };
};

function recordsAsThen(now: RecordMap, then: RecordMap, stamp: Stamp): RecordMap {
	const result = new Map(now);
	for (const [id, record] of now) {
		const content = saidThen(record, then.get(id));
		if (canonicalJson(contentOf(record)) === canonicalJson(content)) continue;
		const own = { at: stamp.at, by: stamp.by };
		result.set(id, content ? putRecord(record, content, own) : removeRecord(record, own));
	}
	return result;
}

const timeIn = (records: RecordMap, id: string): string => loadedAt(records.get(id)) ?? '';

function batchesAsThen(now: RecordMap, then: RecordMap, stamp: Stamp): RecordMap {
	const result = new Map(now);
	let { at } = stamp;
	// In the order in which they were loaded, as the last one counts of those that belong together.
	const inOrder = [...new Map([...then, ...now])].sort(([a], [b]) =>
		timeIn(then, a) < timeIn(then, b) ? -1 : 1
	);
	/** one of them is loaded anew: those after it have to be as well, to come after it */
	let isAnew = false;
	for (const [id, record] of inOrder) {
		at = nextTime(at, 0, stamp.who);
		const before = then.get(id);
		const was = before && !isTakenBack(before) ? before : undefined;
		if (was && !isAnew && loadedAt(was) === loadedAt(now.get(id))) {
			const day = deletionDateOf(was);
			if (day !== deletionDateOf(record))
				result.set(id, withDeletionDate(record, day, { at, by: stamp.by }));
		} else if (was) {
			const again = loadedAgain(mergeBatchRecords(was, record), metaOf(was)!, at);
			const isSaid = saysDeletionDate(was) || saysDeletionDate(record);
			const own = { at, by: stamp.by };
			result.set(id, isSaid ? withDeletionDate(again, deletionDateOf(was), own) : again);
			isAnew = true;
		} else if (!isTakenBack(record)) result.set(id, takenBack(record, at, stamp.by));
	}
	return result;
}

/**
 * A workspace that says again what it said before, as a change of its own: whoever merges it later learns of it
 * too, and what was said meanwhile stays in the history.
 */
export function asThen(
	now: WorkspaceContent,
	then: WorkspaceContent,
	who: string,
	by: string
): WorkspaceContent {
	const all: Versioned[] = [now.batches, ...KINDS.map((kind) => now.records[kind])].flatMap(
		(records) => [...records.values()]
	);
	const stamp = { at: nextTime(latestTime(all), Date.now(), who), by, who };
	const batches = batchesAsThen(now.batches, then.batches, stamp);
	const parts = [...batches.values()].flatMap((record) => {
		const own = then.parts.get(record.id) ?? now.parts.get(record.id);
		return own && !isTakenBack(record) ? [[record.id, own] as const] : [];
	});
	return {
		batches,
		// What left the house has left it, whatever else is put back.
		records: byKind((kind) =>
			kind === RELEASES
				? now.records[kind]
				: recordsAsThen(now.records[kind], then.records[kind], stamp)
		),
		keys: new Map([...now.keys, ...then.keys]),
		parts: new Map(parts)
	};
}
