import { decode, type Encoding } from './decode';
import type { Kind } from './kinds';
import type { Mapping } from './mapping';
import { suggestMapping } from './suggest';
import { parseTable, type Separator, type TextTable } from './table';

/** What the user knows better than the recognition. */
export type ReadOverride = {
	encoding?: Encoding | undefined;
	separator?: Separator | undefined;
	headerRow?: number | undefined;
	kind?: Kind | undefined;
};

/** A file that was read and recognised, nothing stored yet. */
export type Recognised = { table: TextTable; mapping: Mapping };

/**
 * Bytes to a table and a suggested mapping: decode → recognise → parse → map.
 *
 * @throws ProblemError with a code that says why the file cannot be used
 */
export function readFile(bytes: Uint8Array, override: ReadOverride = {}): Recognised {
	const { text, encoding } = decode(bytes, override.encoding);
	const table = parseTable(text, override);
	return { table, mapping: suggestMapping(table, encoding, override) };
}

/** SHA-256 of a file, hexadecimal: how the same file is recognised a second time. */
export async function fingerprint(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
