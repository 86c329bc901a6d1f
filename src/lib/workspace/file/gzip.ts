import type { Entry } from './zip';

/** The head of a file without a name and a time (RFC 1952): deflated, level unknown, system unknown. */
const HEAD = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const TAIL = 8;

/** What is deflated as a gzip file, without being packed anew. */
export function toGzip({ data, size, crc32 }: Entry): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(HEAD.length + data.length + TAIL);
	bytes.set(HEAD);
	bytes.set(data, HEAD.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(HEAD.length + data.length, crc32, true);
	view.setUint32(HEAD.length + data.length + 4, size, true);
	return bytes;
}

/** What is deflated in a gzip file of ours. @throws where it is another one */
export function fromGzip(bytes: Uint8Array<ArrayBuffer>): Entry {
	const from = bytes.length - TAIL;
	if (from < HEAD.length || !HEAD.every((byte, at) => bytes[at] === byte))
		throw new RangeError('this is no gzip file of ours');
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return {
		data: bytes.slice(HEAD.length, from),
		crc32: view.getUint32(from, true),
		size: view.getUint32(from + 4, true)
	};
}
