import {
	Uint8ArrayReader,
	Uint8ArrayWriter,
	ZipWriter
} from '@zip.js/zip.js/lib/zip-core-external.js';
import { canonicalJson, type Versioned } from '../../domain';
import { metaOf } from '../batch-records';
import { contentsOf, KINDS, WORKSPACE } from '../kinds';
import type { WorkspaceContent, RecordMap } from './content';
import { batchPaths, descriptorOf, DESCRIPTOR, KEYS_PATH, recordsPath } from './descriptor';
import { NO_TIME, partOf, type Part } from './part';

const json = (value: unknown): Promise<Part> =>
	partOf(new TextEncoder().encode(canonicalJson(value)));

const byId = (a: Versioned, b: Versioned): number => (a.id < b.id ? -1 : 1);

const recordsPart = (records: RecordMap): Promise<Part> =>
	json({
		format: 'quartierspiegel-records',
		version: 1,
		records: [...records.values()].sort(byId)
	});

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const keysPart = ({ keys }: WorkspaceContent): Promise<Part> =>
	json({
		format: 'quartierspiegel-keys',
		version: 1,
		keys: Object.fromEntries([...keys].map(([id, bytes]) => [id, base64(bytes)]))
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
	const others = await Promise.all([
		recordsPart(batches).then((part) => ({ path: recordsPath('batches'), part })),
		keysPart(content).then((part) => ({ path: KEYS_PATH, part })),
		...KINDS.map(async (kind) => ({
			path: recordsPath(kind),
			part: await recordsPart(records[kind])
		}))
	]);
	return [...tables, ...others].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a workspace is called. */
export const nameIn = ({ records }: WorkspaceContent): string =>
	contentsOf(WORKSPACE, records.workspace)[0]?.name ?? '';

/**
 * A workspace as a file: see `docs/workspace-format.md`. The same content gives the same bytes; what did not
 * change is copied.
 */
export async function writeWorkspaceFile(
	content: WorkspaceContent
): Promise<Uint8Array<ArrayBuffer>> {
	const parts = await partsOf(content);
	const listed = parts.map(({ path, part: { size, sha256 }, title }) => ({
		path,
		bytes: size,
		sha256,
		title
	}));
	const descriptor = JSON.stringify(descriptorOf(nameIn(content), listed), null, '\t');
	const first = {
		path: DESCRIPTOR,
		part: await partOf(new TextEncoder().encode(`${descriptor}\n`))
	};
	const zip = new ZipWriter(new Uint8ArrayWriter(), {
		keepOrder: true,
		zip64: false,
		extendedTimestamp: false,
		dataDescriptor: false,
		useWebWorkers: false,
		lastModDate: NO_TIME
	});
	for (const { path, part } of [first, ...parts])
		await zip.add(path, new Uint8ArrayReader(part.deflated), {
			passThrough: true,
			compressionMethod: 8,
			uncompressedSize: part.size,
			crc32: part.crc32
		});
	return await zip.close();
}
