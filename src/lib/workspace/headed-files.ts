import type { Store } from './store';

/** Bytes of the length of a head. */
const LENGTH = 4;

/** Writes bytes behind a head of JSON: its length, the head, and what it is about. */
export async function writeHeaded(
	store: Store,
	folder: string,
	name: string,
	head: object,
	...body: Uint8Array<ArrayBuffer>[]
): Promise<void> {
	const bytes = new TextEncoder().encode(JSON.stringify(head));
	const length = new Uint8Array(LENGTH);
	new DataView(length.buffer).setUint32(0, bytes.length);
	await store.write(folder, name, length, bytes, ...body);
}

/** What was written behind a head, if the head is one of its kind; null where it is none, or there is no such file. */
export async function readHeaded<Head>(
	store: Store,
	folder: string,
	name: string,
	parse: (head: unknown) => Head
): Promise<{ head: Head; body: Uint8Array<ArrayBuffer> } | null> {
	const bytes = await store.read(folder, name);
	if (!bytes) return null;
	try {
		const from = LENGTH + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
		const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH, from)));
		return { head: parse(head), body: bytes.subarray(from) };
	} catch {
		return null;
	}
}
