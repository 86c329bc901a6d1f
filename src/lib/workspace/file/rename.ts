import { nextTime, putRecord } from '../../domain';
import { isOfKind, WORKSPACE } from '../kinds';
import { readRecordFile, writeRecordFile } from '../record-files';
import type { Store } from '../store';
import { randomSign } from '../who';

/** Calls a new workspace something. */
export async function rename(store: Store, name: string): Promise<void> {
	const { records } = await readRecordFile(store, WORKSPACE, (one) => isOfKind(WORKSPACE, one));
	const stamp = { at: nextTime(null, Date.now(), randomSign()), by: '' };
	const record = { id: WORKSPACE, name };
	records.set(WORKSPACE, putRecord(records.get(WORKSPACE), record, stamp));
	await writeRecordFile(store, WORKSPACE, records);
}
