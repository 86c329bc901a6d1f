import { fail } from '../domain';
import { ofOneByte, unmarkedUtf16, type Encoding } from './encoding';
import { refuseForeign, startsWith } from './foreign';

export { ENCODINGS, type Encoding } from './encoding';

/** Files above this are refused before anything is read: a tab has 4 GB in all. */
export const LARGEST_FILE = 512 * 1024 * 1024;

/** True for a ZIP archive, which every newer Excel file is. */
export const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

/** Refuses a file by its size, before anything of it is read. @throws ProblemError `file_too_large` */
export function refuseLarge(size: number): void {
	if (size > LARGEST_FILE) fail('file_too_large', { megabytes: LARGEST_FILE / 1024 ** 2 });
}

/** Refuses what is no text, by its first bytes and not by its name. */
function refuseBinary(bytes: Uint8Array): void {
	if (bytes.length === 0) fail('file_empty');
	refuseLarge(bytes.length);
	refuseForeign(bytes);
	if (isArchive(bytes)) fail('file_is_archive');
	if (bytes.subarray(0, 65_536).includes(0) && utf16(bytes) === null) fail('file_is_binary');
}

/** UTF-16, which Excel calls Unicode text, as its first two bytes say, else by where the noughts are; null for anything else. */
const utf16 = (bytes: Uint8Array): Encoding | null => {
	if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
	return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : unmarkedUtf16(bytes);
};

/** The text where the bytes are valid UTF-8, else null. */
function validUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** The encoding that the first bytes tell; null where they tell none. */
const named = (bytes: Uint8Array): Encoding | null =>
	utf16(bytes) ?? (startsWith(bytes, 0xef, 0xbb, 0xbf) ? 'utf-8-bom' : null);

/** Decodes bytes of an encoding by its name. @throws RangeError for a name that nobody knows */
export function decoderOf(encoding: string): (bytes: Uint8Array) => string {
	const { encoding: known } = new TextDecoder(encoding);
	// Node 20 takes Windows-1252 for Latin-1 and loses € and „“, unless it is asked to stream.
	return known === 'windows-1252'
		? (bytes) => new TextDecoder(known).decode(bytes, { stream: true })
		: (bytes) => new TextDecoder(known).decode(bytes);
}

/** True for an SPSS system file (.sav, .zsav). */
export const isSav = (bytes: Uint8Array): boolean => startsWith(bytes, 0x24, 0x46, 0x4c);

/**
 * Bytes to text. `override` is what the user says the encoding is; else it is what the first bytes
 * say, UTF-8 where all bytes are valid, or what Excel writes in Germany: Windows-1252, on a Mac MacRoman.
 *
 * @throws ProblemError `file_empty`, `file_too_large`, `file_is_binary`, and what `refuseForeign` throws
 */
export function decode(
	bytes: Uint8Array,
	override?: Encoding
): { text: string; encoding: Encoding } {
	refuseBinary(bytes);
	const known = override ?? named(bytes);
	const valid = known === null ? validUtf8(bytes) : null;
	if (valid !== null) return { text: valid, encoding: 'utf-8' };
	const encoding = known ?? ofOneByte(bytes);
	const text = decoderOf(encoding === 'utf-8-bom' ? 'utf-8' : encoding)(bytes);
	return { text: text.replace(/^\uFEFF/, ''), encoding };
}

/** Whether a text is a web page, a message that holds one, or Excel's XML, whatever its file is called. */
export const isMarkup = (text: string): boolean =>
	/^\s*(<!doctype html|<(html|head|meta|body|style|table)\b|<\?xml[\s\S]{0,400}<([\w-]+:)?(Workbook|html)\b|MIME-Version:)/i.test(
		text.slice(0, 2000)
	);
