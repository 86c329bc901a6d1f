/** Batches of which nothing but the description matters, and a window that is closed while it works. */
import type { BatchMeta } from '../ingest';
import { publish, writeFiles } from './batch-files';
import type { Store } from './store';

export const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

let made = 0;
export const metaOf = (name: string, more: Partial<BatchMeta> = {}): BatchMeta => ({
	format: 2,
	id: crypto.randomUUID(),
	kind: 'survey',
	file: { name, size: 3, sha256: `${name} ${made++}` },
	sample: false,
	author: '',
	created: new Date(Date.UTC(2026, 0, 1, 0, 0, made)).toISOString(),
	loaded: 1,
	skipped: 0,
	dropped: [],
	notStored: [],
	...more
});

export const codebook = { fields: [{ name: 'Bogen', type: 'any' }] };

export async function put(store: Store, meta: BatchMeta): Promise<BatchMeta> {
	await writeFiles(store, meta.id, { batch: bytes(1), keys: bytes(2), codebook });
	await publish(store, [meta]);
	return meta;
}

/** The store of a window that is closed after so many changes: of what it does then, nothing comes. */
export function closedAfter(
	store: Store,
	changes: number
): { store: Store; closed: Promise<false> } {
	let left = changes;
	let close: (isDone: false) => void;
	const closed = new Promise<false>((resolve) => (close = resolve));
	const counted =
		<Args extends unknown[]>(change: (...args: Args) => Promise<void>) =>
		(...args: Args): Promise<void> => {
			if (left-- > 0) return change(...args);
			// What was begun before is still written.
			setTimeout(close, 0, false);
			return new Promise(() => undefined);
		};
	return {
		store: {
			...store,
			write: counted((...args: Parameters<Store['write']>) => store.write(...args)),
			remove: counted((...args: Parameters<Store['remove']>) => store.remove(...args))
		},
		closed
	};
}
