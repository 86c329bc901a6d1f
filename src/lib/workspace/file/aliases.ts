import type { Alias } from '../../domain';
import { isOfKind, readRecord } from '../kinds';
import { readRecordFile } from '../record-files';
import type { Store } from '../store';

/** What people corrected of the names in files, in an order that is the same everywhere. */
export async function aliasesOf(store: Store): Promise<Alias[]> {
	const { records } = await readRecordFile(store, 'aliases', (one) => isOfKind('aliases', one));
	return [...records.values()]
		.flatMap((record) => readRecord('aliases', record) ?? [])
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}
