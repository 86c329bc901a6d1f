import { z } from '../domain';
import type { Context } from '../indicators';

/** Goes up when the context changes; an older one is not read but made anew. */
const FORMAT = { format: 'quartierspiegel-figures', version: 1 } as const;

const headSchema = z.strictObject({
	format: z.literal(FORMAT.format),
	version: z.literal(FORMAT.version),
	/** bytes of each column */
	columns: z.array(z.number().int()),
	about: z.string()
});

const COLUMNS = {
	Int8Array,
	Uint8Array,
	Int16Array,
	Uint16Array,
	Int32Array,
	Uint32Array,
	Float64Array
};
type ColumnType = keyof typeof COLUMNS;

/** Where a column of numbers stood in the context: its type and which one it is. */
const standInSchema = z.strictObject({ column: z.number().int(), type: z.string() });

/** A context as bytes: the length of a head, a head as JSON, and the columns one after the other. */
export function pack(context: Context): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [];
	const about = JSON.stringify(context, (_, value: unknown) => {
		if (!ArrayBuffer.isView(value)) return value;
		parts.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
		return { column: parts.length - 1, type: value.constructor.name };
	});
	const columns = parts.map((part) => part.length);
	const head = new TextEncoder().encode(JSON.stringify({ ...FORMAT, columns, about }));
	const bytes = new Uint8Array(4 + head.length + columns.reduce((sum, size) => sum + size, 0));
	new DataView(bytes.buffer).setUint32(0, head.length);
	bytes.set(head, 4);
	let at = 4 + head.length;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** The context that was packed; null where it is of another version, or damaged. */
export function unpack(bytes: Uint8Array): Context | null {
	if (bytes.length < 4) return null;
	try {
		const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
		const head = headSchema.parse(
			JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
		);
		let at = 4 + length;
		const parts = head.columns.map((size) => {
			const part = bytes.subarray(at, at + size);
			at += size;
			if (part.length !== size) throw new Error('it is cut short');
			return part;
		});
		return JSON.parse(head.about, (_, value: unknown) => {
			// Thousands of values go past: only what can be a column is looked at closely.
			if (typeof value !== 'object' || value === null || !('column' in value)) return value;
			const { data } = standInSchema.safeParse(value);
			const part = parts[data?.column ?? -1];
			const Column = COLUMNS[data?.type as ColumnType];
			// A copy, because numbers of eight bytes must begin at a multiple of eight.
			return data && part && Column ? new Column(part.slice().buffer) : value;
		}) as Context;
	} catch {
		return null;
	}
}
