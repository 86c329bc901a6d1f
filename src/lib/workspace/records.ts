import type { z } from '../domain';
import { writeJson } from './batches';
import type { Store } from './store';

const FOLDER = 'records';

/**
 * What people wrote down, as a list. A record that cannot be read does not take the others with it: the
 * file stays beside as it was, before anything is written in its place.
 *
 * @returns the records that can be read, and how many cannot; a file that is no list counts as one
 */
export async function readRecords<T>(
	store: Store,
	name: string,
	schema: z.ZodArray<z.ZodType<T>>
): Promise<{ records: T[]; unreadable: number }> {
	const bytes = await store.read(FOLDER, name);
	if (!bytes) return { records: [], unreadable: 0 };
	let found: unknown[] = [null];
	try {
		const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
		if (Array.isArray(parsed)) found = parsed;
	} catch {
		// Not even JSON.
	}
	const records = found.flatMap((one) => {
		const { success, data } = schema.element.safeParse(one);
		return success ? [data] : [];
	});
	const unreadable = found.length - records.length;
	if (unreadable > 0) await store.write(FOLDER, `${name}-unreadable`, bytes);
	return { records, unreadable };
}

export const writeRecords = (store: Store, name: string, records: unknown): Promise<void> =>
	writeJson(store, FOLDER, name, records);
