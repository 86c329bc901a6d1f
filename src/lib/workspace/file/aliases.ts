import type { Alias } from '../../domain';
import { contentsOf, isOfKind } from '../kinds';
import { readRecordFile } from '../record-files';
import type { Store } from '../store';

/** What people corrected of the names in files, in an order that is the same everywhere. */
export async function aliasesOf(store: Store): Promise<Alias[]> {
	const { records } = await readRecordFile(store, 'aliases', (one) => isOfKind('aliases', one));
	return contentsOf('aliases', records).sort((a, b) => (a.id < b.id ? -1 : 1));
}
