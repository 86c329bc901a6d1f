import {
	batchMetaSchema,
	codebookSchema,
	fileNameIn,
	type BatchMeta,
	type Codebook
} from '../ingest';
import { z } from '../domain';
import type { Store } from './store';

/** This moment, as records carry it. */
export const now = (): string => new Date().toISOString();

const encode = (value: unknown): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(JSON.stringify(value));

/** A JSON file, checked by its schema; null where there is none or it is damaged. */
export async function readJson<T>(
	store: Store,
	folder: string,
	name: string,
	parse: (value: unknown) => T
): Promise<T | null> {
	const bytes = await store.read(folder, name);
	if (!bytes) return null;
	try {
		return parse(JSON.parse(new TextDecoder().decode(bytes)));
	} catch {
		return null;
	}
}

export const writeJson = (
	store: Store,
	folder: string,
	name: string,
	value: unknown
): Promise<void> => store.write(folder, name, encode(value));

/** A batch that cannot be read; the name of its file where even that is lost is null. */
export type Damaged = { id: string; name: string | null };

/** What the store has of batches, by their descriptions. */
export type Listing = {
	/** what counts, oldest first */
	batches: BatchMeta[];
	/** what another batch took the place of, and is kept until that one is taken back or replaced */
	earlier: BatchMeta[];
	/** batches whose description cannot be read */
	damaged: Damaged[];
};

/** What of several batches does not hold yet: they count together, or none of them does. */
const PENDING = { folder: 'pending', name: 'load' } as const;

const pendingIds = async (store: Store): Promise<string[]> =>
	(await readJson(store, PENDING.folder, PENDING.name, (value) => value as string[])) ?? [];

const isWhole = (one: BatchMeta | Damaged): one is BatchMeta => 'created' in one;

/** A description, or what is left of it. */
async function readAbout(store: Store, id: string): Promise<BatchMeta | Damaged> {
	const bytes = (await store.read('about', id)) ?? new Uint8Array();
	try {
		return batchMetaSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
	} catch {
		return { id, name: fileNameIn(bytes) };
	}
}

/**
 * All batches. One is there once its description is, which is written last; and it is no more what counts
 * once another description says that it took its place. So a single write replaces a batch.
 */
export async function listBatches(store: Store): Promise<Listing> {
	const [names, pending] = await Promise.all([store.list('about'), pendingIds(store)]);
	const found = await Promise.all(
		names.filter((name) => !pending.includes(name)).map((name) => readAbout(store, name))
	);
	const metas = found
		.filter(isWhole)
		.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
	const gone = new Set(metas.map(({ replaces }) => replaces));
	return {
		batches: metas.filter(({ id }) => !gone.has(id)),
		earlier: metas.filter(({ id }) => gone.has(id)),
		damaged: found.filter((one): one is Damaged => !isWhole(one))
	};
}

/** What is kept of a batch beside its description. */
export type BatchFiles = {
	batch: Uint8Array<ArrayBuffer>;
	keys: Uint8Array<ArrayBuffer>;
	codebook: Codebook | null;
};

/** Folders of what is kept of a batch beside its description, by its id. */
const FOLDERS = ['batches', 'codebooks', 'ids'] as const;

/** Writes what is kept of a batch; it does not count before its description is there. */
export async function writeFiles(
	store: Store,
	id: string,
	{ batch, keys, codebook }: BatchFiles
): Promise<void> {
	if (codebook) await writeJson(store, 'codebooks', id, { ...CODEBOOK, ...codebook });
	await store.write('ids', id, keys);
	await store.write('batches', id, batch);
}

export const writeAbout = (store: Store, meta: BatchMeta): Promise<void> =>
	writeJson(store, 'about', meta.id, meta);

/** Makes batches count whose files are written: all of them at one moment. */
export async function publish(store: Store, metas: readonly BatchMeta[]): Promise<void> {
	const several = metas.length > 1;
	if (several)
		await writeJson(
			store,
			PENDING.folder,
			PENDING.name,
			metas.map(({ id }) => id)
		);
	for (const meta of metas) await writeAbout(store, meta);
	if (several) await store.remove(PENDING.folder, PENDING.name);
}

/** Takes a batch back: its description first, so that a crash in between leaves unnamed files and no half batch. */
export async function removeBatch(store: Store, id: string): Promise<void> {
	await store.remove('about', id);
	for (const folder of FOLDERS) await store.remove(folder, id);
}

/** Takes back batches that a load did not bring to its end. */
export async function takeBack(store: Store, ids: readonly string[]): Promise<void> {
	for (const id of ids) await removeBatch(store, id);
	await store.remove(PENDING.folder, PENDING.name);
}

/** Files that belong to no batch: what a window left that was closed while it wrote. */
async function orphans(store: Store): Promise<{ folder: string; name: string }[]> {
	const described = new Set(await store.list('about'));
	const found = await Promise.all(
		[...FOLDERS, 'about'].map(async (folder) => {
			const unnamed = (await store.list(folder)).filter((name) => !described.has(name));
			const unfinished = await store.unfinished(folder);
			return [...unnamed, ...unfinished].map((name) => ({ folder, name }));
		})
	);
	return found.flat();
}

/** What is kept of batches that were replaced, and whose successor was replaced itself. */
const outlived = ({ earlier }: Listing): string[] => {
	const replaced = new Set(earlier.map(({ replaces }) => replaces));
	return earlier.map(({ id }) => id).filter((id) => replaced.has(id));
};

/** Whether there is something to sweep. */
export async function isLittered(store: Store, listing: Listing): Promise<boolean> {
	const [pending, files] = await Promise.all([pendingIds(store), orphans(store)]);
	return pending.length + files.length + outlived(listing).length > 0;
}

/** Removes what belongs to no batch. Only while nobody else writes: a batch that is being written has no description yet. */
export async function sweep(store: Store): Promise<void> {
	const pending = await pendingIds(store);
	if (pending.length > 0) await takeBack(store, pending);
	for (const id of outlived(await listBatches(store))) await removeBatch(store, id);
	for (const { folder, name } of await orphans(store)) await store.remove(folder, name);
}

/** How codebooks are kept. Versions before wrote them without a head. */
const CODEBOOK = { format: 'quartierspiegel-codebook', version: 1 } as const;
const headSchema = z.object({
	format: z.literal(CODEBOOK.format).optional(),
	version: z.number().int().max(CODEBOOK.version).optional()
});

/** What was confirmed about the columns of a batch; null where nothing was, or a newer version wrote it. */
export const readKeptCodebook = (store: Store, id: string): Promise<Codebook | null> =>
	readJson(store, 'codebooks', id, (value) => {
		headSchema.parse(value);
		return codebookSchema.parse(value);
	});

/** The kept bytes of batches; one that is missing comes as an empty file, which is recognised as damaged. */
export const readBatches = (
	store: Store,
	batches: readonly BatchMeta[]
): Promise<{ id: string; bytes: Uint8Array<ArrayBuffer> }[]> =>
	Promise.all(
		batches.map(async ({ id }) => ({
			id,
			bytes: (await store.read('batches', id)) ?? new Uint8Array()
		}))
	);
