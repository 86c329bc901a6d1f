import { z, type Alias } from '../domain';
import type { BatchMeta } from '../ingest';
import { readHeaded, writeHeaded } from './headed-files';
import type { Store } from './store';

/** Goes up when the tables or the way from batches to them change; an older cache is not read. */
const FORMAT = { format: 'quartierspiegel-cache', version: 11 } as const;

const FOLDER = 'cache';
const FIGURES = 'context';

const headSchema = z.strictObject({
	format: z.literal(FORMAT.format),
	version: z.literal(FORMAT.version),
	/** what it was made from, see `Made` */
	made: z.string()
});

/** What a cache is made from. */
export type Made = { batches: readonly BatchMeta[]; aliases: readonly Alias[] };

const nameOf = ({ batches, aliases }: Made): string =>
	JSON.stringify([
		batches.map(({ id, created }) => [id, created]),
		aliases.map(({ id, name, same }) => [id, name, same])
	]);

/** Keeps what figures are computed from, so that the next start shows them before the database is up. */
export async function writeCache(
	store: Store,
	made: Made,
	packed: Uint8Array<ArrayBuffer>
): Promise<void> {
	await writeHeaded(store, FOLDER, FIGURES, { ...FORMAT, made: nameOf(made) }, packed);
}

/**
 * What was kept of exactly this, which is still being listed; null where there is none, or it is of another
 * version.
 */
export async function readCache(
	store: Store,
	made: Promise<Made>
): Promise<Uint8Array<ArrayBuffer> | null> {
	const [kept, wanted] = await Promise.all([
		readHeaded(store, FOLDER, FIGURES, (head) => headSchema.parse(head)).catch(() => null),
		made
	]);
	const isWanted = wanted.batches.length > 0 && kept?.head.made === nameOf(wanted);
	return kept && isWanted ? kept.body : null;
}

export async function dropCache(store: Store): Promise<void> {
	await store.remove(FOLDER, FIGURES);
}
