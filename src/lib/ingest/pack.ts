import { batchHeadSchema, type Batch, type BatchMeta } from './batch';

/** Numbers in as few bytes as the largest possible one needs. */
const narrow = (most: number) =>
	most <= 0x100 ? Uint8Array : most <= 0x10000 ? Uint16Array : Uint32Array;

const DIGEST = 32;

const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/**
 * A batch as it is kept: SHA-256 over what follows, the length of the head in four bytes, the head as
 * JSON, the line of each row, and the codes of each column, all little-endian.
 */
export async function packBatch({
	meta,
	mapping,
	headings,
	columns,
	lines
}: Batch): Promise<Uint8Array<ArrayBuffer>> {
	const words = columns.map((column) => column.words);
	const head = new TextEncoder().encode(
		JSON.stringify({ meta, mapping, headings, rows: lines.length, words })
	);
	const codes = columns.map((column) => new (narrow(column.words.length))(column.codes));
	const parts = [Uint32Array.of(head.length), head, lines, ...codes];
	const size = parts.reduce((sum, part) => sum + part.byteLength, DIGEST);
	const packed = new Uint8Array(size);
	let at = DIGEST;
	for (const { buffer, byteOffset, byteLength } of parts) {
		packed.set(new Uint8Array(buffer, byteOffset, byteLength), at);
		at += byteLength;
	}
	packed.set(await digestOf(packed.subarray(DIGEST)));
	return packed;
}

/** A kept batch. @throws RangeError where bytes were changed or are missing, and what JSON or zod say */
export async function unpackBatch(packed: Uint8Array<ArrayBuffer>): Promise<Batch> {
	const digest = await digestOf(packed.subarray(DIGEST));
	if (digest.some((byte, index) => byte !== packed[index]))
		throw new RangeError('the batch is damaged');
	const { buffer, byteOffset } = packed;
	const length = new DataView(buffer).getUint32(byteOffset + DIGEST, true);
	let at = DIGEST + 4 + length;
	const json = new TextDecoder().decode(packed.subarray(DIGEST + 4, at));
	const { rows, words, ...head } = batchHeadSchema.parse(JSON.parse(json));
	const next = (type: ReturnType<typeof narrow>) => {
		const bytes = packed.slice(at, (at += rows * type.BYTES_PER_ELEMENT));
		const numbers = new type(bytes.buffer);
		if (numbers.length !== rows) throw new RangeError('the batch ends too early');
		return numbers;
	};
	const lines = new Uint32Array(next(Uint32Array));
	const columns = words.map((own) => {
		const codes = new Uint32Array(next(narrow(own.length)));
		if (codes.some((code) => code >= own.length)) throw new RangeError('a code has no word');
		return { words: own, codes };
	});
	if (columns.length !== head.headings.length) throw new RangeError('a column is missing');
	return { ...head, columns, lines };
}

/** The name of the file in the description of a batch, even where the rest of it is damaged. */
export function fileNameIn(bytes: Uint8Array): string | null {
	const found = /"file":\s*\{\s*"name":\s*("(?:[^"\\]|\\.)*")/.exec(
		new TextDecoder().decode(bytes.subarray(0, 65_536))
	);
	try {
		return found ? String(JSON.parse(found[1]!)) : null;
	} catch {
		return null;
	}
}

/** What a kept batch says of itself; of a damaged one at most the name of its file. */
export async function describePacked(
	packed: Uint8Array<ArrayBuffer>
): Promise<{ meta: BatchMeta } | { meta: null; name: string | null }> {
	try {
		return { meta: (await unpackBatch(packed)).meta };
	} catch {
		return { meta: null, name: fileNameIn(packed.subarray(DIGEST + 4)) };
	}
}
