import { fail } from '../domain';
import type { Store } from './store';

/** Where keys lie. */
export const KEYS = 'keys';
/** The key of new pseudonyms. Others, of workspaces that were merged, lie beside it by their names. */
export const CURRENT_KEY = 'pseudonym';

const BYTES = 32;

/** Whether bytes are a key, and not what is left of one. */
export const isKey = (bytes: Uint8Array): boolean => bytes.length === BYTES;

/**
 * The workspace's key for pseudonyms, made at first use. It leaves the store in a workspace file alone.
 *
 * @throws ProblemError `key_damaged`: with another one, cases would not be known again
 */
export async function pseudonymKey(store: Store): Promise<Uint8Array> {
	const kept = await store.read(KEYS, CURRENT_KEY);
	if (kept) return isKey(kept) ? kept : fail('key_damaged');
	const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
	await store.write(KEYS, CURRENT_KEY, bytes);
	return bytes;
}

/** A key of a workspace that was united with this one; null where it is the current one, or damaged. */
export async function namedKey(store: Store, name: string): Promise<Uint8Array | null> {
	const kept = await store.read(KEYS, name);
	return kept && isKey(kept) ? kept : null;
}
