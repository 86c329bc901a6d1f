import { canonicalJson, fromBase64, toBase64, type Versioned } from '../../domain';
import { metaOf } from '../batch-records';
import { contentsOf, KINDS, RELEASES, WORKSPACE, type About } from '../kinds';
import type { WorkspaceContent, RecordMap } from './content';
import { batchPaths, descriptorOf, DESCRIPTOR, KEYS_PATH, recordsPath } from './descriptor';
import { encryptedEntries, type Encryption, type EncryptedFile } from './encrypted';
import { describing, partOf, type Part } from './part';
import { zipped } from './zip';

const json = (value: unknown): Promise<Part> =>
	partOf(new TextEncoder().encode(canonicalJson(value)));

const byId = (a: Versioned, b: Versioned): number => (a.id < b.id ? -1 : 1);

const recordsPart = (records: RecordMap): Promise<Part> =>
	json({
		format: 'quartierspiegel-records',
		version: 1,
		records: [...records.values()].sort(byId)
	});

const keysPart = ({ keys }: WorkspaceContent): Promise<Part> =>
	json({
		format: 'quartierspiegel-keys',
		version: 1,
		keys: Object.fromEntries([...keys].map(([id, bytes]) => [id, toBase64(bytes)]))
	});

type Named = { path: string; part: Part; title?: string };

/** All parts but the descriptor, by their paths. */
async function partsOf(content: WorkspaceContent): Promise<Named[]> {
	const { batches, records, parts } = content;
	const tables = [...parts].flatMap(([id, own]): Named[] => {
		const paths = batchPaths(id);
		const record = batches.get(id);
		const title = record && metaOf(record)?.file.name;
		return [
			{ path: paths.table, part: own.table, ...(title === undefined ? {} : { title }) },
			{ path: paths.schema, part: own.schema },
			{ path: paths.reading, part: own.reading }
		];
	});
	const kinds = KINDS.filter((kind) => kind !== RELEASES || records[kind].size > 0);
	const others = await Promise.all([
		recordsPart(batches).then((part) => ({ path: recordsPath('batches'), part })),
		keysPart(content).then((part) => ({ path: KEYS_PATH, part })),
		...kinds.map(async (kind) => ({
			path: recordsPath(kind),
			part: await recordsPart(records[kind])
		}))
	]);
	return [...tables, ...others].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const aboutIn = ({ records }: WorkspaceContent): About | undefined =>
	contentsOf(WORKSPACE, records.workspace)[0];

/** What a workspace is called. */
export const nameIn = (content: WorkspaceContent): string => aboutIn(content)?.name ?? '';

/** Whether somebody ever said how the workspace is encrypted, or that it is not. */
export const saysEncryption = ({ records }: WorkspaceContent): boolean =>
	records.workspace.get(WORKSPACE)?.fields['encryption'] !== undefined;

/** How the file of a workspace is encrypted; null where it is not. */
export function encryptionIn(content: WorkspaceContent): Encryption | null {
	const { encryption, colleagues = [] } = aboutIn(content) ?? {};
	if (!encryption) return null;
	const { key, recipient } = encryption;
	const others = colleagues.map((one) => one.recipient).sort();
	return { key: fromBase64(key), recipients: [...new Set([recipient, ...others])] };
}

/** All parts by their paths, the descriptor first. */
async function described(
	content: WorkspaceContent,
	recipients?: readonly string[]
): Promise<Map<string, Part>> {
	const parts = await partsOf(content);
	const listed = parts.map(({ path, part: { size, sha256 }, title }) => ({
		path,
		bytes: size,
		sha256,
		title
	}));
	const first = await describing(descriptorOf(nameIn(content), listed, recipients));
	return new Map([[DESCRIPTOR, first], ...parts.map(({ path, part }) => [path, part] as const)]);
}

/** A workspace as a file that anybody can read, whatever it says of that. */
export async function writePlain(content: WorkspaceContent): Promise<Uint8Array<ArrayBuffer>> {
	const parts = [...(await described(content))];
	return zipped(
		parts.map(([path, { deflated, size, crc32 }]) => [path, { data: deflated, size, crc32 }])
	);
}

/**
 * A workspace as a file, encrypted where it says so: see `docs/workspace-format.md`. The same content gives the same
 * bytes, unless it is encrypted; what did not change is copied.
 *
 * @param before the file as it was encrypted the last time
 */
export async function writeWorkspaceFile(
	content: WorkspaceContent,
	before?: EncryptedFile | null
): Promise<Uint8Array<ArrayBuffer>> {
	const encryption = encryptionIn(content);
	if (!encryption) return writePlain(content);
	const parts = await described(content, encryption.recipients);
	return zipped(await encryptedEntries(parts, encryption, before ?? undefined));
}
