import { z } from 'zod';
import type { TableRows } from '../engine';
import type { BatchMeta } from '../ingest';
import type { Store } from './store';

/** Goes up when the tables or the way from batches to tables change; an older cache is not read. */
const FORMAT = 1;

const FOLDER = 'cache';
const NAME = 'tables';

const headSchema = z.strictObject({
	format: z.literal(FORMAT),
	batches: z.array(z.string()),
	tables: z.array(z.strictObject({ table: z.string(), bytes: z.number().int() }))
});

const idsOf = (batches: readonly BatchMeta[]): string[] => batches.map((batch) => batch.id);

/**
 * Keeps the tables as they go into the database, so that the next start need not make them from the
 * batches. The file is a length, a description as JSON, and the Arrow streams one after the other.
 */
export async function writeCache(
	store: Store,
	batches: readonly BatchMeta[],
	tables: readonly TableRows[]
): Promise<void> {
	const head = new TextEncoder().encode(
		JSON.stringify({
			format: FORMAT,
			batches: idsOf(batches),
			tables: tables.map(({ table, ipc }) => ({ table, bytes: ipc.length }))
		})
	);
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, head.length);
	const blob = new Blob([length, head, ...tables.map(({ ipc }) => ipc as Uint8Array<ArrayBuffer>)]);
	await store.write(FOLDER, NAME, new Uint8Array(await blob.arrayBuffer()));
}

/** The kept tables, if they were made from exactly these batches; else null. */
export async function readCache(
	store: Store,
	batches: readonly BatchMeta[]
): Promise<TableRows[] | null> {
	const bytes = await store.read(FOLDER, NAME);
	if (!bytes || bytes.length < 4) return null;
	try {
		const length = new DataView(bytes.buffer).getUint32(0);
		const head = headSchema.parse(
			JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
		);
		if (head.batches.join() !== idsOf(batches).join()) return null;
		let at = 4 + length;
		return head.tables.map(({ table, bytes: size }) => {
			const ipc = bytes.subarray(at, at + size);
			at += size;
			if (ipc.length !== size) throw new Error('the cache is cut short');
			return { table: table as TableRows['table'], ipc };
		});
	} catch {
		return null;
	}
}

export const dropCache = (store: Store): Promise<void> => store.remove(FOLDER, NAME);
