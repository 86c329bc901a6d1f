import { batchMetaSchema, codebookSchema, type BatchMeta, type Codebook } from '../ingest';
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

/** All batches, oldest first. A batch is there once its description is, which is written last. */
export async function listBatches(store: Store): Promise<BatchMeta[]> {
	const names = await store.list('about');
	const found = await Promise.all(
		names.map((name) => readJson(store, 'about', name, (value) => batchMetaSchema.parse(value)))
	);
	return found
		.filter((meta) => meta !== null)
		.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
}

export async function writeBatch(
	store: Store,
	meta: BatchMeta,
	bytes: Uint8Array<ArrayBuffer>
): Promise<void> {
	await store.write('batches', meta.id, bytes);
	await writeJson(store, 'about', meta.id, meta);
}

/** Takes a batch back: its description first, so that a crash in between leaves an unnamed file and no half batch. */
export async function removeBatch(store: Store, id: string): Promise<void> {
	await store.remove('about', id);
	await store.remove('batches', id);
	await store.remove('codebooks', id);
}

/** Keeps what was confirmed about the columns of a survey beside its batch. */
export const keepCodebook = (store: Store, id: string, codebook: Codebook): Promise<void> =>
	writeJson(store, 'codebooks', id, codebook);

/** What was confirmed about the columns of a batch; null where nothing was. */
export const readKeptCodebook = (store: Store, id: string): Promise<Codebook | null> =>
	readJson(store, 'codebooks', id, (value) => codebookSchema.parse(value));

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
