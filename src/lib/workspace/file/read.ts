import { inflateSync } from 'fflate';
import {
	configure,
	Uint8ArrayReader,
	Uint8ArrayWriter,
	ZipReader,
	type FileEntry
} from '@zip.js/zip.js/lib/zip-core-external.js';
import { fail, ProblemError, versionedSchema, z, type Versioned } from '../../domain';
import { keyId } from '../../ingest';
import { isTakenBack, metaOf } from '../batch-records';
import { byKindLater, isOfKind, MAP, WORKSPACE, type Kind } from '../kinds';
import type { BatchParts, WorkspaceContent, RecordMap } from './content';
import {
	batchPaths,
	DESCRIPTOR,
	descriptorSchema,
	FORMAT,
	headSchema,
	KEYS_PATH,
	recordsPath
} from './descriptor';
import { contentOfPart, type Part } from './part';

/** More than this no tab can hold: bytes of what is in the file, in all and of one part that is read as text. */
const MOST_BYTES = 4 * 1024 ** 3;
const MOST_TEXT = 256 * 1024 ** 2;
const MOST_PARTS = 100_000;
/** Deflate makes nothing smaller than that. */
const MOST_TIMES = 1100;

const DEFLATE = 8;
const PATH = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)?$/;

const damaged = (part: string): never => fail('workspace_damaged', { part });

type Raw = Omit<Part, 'sha256'>;

configure({ useWebWorkers: false, useCompressionStream: false });

/** Refuses what is no file of ours before anything of it is unpacked. */
function refuseStrange(entries: readonly FileEntry[]): void {
	let sum = 0;
	const seen = new Set<string>();
	for (const {
		filename,
		compressedSize,
		uncompressedSize,
		compressionMethod,
		encrypted
	} of entries) {
		const isOurs = PATH.test(filename) && compressionMethod === DEFLATE && !encrypted;
		if (!isOurs || seen.has(filename)) damaged(filename.slice(0, 100));
		seen.add(filename);
		sum += uncompressedSize;
		if (sum > MOST_BYTES || uncompressedSize > MOST_TIMES * (compressedSize + 1))
			fail('workspace_too_large');
	}
}

/** The parts of a ZIP as they lie in it, by their paths. */
async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, Raw>> {
	const zip = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
	const entries: FileEntry[] = [];
	for await (const entry of zip.getEntriesGenerator()) {
		if (entry.directory) damaged(entry.filename.slice(0, 100));
		entries.push(entry as FileEntry);
		if (entries.length > MOST_PARTS) fail('workspace_too_large');
	}
	refuseStrange(entries);
	const parts = new Map<string, Raw>();
	for (const entry of entries) {
		const deflated = await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
		parts.set(entry.filename, {
			deflated,
			size: entry.uncompressedSize,
			crc32: entry.crc32 ?? 0
		});
	}
	return parts;
}

const text = (bytes: Uint8Array): string =>
	new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** A part as JSON of a schema. @throws ProblemError `workspace_damaged` */
async function jsonIn<T>(path: string, part: Part, schema: z.ZodType<T>): Promise<T> {
	try {
		if (part.size > MOST_TEXT) throw new RangeError('the part is too large');
		return schema.parse(JSON.parse(text(await contentOfPart(part))));
	} catch {
		return damaged(path);
	}
}

/** What a file lists, which must be exactly what it holds. */
async function listedParts(raw: ReadonlyMap<string, Raw>): Promise<Map<string, Part>> {
	const first = raw.get(DESCRIPTOR);
	if (!first) return fail('workspace_unknown');
	let json: unknown;
	try {
		// Nobody says what it must be; what it lists says so of all others.
		const size = Math.min(first.size, MOST_TEXT);
		json = JSON.parse(text(inflateSync(first.deflated, { out: new Uint8Array(size) })));
	} catch {
		return damaged(DESCRIPTOR);
	}
	const head = headSchema.safeParse(json);
	if (!head.success) return fail('workspace_unknown');
	if (head.data.quartierspiegel.version > FORMAT.version) fail('workspace_newer');
	const descriptor = descriptorSchema.safeParse(json);
	if (!descriptor.success) return damaged(DESCRIPTOR);
	const parts = new Map<string, Part>();
	for (const { path, bytes, hash } of descriptor.data.resources) {
		const part = raw.get(path);
		if (!part || part.size !== bytes || parts.has(path)) return damaged(path.slice(0, 100));
		parts.set(path, { ...part, sha256: hash.slice('sha256:'.length) });
	}
	for (const path of raw.keys())
		if (path !== DESCRIPTOR && !parts.has(path)) damaged(path.slice(0, 100));
	return parts;
}

const recordsSchema = z.strictObject({
	format: z.literal('quartierspiegel-records'),
	version: z.literal(1),
	records: z.array(versionedSchema)
});

/** Records of a file, each of which says what it must. */
async function recordsIn(
	path: string,
	part: Part,
	isValid: (record: Versioned) => boolean
): Promise<RecordMap> {
	const { records } = await jsonIn(path, part, recordsSchema);
	const byId = new Map(records.map((record) => [record.id, record]));
	if (byId.size !== records.length || !records.every(isValid)) damaged(path);
	return byId;
}

const isBatch = (record: Versioned): boolean => {
	try {
		const meta = metaOf(record);
		if (!isUuid(record.id)) return false;
		return meta === null || (meta.id === record.id && KEY_ID.test(meta.key ?? ''));
	} catch {
		return false;
	}
};

/** See `keyId`. */
const KEY_ID = /^[0-9a-f]{16}$/;

const isUuid = (id: string): boolean => z.uuid().safeParse(id).success;

const keysSchema = z.strictObject({
	format: z.literal('quartierspiegel-keys'),
	version: z.literal(1),
	keys: z.record(z.string().regex(KEY_ID), z.base64().max(100))
});

/** Of what there is one of at most, there is no other. */
const isValid = (kind: Kind, record: Versioned): boolean =>
	isOfKind(kind, record) && ((kind !== MAP && kind !== WORKSPACE) || record.id === kind);

const bytesOf = (base64: string): Uint8Array =>
	Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** Everything in the file but the rows of its batches, which are read when they are needed. */
async function contentIn(parts: ReadonlyMap<string, Part>): Promise<WorkspaceContent> {
	const used = new Set<string>();
	const take = (path: string): Part => {
		used.add(path);
		return parts.get(path) ?? damaged(path);
	};
	const records = await byKindLater((kind) => {
		const path = recordsPath(kind);
		return recordsIn(path, take(path), (one) => isValid(kind, one));
	});
	const path = recordsPath('batches');
	const batches = await recordsIn(path, take(path), isBatch);
	const { keys } = await jsonIn(KEYS_PATH, take(KEYS_PATH), keysSchema);
	const named = new Map(Object.entries(keys).map(([id, key]) => [id, bytesOf(key)]));
	for (const [id, key] of named) if (keyId(key) !== id) damaged(KEYS_PATH);
	const own = new Map<string, BatchParts>();
	for (const record of batches.values()) {
		if (isTakenBack(record)) continue;
		const paths = batchPaths(record.id);
		own.set(record.id, {
			table: take(paths.table),
			schema: take(paths.schema),
			reading: take(paths.reading)
		});
	}
	for (const one of parts.keys()) if (!used.has(one)) damaged(one);
	return { batches, records, keys: named, parts: own };
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * A workspace from its file. Nothing is taken on trust: the file must hold exactly what it lists.
 *
 * @throws ProblemError `workspace_unknown`, `workspace_newer`, `workspace_damaged`, `workspace_too_large`
 */
export async function readWorkspaceFile(bytes: Uint8Array<ArrayBuffer>): Promise<WorkspaceContent> {
	if (!isZip(bytes)) return fail('workspace_unknown');
	let raw: Map<string, Raw>;
	try {
		raw = await unzipped(bytes);
	} catch (error) {
		if (error instanceof ProblemError) throw error;
		return damaged('ZIP');
	}
	return contentIn(await listedParts(raw));
}
