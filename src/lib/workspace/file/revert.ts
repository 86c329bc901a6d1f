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
import { isTakenBack, loadedNow, metaOf, takenBack } from '../batch-records';
import { KINDS } from '../kinds';
import type { RecordMap, WorkspaceContent } from './content';

type Stamp = { at: ClockTime; by: string };

function recordsAsThen(now: RecordMap, then: RecordMap, stamp: Stamp): RecordMap {
	const result = new Map(now);
	for (const [id, record] of now) {
		const said = then.get(id);
		const content = said && contentOf(said);
		if (canonicalJson(contentOf(record)) === canonicalJson(content ?? null)) continue;
		result.set(
			id,
			content ? putRecord(record, content as { id: string }, stamp) : removeRecord(record, stamp)
		);
	}
	return result;
}

function batchesAsThen(now: RecordMap, then: RecordMap, stamp: Stamp): RecordMap {
	const result = new Map(now);
	for (const [id, record] of now) {
		const before = then.get(id);
		const was = before && !isTakenBack(before) ? before : undefined;
		if (was && canonicalJson(was) === canonicalJson(record)) continue;
		if (was) result.set(id, loadedNow(metaOf(was)!, stamp.at));
		else if (!isTakenBack(record)) result.set(id, takenBack(record, stamp.at, stamp.by));
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
	const stamp = { at: nextTime(latestTime(all), Date.now(), who), by };
	const batches = batchesAsThen(now.batches, then.batches, stamp);
	const parts = [...batches.values()].flatMap((record) => {
		const own = then.parts.get(record.id) ?? now.parts.get(record.id);
		return own && !isTakenBack(record) ? [[record.id, own] as const] : [];
	});
	return {
		batches,
		records: Object.fromEntries(
			KINDS.map((kind) => [kind, recordsAsThen(now.records[kind], then.records[kind], stamp)])
		) as WorkspaceContent['records'],
		keys: new Map([...now.keys, ...then.keys]),
		parts: new Map(parts)
	};
}
