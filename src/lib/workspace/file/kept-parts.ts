import { z } from '../../domain';
import type { Store } from '../store';
import type { BatchParts } from './content';
import type { Part } from './part';

const FOLDER = 'parts';
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

/** Keeps parts of a batch, so that saving the workspace encodes what is new and nothing else. */
export async function keepParts(
	store: Store,
	id: string,
	at: string,
	parts: BatchParts
): Promise<void> {
	const all = NAMES.map((name) => parts[name]);
	const head = new TextEncoder().encode(
		JSON.stringify({
			...FORMAT,
			at,
			parts: all.map(({ deflated, ...rest }) => ({ ...rest, length: deflated.length }))
		})
	);
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, head.length);
	await store.write(FOLDER, id, length, head, ...all.map(({ deflated }) => deflated));
}

/** The kept parts of a batch that was loaded at that time; null where there are none. */
export async function keptParts(store: Store, id: string, at: string): Promise<BatchParts | null> {
	const bytes = await store.read(FOLDER, id);
	if (!bytes || bytes.length < 4) return null;
	try {
		let from = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
		const head = headSchema.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, from))));
		if (head.at !== at) return null;
		const all = head.parts.map(({ length, ...rest }): Part => {
			const deflated = bytes.slice(from, (from += length));
			return { ...rest, deflated };
		});
		if (from !== bytes.length) return null;
		return { table: all[0]!, schema: all[1]!, reading: all[2]! };
	} catch {
		return null;
	}
}
