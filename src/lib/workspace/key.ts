import type { Store } from './store';

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** The workspace's key for pseudonyms, made at first use. It never leaves the store. */
export async function pseudonymKey(store: Store): Promise<CryptoKey> {
	const kept = await store.read('keys', 'pseudonym');
	if (kept) return crypto.subtle.importKey('raw', kept, HMAC, false, ['sign']);
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	await store.write('keys', 'pseudonym', bytes);
	return crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign']);
}
