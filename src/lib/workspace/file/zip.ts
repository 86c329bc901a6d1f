import {
	configure,
	Uint8ArrayReader,
	Uint8ArrayWriter,
	ZipReader,
	ZipWriter,
	type FileEntry
} from '@zip.js/zip.js/lib/zip-core-external.js';
import { fail, ProblemError } from '../../domain';
import { ENCRYPTED } from './descriptor';
import { NO_TIME } from './part';

/** More than this no tab can hold: bytes of what is in the file. */
const MOST_BYTES = 4 * 1024 ** 3;
const MOST_PARTS = 100_000;
/** Deflate makes nothing smaller than that. */
const MOST_TIMES = 1100;

/** Of APPNOTE 4.4.5: what is encrypted looks like chance, and cannot be made smaller. */
const STORE = 0;
const DEFLATE = 8;
const PATH = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)?$/;

/** A file in a ZIP as it lies there: deflated, or as it is where its name says that it is encrypted. */
export type Entry = { data: Uint8Array<ArrayBuffer>; size: number; crc32: number };

const methodOf = (path: string): number => (path.endsWith(ENCRYPTED) ? STORE : DEFLATE);

export const damaged = (part: string): never => fail('workspace_damaged', { part });

configure({ useWebWorkers: false, useCompressionStream: false });

/** Refuses what is no file of ours before anything of it is unpacked. */
function refuseStrange(entries: readonly FileEntry[]): void {
	let sum = 0;
	const seen = new Set<string>();
	for (const entry of entries) {
		const { filename, compressedSize, uncompressedSize, compressionMethod, encrypted } = entry;
		const isOurs = PATH.test(filename) && compressionMethod === methodOf(filename) && !encrypted;
		if (!isOurs || seen.has(filename)) damaged(filename.slice(0, 100));
		if (compressionMethod === STORE && compressedSize !== uncompressedSize)
			damaged(filename.slice(0, 100));
		seen.add(filename);
		sum += uncompressedSize;
		if (sum > MOST_BYTES || uncompressedSize > MOST_TIMES * (compressedSize + 1))
			fail('workspace_too_large');
	}
}

async function entriesIn(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, Entry>> {
	const zip = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
	const found: FileEntry[] = [];
	for await (const entry of zip.getEntriesGenerator()) {
		if (entry.directory) damaged(entry.filename.slice(0, 100));
		found.push(entry as FileEntry);
		if (found.length > MOST_PARTS) fail('workspace_too_large');
	}
	refuseStrange(found);
	const entries = new Map<string, Entry>();
	for (const entry of found) {
		const data = await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
		entries.set(entry.filename, {
			data,
			size: entry.uncompressedSize,
			crc32: entry.crc32 ?? 0
		});
	}
	return entries;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * What lies in a ZIP, by paths.
 *
 * @throws ProblemError `workspace_unknown`, `workspace_damaged`, `workspace_too_large`
 */
export async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, Entry>> {
	if (!isZip(bytes)) return fail('workspace_unknown');
	try {
		return await entriesIn(bytes);
	} catch (error) {
		if (error instanceof ProblemError) throw error;
		return damaged('ZIP');
	}
}

/** A ZIP of entries in their order; the same ones always give the same bytes. */
export async function zipped(
	entries: Iterable<readonly [path: string, Entry]>
): Promise<Uint8Array<ArrayBuffer>> {
	const zip = new ZipWriter(new Uint8ArrayWriter(), {
		keepOrder: true,
		zip64: false,
		extendedTimestamp: false,
		dataDescriptor: false,
		useWebWorkers: false,
		lastModDate: NO_TIME
	});
	for (const [path, { data, size, crc32 }] of entries)
		await zip.add(path, new Uint8ArrayReader(data), {
			passThrough: true,
			compressionMethod: methodOf(path),
			uncompressedSize: size,
			crc32
		});
	return await zip.close();
}
