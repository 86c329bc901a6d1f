import { latestTime, nextTime } from '../../domain';
import { readRecords } from '../batch-files';
import { isTakenBack, loadedAgain, mergeBatchRecords, metaOf } from '../batch-records';
import type { Store } from '../store';
import { loadedAt } from './content';
import { keptParts } from './kept-parts';
import { listStates, withParts } from './states';
import { keepContent, storedContent } from './stored';

/** A batch that was taken back, of which an earlier state still has all. */
export type Removed = { id: string; name: string };

/** Batches that were taken back and can be brought back from an earlier state. */
export async function listRemoved(store: Store): Promise<Removed[]> {
	const { records } = await readRecords(store);
	const gone = new Set(records.filter(isTakenBack).map(({ id }) => id));
	const found = new Map<string, Removed>();
	for (const state of await listStates(store))
		for (const [id, then] of state.content.batches) {
			if (!gone.has(id) || isTakenBack(then) || found.has(id)) continue;
			if (await keptParts(store, id, loadedAt(then) ?? ''))
				found.set(id, { id, name: metaOf(then)!.file.name });
		}
	return [...found.values()];
}

/** Brings a batch back that was taken back, as it was loaded last. False where no state has it any more. */
export async function bringBack(
	store: Store,
	id: string,
	who: string,
	by: string
): Promise<boolean> {
	const { content } = await storedContent(store);
	const now = content.batches.get(id);
	if (!now || !isTakenBack(now)) return false;
	for (const state of await listStates(store)) {
		const then = await withParts(store, state);
		const [record, parts] = [then.batches.get(id), then.parts.get(id)];
		if (!record || isTakenBack(record) || !parts) continue;
		const at = nextTime(latestTime(content.batches.values()), Date.now(), who);
		const meta = { ...metaOf(record)!, author: by };
		await keepContent(store, {
			...content,
			batches: new Map(content.batches).set(
				id,
				loadedAgain(mergeBatchRecords(record, now), meta, at)
			),
			keys: new Map([...then.keys, ...content.keys]),
			parts: new Map(content.parts).set(id, parts)
		});
		return true;
	}
	return false;
}
