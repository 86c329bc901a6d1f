import type { Cleaned } from './batch';
import { keyId, pseudonymised, type Pseudonymiser } from './pseudonyms';
import { overlapsOf, rowKeys, type LoadedKeys, type Overlap } from './row-keys';

/**
 * The batches that have rows of a file, the one with most of them first. Batches of workspaces that were united
 * have each the key that they were made with, so the file is compared under each.
 *
 * @param secretOf makes pseudonyms with a key; null where the ids of the file are some already
 */
export function overlapsUnderKeys(
	bare: Cleaned,
	loaded: readonly LoadedKeys[],
	secretOf: (key: Uint8Array) => Pseudonymiser | null
): Overlap[] {
	const keys = new Map(loaded.map(({ key }) => [keyId(key), key]));
	return [...keys]
		.flatMap(([id, key]) => {
			const secret = secretOf(key);
			const own = loaded.filter((one) => keyId(one.key) === id);
			return overlapsOf(rowKeys(secret ? pseudonymised(bare, secret) : bare), own);
		})
		.sort((a, b) => b.rows - a.rows);
}
