import type { Store } from './store';

/** The workspace's key for pseudonyms, made at first use. It never leaves the store. */
export async function pseudonymKey(store: Store): Promise<Uint8Array> {
	const kept = await store.read('keys', 'pseudonym');
	if (kept) return kept;
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	await store.write('keys', 'pseudonym', bytes);
	return bytes;
}
