import { z, type Alias } from '../domain';
import type { BatchMeta } from '../ingest';
import type { Store } from './store';

/** Goes up when the tables or the way from batches to them change; an older cache is not read. */
const FORMAT = { format: 'quartierspiegel-cache', version: 10 } as const;

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
		batches.map(({ id }) => id),
		aliases.map(({ id, name, same }) => [id, name, same])
	]);

/** Keeps what figures are computed from, so that the next start shows them before the database is up. */
export async function writeCache(
	store: Store,
	made: Made,
	packed: Uint8Array<ArrayBuffer>
): Promise<void> {
	const head = new TextEncoder().encode(JSON.stringify({ ...FORMAT, made: nameOf(made) }));
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, head.length);
	await store.write(FOLDER, FIGURES, length, head, packed);
}

/**
 * What was kept of exactly this, which is still being listed; null where there is none, or it is of another
 * version.
 */
export async function readCache(
	store: Store,
	made: Promise<Made>
): Promise<Uint8Array<ArrayBuffer> | null> {
	const [bytes, wanted] = await Promise.all([store.read(FOLDER, FIGURES), made]);
	if (!bytes || bytes.length < 4 || wanted.batches.length === 0) return null;
	try {
		const length = new DataView(bytes.buffer).getUint32(0);
		const head = headSchema.parse(
			JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
		);
		return head.made === nameOf(wanted) ? bytes.subarray(4 + length) : null;
	} catch {
		return null;
	}
}

export async function dropCache(store: Store): Promise<void> {
	await store.remove(FOLDER, FIGURES);
}
