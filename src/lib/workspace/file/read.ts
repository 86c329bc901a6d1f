import { fromBase64, versionedSchema, z, type Versioned } from '../../domain';
import { keyId } from '../../ingest';
import { isTakenBack, metaOf } from '../batch-records';
import { byKindLater, isOfKind, MAP, RELEASES, WORKSPACE, type Kind } from '../kinds';
import type { BatchParts, WorkspaceContent, RecordMap } from './content';
import { batchPaths, KEYS_PATH, recordsPath } from './descriptor';
import { listedParts, MOST_TEXT, text } from './listed';
import { decrypted, type EncryptedFile, type Decryption } from './encrypted';
import { contentOfPart, type Part } from './part';
import { damaged, unzipped } from './zip';

/** A part as JSON of a schema. @throws ProblemError `workspace_damaged` */
async function jsonIn<T>(path: string, part: Part, schema: z.ZodType<T>): Promise<T> {
	try {
		if (part.size > MOST_TEXT) throw new RangeError('the part is too large');
		return schema.parse(JSON.parse(text(await contentOfPart(part))));
	} catch {
		return damaged(path);
	}
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

/** Everything in the file but the rows of its batches, which are read when they are needed. */
async function contentIn(parts: ReadonlyMap<string, Part>): Promise<WorkspaceContent> {
	const used = new Set<string>();
	const take = (path: string): Part => {
		used.add(path);
		return parts.get(path) ?? damaged(path);
	};
	const records = await byKindLater((kind) => {
		const path = recordsPath(kind);
		// Of what left the house there is a part only where something did.
		if (kind === RELEASES && !parts.has(path)) return Promise.resolve(new Map());
		return recordsIn(path, take(path), (one) => isValid(kind, one));
	});
	const path = recordsPath('batches');
	const batches = await recordsIn(path, take(path), isBatch);
	const { keys } = await jsonIn(KEYS_PATH, take(KEYS_PATH), keysSchema);
	const named = new Map(Object.entries(keys).map(([id, key]) => [id, fromBase64(key)]));
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

/**
 * A workspace from its file. Nothing is taken on trust: the file must hold exactly what it lists.
 *
 * @throws ProblemError `workspace_unknown`, `workspace_newer`, `workspace_damaged`, `workspace_too_large`, and where it
 * is encrypted and nothing was given that opens it `workspace_encrypted`
 */
export async function openWorkspaceFile(
	bytes: Uint8Array<ArrayBuffer>,
	decryption: Decryption = {}
): Promise<{ content: WorkspaceContent; encrypted: EncryptedFile | null }> {
	const entries = await unzipped(bytes);
	const encrypted = await decrypted(entries, decryption);
	const parts = encrypted ? encrypted.parts : listedParts(entries);
	return { content: await contentIn(parts), encrypted: encrypted?.file ?? null };
}

/** What a workspace holds, from its file: see `openWorkspaceFile`. */
export const readWorkspaceFile = async (
	bytes: Uint8Array<ArrayBuffer>,
	decryption?: Decryption
): Promise<WorkspaceContent> => (await openWorkspaceFile(bytes, decryption)).content;
