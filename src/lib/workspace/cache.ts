import { z } from '../domain';
import type { Context } from '../disclosure';
import type { BatchMeta } from '../ingest';
import type { Store } from './store';

/** Goes up when the tables, the context or the way from batches to them change; an older cache is not read. */
const FORMAT = 8;

const FOLDER = 'cache';
const CONTEXT = 'context';

const headSchema = z.strictObject({
	format: z.literal(FORMAT),
	batches: z.array(z.string()),
	/** bytes of each part */
	parts: z.array(z.number().int()),
	about: z.string()
});

const idsOf = (batches: readonly BatchMeta[]): string[] => batches.map((batch) => batch.id);

/** Writes what was made from batches: a length, a head as JSON, and the parts one after the other. */
async function write(
	store: Store,
	name: string,
	batches: readonly BatchMeta[],
	about: string,
	parts: readonly Uint8Array[]
): Promise<void> {
	const sizes = parts.map((part) => part.length);
	const head = new TextEncoder().encode(
		JSON.stringify({ format: FORMAT, batches: idsOf(batches), parts: sizes, about })
	);
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, head.length);
	await store.write(FOLDER, name, length, head, ...(parts as Uint8Array<ArrayBuffer>[]));
}

/**
 * Reads what was made from exactly these batches, while they are still being listed; null where there
 * is none, or it is damaged.
 */
async function read<T>(
	store: Store,
	name: string,
	batches: Promise<readonly BatchMeta[]>,
	make: (about: string, parts: Uint8Array<ArrayBuffer>[]) => T
): Promise<T | null> {
	const [bytes, wanted] = await Promise.all([store.read(FOLDER, name), batches]);
	if (!bytes || bytes.length < 4 || wanted.length === 0) return null;
	try {
		const length = new DataView(bytes.buffer).getUint32(0);
		const head = headSchema.parse(
			JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
		);
		if (head.batches.join() !== idsOf(wanted).join()) return null;
		let at = 4 + length;
		const parts = head.parts.map((size) => {
			const part = bytes.subarray(at, at + size);
			at += size;
			if (part.length !== size) throw new Error('the cache is cut short');
			return part;
		});
		return make(head.about, parts);
	} catch {
		return null;
	}
}

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

/** Where a column of numbers stood in the context: its type and which part holds it. */
const standInSchema = z.strictObject({ column: z.number().int(), type: z.string() });

/** Keeps what figures are computed from, so that the next start shows them before the database is up. */
export async function writeContext(
	store: Store,
	batches: readonly BatchMeta[],
	context: Context
): Promise<void> {
	const parts: Uint8Array[] = [];
	const about = JSON.stringify(context, (_, value: unknown) => {
		if (!ArrayBuffer.isView(value)) return value;
		parts.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
		return { column: parts.length - 1, type: value.constructor.name };
	});
	await write(store, CONTEXT, batches, about, parts);
}

export const readContext = (
	store: Store,
	batches: Promise<readonly BatchMeta[]>
): Promise<Context | null> =>
	read(store, CONTEXT, batches, (about, parts) => {
		const context: unknown = JSON.parse(about, (_, value: unknown) => {
			// Thousands of values go past: only what can be a column is looked at closely.
			if (typeof value !== 'object' || value === null || !('column' in value)) return value;
			const { data } = standInSchema.safeParse(value);
			const part = parts[data?.column ?? -1];
			const Column = COLUMNS[data?.type as ColumnType];
			// A copy, because numbers of eight bytes must begin at a multiple of eight.
			return data && part ? new Column(part.slice().buffer) : value;
		});
		return context as Context;
	});

export async function dropCache(store: Store): Promise<void> {
	await store.remove(FOLDER, CONTEXT);
}
