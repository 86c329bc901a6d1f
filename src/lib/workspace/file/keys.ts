import { keyId } from '../../ingest';
import { CURRENT_KEY, isKey, KEYS } from '../key';
import type { Store } from '../store';

/** All keys by their names, and the one of new pseudonyms where there is one yet. */
export async function keysOf(
	store: Store
): Promise<{ current: Uint8Array | null; all: Map<string, Uint8Array> }> {
	const names = await store.list(KEYS);
	const read = await Promise.all(names.map((name) => store.read(KEYS, name)));
	// What is left of a damaged one is none: it comes back with the file of the workspace.
	const keys = read.map((key) => (key && isKey(key) ? key : null));
	const there = keys.filter((key) => key !== null);
	return {
		current: keys[names.indexOf(CURRENT_KEY)] ?? null,
		all: new Map(there.map((key) => [keyId(key), key]))
	};
}

/** Keeps keys beside those there are; `current` names the one of new pseudonyms. */
export async function keepKeys(
	store: Store,
	keys: ReadonlyMap<string, Uint8Array>,
	current: string | null
): Promise<void> {
	for (const [id, key] of keys) await store.write(KEYS, id, key.slice());
	const key = current === null ? undefined : keys.get(current);
	if (key) await store.write(KEYS, CURRENT_KEY, key.slice());
}
