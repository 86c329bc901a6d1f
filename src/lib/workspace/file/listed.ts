import { inflateSync } from 'fflate';
import { fail } from '../../domain';
import {
	DESCRIPTOR,
	descriptorSchema,
	FORMAT,
	headSchema,
	ENCRYPTED_FORMAT,
	type Listed
} from './descriptor';
import type { Part } from './part';
import { damaged, type Entry } from './zip';

/** Bytes of a part that is read as text. */
export const MOST_TEXT = 256 * 1024 ** 2;

/** @throws where bytes are no UTF-8 */
export const text = (bytes: Uint8Array): string =>
	new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/**
 * What the descriptor among entries says.
 *
 * @throws ProblemError `workspace_unknown`, `workspace_newer`, `workspace_damaged`
 */
export function described(entries: ReadonlyMap<string, Entry>): {
	listed: Listed[];
	/** whether the parts are encrypted */
	isEncrypted: boolean;
	/** for whom what the file was in was encrypted */
	recipients: string[];
} {
	const first = entries.get(DESCRIPTOR);
	if (!first) return fail('workspace_unknown');
	let json: unknown;
	try {
		// Nobody says what it must be; what it lists says so of all others.
		const size = Math.min(first.size, MOST_TEXT);
		json = JSON.parse(text(inflateSync(first.data, { out: new Uint8Array(size) })));
	} catch {
		return damaged(DESCRIPTOR);
	}
	const head = headSchema.safeParse(json);
	if (!head.success) return fail('workspace_unknown');
	const { version, encryption, recipients } = head.data.quartierspiegel;
	const latest = encryption ? ENCRYPTED_FORMAT : FORMAT;
	if (version > latest.version) fail('workspace_newer');
	const descriptor = descriptorSchema.safeParse(json);
	if (!descriptor.success) return damaged(DESCRIPTOR);
	return {
		listed: descriptor.data.resources.map(({ path, bytes, hash }) => ({
			path,
			bytes,
			sha256: hash.slice('sha256:'.length)
		})),
		isEncrypted: encryption !== undefined,
		recipients: recipients ?? []
	};
}

/**
 * What a file lists, which must be exactly what it holds.
 *
 * @throws ProblemError `workspace_unknown`, `workspace_newer`, `workspace_damaged`
 */
export function listedParts(entries: ReadonlyMap<string, Entry>): Map<string, Part> {
	const parts = new Map<string, Part>();
	for (const { path, bytes, sha256 } of described(entries).listed) {
		const entry = entries.get(path);
		if (!entry || entry.size !== bytes || parts.has(path)) return damaged(path.slice(0, 100));
		const { data, size, crc32 } = entry;
		parts.set(path, { deflated: data, size, crc32, sha256 });
	}
	for (const path of entries.keys())
		if (path !== DESCRIPTOR && !parts.has(path)) damaged(path.slice(0, 100));
	return parts;
}
