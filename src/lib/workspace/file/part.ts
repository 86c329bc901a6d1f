import { inflateSync, zipSync } from 'fflate';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A part of a workspace file as it lies in the ZIP, so that it is copied without being encoded again. */
export type Part = {
	deflated: Uint8Array<ArrayBuffer>;
	/** bytes of what it holds, and their CRC-32 and SHA-256 (in hexadecimal) */
	size: number;
	crc32: number;
	sha256: string;
};

/** ZIP knows no time before, and takes it for the local one. */
export const NO_TIME = new Date(1980, 0, 1);

/** Where the header of a file in a ZIP has what (APPNOTE 4.3.7). */
const CRC = 14;
const DEFLATED = 18;
const NAME = 26;
const EXTRA = 28;
const HEADER = 30;

export const sha256Of = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
	bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** The same bytes always give the same part. */
export async function partOf(bytes: Uint8Array<ArrayBuffer>): Promise<Part> {
	// The only way to what fflate knows of its checksum is a ZIP of one file.
	const zip = zipSync({ x: bytes }, { level: 6, mtime: NO_TIME });
	const view = new DataView(zip.buffer, zip.byteOffset);
	const from = HEADER + view.getUint16(NAME, true) + view.getUint16(EXTRA, true);
	return {
		deflated: zip.slice(from, from + view.getUint32(DEFLATED, true)),
		size: bytes.length,
		crc32: view.getUint32(CRC, true),
		sha256: await sha256Of(bytes)
	};
}

/** A descriptor as a part, as people read it. */
export const describing = (descriptor: object): Promise<Part> =>
	partOf(new TextEncoder().encode(`${JSON.stringify(descriptor, null, '\t')}\n`));

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** CRC-32 as ZIP has it (APPNOTE 4.4.7). */
export function crcOf(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
	return (crc ^ 0xffffffff) >>> 0;
}

/** What a part holds, never more than it says. @throws where it is damaged */
export async function contentOfPart({
	deflated,
	size,
	crc32,
	sha256
}: Part): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = inflateSync(deflated, { out: new Uint8Array(size) });
	if (bytes.length !== size || crcOf(bytes) !== crc32 || (await sha256Of(bytes)) !== sha256)
		throw new RangeError('the part is damaged');
	return bytes;
}
