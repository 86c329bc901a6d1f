import {
	canonicalJson,
	fromBase64,
	toBase64,
	versionedSchema,
	z,
	type Versioned
} from '../../domain';
import { readRecords } from '../batch-files';
import { metaOf } from '../batch-records';
import { readJson, writeJson } from '../json-files';
import { byKind, KINDS } from '../kinds';
import type { Store } from '../store';
import { loadedAt, type RecordMap, type WorkspaceContent } from './content';
import { keptParts, PARTS, partsName } from './kept-parts';

const FOLDER = 'backups';
const FORMAT = { format: 'quartierspiegel-state', version: 1 } as const;

/** The state before what came in last, so that it can be taken back whole. */
export const BEFORE_MERGE = 'before-merge';

const schema = z.strictObject({
	format: z.literal(FORMAT.format),
	version: z.literal(FORMAT.version),
	/** when it was kept */
	at: z.iso.datetime(),
	batches: z.array(versionedSchema),
	records: z.record(z.string(), z.array(versionedSchema)),
	keys: z.record(z.string(), z.base64())
});

/** A state of the workspace as it was; the parts of its batches lie beside, shared by all states that have them. */
export type State = { name: string; at: string; content: Omit<WorkspaceContent, 'parts'> };

const mapOf = (records: readonly Versioned[]): RecordMap =>
	new Map(records.map((record) => [record.id, record]));

/** What a state says but for when it was kept: the same for the same content. */
const bodyOf = ({ batches, records, keys }: Omit<WorkspaceContent, 'parts'>) => ({
	batches: [...batches.values()],
	records: Object.fromEntries(KINDS.map((kind) => [kind, [...records[kind].values()]])),
	keys: Object.fromEntries([...keys].map(([id, key]) => [id, toBase64(key)]))
});

/** Whether two states say the same. */
export const isSameState = (a: State['content'], b: State['content']): boolean =>
	canonicalJson(bodyOf(a)) === canonicalJson(bodyOf(b));

/** Keeps a state under a name. The parts of its batches are kept already: see `storedContent`. */
export const keepState = (
	store: Store,
	name: string,
	at: string,
	content: State['content']
): Promise<void> => writeJson(store, FOLDER, name, { ...FORMAT, at, ...bodyOf(content) });

/** A state that was kept; null where there is none, or it is damaged. */
export async function readState(store: Store, name: string): Promise<State | null> {
	const kept = await readJson(store, FOLDER, name, (json) => schema.parse(json));
	if (!kept) return null;
	const { at, batches, records, keys } = kept;
	return {
		name,
		at,
		content: {
			batches: mapOf(batches),
			records: byKind((kind) => mapOf(records[kind] ?? [])),
			keys: new Map(Object.entries(keys).map(([id, key]) => [id, fromBase64(key)]))
		}
	};
}

/** A state with the parts of its batches; what is missing of them is left out. */
export async function withParts(store: Store, { content }: State): Promise<WorkspaceContent> {
	const parts: [string, NonNullable<Awaited<ReturnType<typeof keptParts>>>][] = [];
	for (const record of content.batches.values()) {
		const at = loadedAt(record);
		const own = at === undefined ? null : await keptParts(store, record.id, at);
		if (own) parts.push([record.id, own]);
	}
	return { ...content, parts: new Map(parts) };
}

/** All states that are kept but the one before a merge, the newest first. */
export async function listStates(store: Store): Promise<State[]> {
	const names = (await store.list(FOLDER)).filter((name) => name !== BEFORE_MERGE);
	const found = await Promise.all(names.map((name) => readState(store, name)));
	return found.filter((one) => one !== null).sort((a, b) => (a.at < b.at ? 1 : -1));
}

export const dropState = (store: Store, name: string): Promise<void> => store.remove(FOLDER, name);

/** Removes parts that neither the workspace nor any state of it has. */
export async function sweepParts(store: Store): Promise<void> {
	const { records, damaged } = await readRecords(store);
	const before = await readState(store, BEFORE_MERGE);
	const states = [...(await listStates(store)), ...(before ? [before] : [])];
	const all = [...records, ...states.flatMap(({ content }) => [...content.batches.values()])];
	const wanted = new Set(all.map((record) => partsName(record.id, loadedAt(record) ?? '')));
	for (const name of await store.list(PARTS)) {
		const isDamaged = damaged.some(({ id }) => name.startsWith(id));
		if (!wanted.has(name) && !isDamaged) await store.remove(PARTS, name);
	}
}

/**
 * Deletes batches from every state, so that nothing of them can come back: those of these ids, and others of the same
 * files that count nowhere now. A state that cannot be read goes as a whole.
 */
export async function forgetBatches(store: Store, ids: readonly string[]): Promise<void> {
	const { records } = await readRecords(store);
	const names = await store.list(FOLDER);
	const states = await Promise.all(names.map((name) => readState(store, name)));
	const all = [
		...records,
		...states.flatMap((state) => [...(state?.content.batches.values() ?? [])])
	];
	const files = new Set(
		all.filter(({ id }) => ids.includes(id)).map((record) => fileOf(record) ?? record.id)
	);
	const there = new Set(records.filter((one) => fileOf(one) !== null).map(({ id }) => id));
	const stays = (record: Versioned): boolean => {
		if (ids.includes(record.id)) return false;
		return there.has(record.id) || !files.has(fileOf(record) ?? '');
	};
	for (const [place, state] of states.entries()) {
		if (!state) {
			await dropState(store, names[place]!);
			continue;
		}
		const { content, at, name } = state;
		const batches = new Map([...content.batches].filter(([, record]) => stays(record)));
		if (batches.size < content.batches.size)
			await keepState(store, name, at, { ...content, batches });
	}
}

/** The SHA-256 of the file of a batch; null where it was taken back. */
const fileOf = (record: Versioned): string | null => {
	const meta = metaOf(record);
	return meta && meta.file.sha256;
};
