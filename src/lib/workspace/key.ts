import type { Store } from './store';

/** Where keys lie. */
export const KEYS = 'keys';
/** The key of new pseudonyms. Others, of workspaces that were merged, lie beside it by their names. */
export const CURRENT_KEY = 'pseudonym';

/** The workspace's key for pseudonyms, made at first use. It leaves the store in a workspace file alone. */
export async function pseudonymKey(store: Store): Promise<Uint8Array> {
	const kept = await store.read(KEYS, CURRENT_KEY);
	if (kept) return kept;
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	await store.write(KEYS, CURRENT_KEY, bytes);
	return bytes;
}

/** A key of a workspace that was united with this one; null where it is the current one. */
export const namedKey = (store: Store, name: string): Promise<Uint8Array | null> =>
	store.read(KEYS, name);
