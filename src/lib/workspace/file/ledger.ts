import { latestTime, nextTime, putRecord, type GroupUse, type ReleaseRecord } from '../../domain';
import { contentsOf, isOfKind, RELEASES, WORKSPACE } from '../kinds';
import { readRecordFile, writeRecordFile } from '../record-files';
import type { Store } from '../store';
import { randomSign } from '../who';

const releasesIn = (store: Store) =>
	readRecordFile(store, RELEASES, (one) => isOfKind(RELEASES, one));

/** What left the house before, and the stricter minimum base of the workspace (0 where it has none). */
export async function ledgerOf(store: Store): Promise<{
	releases: ReleaseRecord[];
	minimum: number;
	/** how groups of persons are used, where somebody said so */
	groups: Record<string, GroupUse>;
}> {
	const [{ records }, about] = await Promise.all([
		releasesIn(store),
		readRecordFile(store, WORKSPACE, (one) => isOfKind(WORKSPACE, one))
	]);
	const { minimum, groups } = contentsOf(WORKSPACE, about.records)[0] ?? {};
	return {
		releases: contentsOf(RELEASES, records).filter(({ withdrawn }) => !withdrawn),
		minimum: minimum ?? 0,
		groups: groups ?? {}
	};
}

/** Enters something that leaves the house. */
export async function enterRelease(store: Store, record: ReleaseRecord): Promise<void> {
	const { records } = await releasesIn(store);
	const at = nextTime(latestTime(records.values()), Date.now(), randomSign());
	records.set(record.id, putRecord(records.get(record.id), record, { at, by: record.author }));
	await writeRecordFile(store, RELEASES, records);
}
