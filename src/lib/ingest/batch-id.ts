import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../domain';
import type { Mapping } from './mapping';

/** UUIDs of version 8 are made of whatever the one who makes them likes, here of SHA-256 (RFC 9562). */
const VERSION = '8';
const VARIANT = '8';

/**
 * The id of a batch: of the file to its last byte, and of how it was read. So it is the same batch whoever
 * loaded it, on every machine.
 *
 * @param fingerprint SHA-256 of the file in hexadecimal
 * @param key the name of the key of its pseudonyms, where the file was loaded before: what it was then must stay whole
 * until this is, and may be of another key
 */
export function batchId(fingerprint: string, mapping: Mapping, key?: string): string {
	// By what a column was recognised changes nothing of what it means.
	const columns = mapping.columns.map((column) => ({ ...column, evidence: undefined }));
	const text = canonicalJson([
		'quartierspiegel-batch',
		fingerprint,
		{ ...mapping, columns },
		...(key === undefined ? [] : [key])
	]);
	const hex = bytesToHex(sha256(utf8ToBytes(text)));
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		VERSION + hex.slice(13, 16),
		VARIANT + hex.slice(17, 20),
		hex.slice(20, 32)
	].join('-');
}
