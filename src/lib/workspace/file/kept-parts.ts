import { z } from '../../domain';
import { readHeaded, writeHeaded } from '../headed-files';
import type { Store } from '../store';
import type { BatchParts } from './content';
import type { Part } from './part';

export const PARTS = 'parts';
const NAMES = ['table', 'schema', 'reading'] as const;

const FORMAT = { format: 'quartierspiegel-parts', version: 1 } as const;
const partSchema = z.strictObject({
	length: z.number().int(),
	size: z.number().int(),
	crc32: z.number().int(),
	sha256: z.string()
});
const headSchema = z.strictObject({
	format: z.literal(FORMAT.format),
	version: z.literal(FORMAT.version),
	/** when the batch was loaded that they are of */
	at: z.string(),
	parts: z.array(partSchema).length(NAMES.length)
});

/** A batch may be loaded several times, and in states before now it is what it was then. */
export const partsName = (id: string, at: string): string =>
	`${id}-${at.replaceAll(/[^0-9A-Za-z]/g, '')}`;

/** Keeps parts of a batch, so that saving the workspace encodes what is new and nothing else. */
export async function keepParts(
	store: Store,
	id: string,
	at: string,
	parts: BatchParts
): Promise<void> {
	const all = NAMES.map((name) => parts[name]);
	const described = all.map(({ deflated, ...rest }) => ({ ...rest, length: deflated.length }));
	const head = { ...FORMAT, at, parts: described };
	await writeHeaded(store, PARTS, partsName(id, at), head, ...all.map(({ deflated }) => deflated));
}

/** The kept parts of a batch that was loaded at that time; null where there are none. */
export async function keptParts(store: Store, id: string, at: string): Promise<BatchParts | null> {
	const kept = await readHeaded(store, PARTS, partsName(id, at), (head) => headSchema.parse(head));
	if (kept?.head.at !== at) return null;
	let from = 0;
	const all = kept.head.parts.map(({ length, ...rest }): Part => {
		const deflated = kept.body.slice(from, (from += length));
		return { ...rest, deflated };
	});
	if (from !== kept.body.length) return null;
	return { table: all[0]!, schema: all[1]!, reading: all[2]! };
}
