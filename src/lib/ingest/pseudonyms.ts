import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Cleaned } from './batch';
import { withWords } from './columns';
import type { Role } from './mapping';

export type Pseudonymiser = (id: string) => string;

/**
 * Ids as they stand in a batch: pseudonyms by HMAC-SHA-256 with the workspace's key, 128 bits in
 * hexadecimal. Each is worked out once.
 */
export function pseudonymiser(key: Uint8Array): Pseudonymiser {
	const begun = hmac.create(sha256, key);
	const work = begun.clone();
	const digest = new Uint8Array(begun.outputLen);
	const encoder = new TextEncoder();
	const known = new Map<string, string>();
	return (id) => {
		let pseudonym = known.get(id);
		if (pseudonym === undefined) {
			// The work of taking in the key is done once.
			begun._cloneInto(work).update(encoder.encode(id)).digestInto(digest);
			known.set(id, (pseudonym = bytesToHex(digest.subarray(0, 16))));
		}
		return pseudonym;
	};
}

/** The name of a key, from which the key cannot be found. */
export const keyId = (key: Uint8Array): string => bytesToHex(sha256(key).subarray(0, 8));

/** Whether cells of a role are numbers of persons or cases, which become pseudonyms. */
export const isId = (role: Role | undefined): boolean =>
	role === 'id' || role === 'case' || role === 'cluster';

/** What is kept of a file with pseudonyms in place of its ids; an empty id has none. */
export function pseudonymised(cleaned: Cleaned, pseudonym: Pseudonymiser): Cleaned {
	const columns = cleaned.columns.map((column, index) =>
		isId(cleaned.mapping.columns[index]?.role)
			? withWords(column, (id) => (id === '' ? '' : pseudonym(id)))
			: column
	);
	return { ...cleaned, columns };
}

/** Pseudonyms of one file under several keys, each worked out once. */
export class Pseudonymisers {
	readonly #byKey = new Map<string, Pseudonymiser>();

	of(key: Uint8Array): Pseudonymiser {
		const id = keyId(key);
		const known = this.#byKey.get(id) ?? pseudonymiser(key);
		this.#byKey.set(id, known);
		return known;
	}
}
