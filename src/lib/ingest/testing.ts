import { ProblemError } from '../domain';
import { readFile, type ReadOverride, type Recognised } from './read';

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Text as Excel in Germany writes it; of the signs beyond Latin-1 only those that tests need. */
export const cp1252 = (text: string): Uint8Array<ArrayBuffer> => {
	const beyond: Record<string, number> = { '€': 0x80, '„': 0x84, '“': 0x93, '–': 0x96 };
	return Uint8Array.from(text, (sign) => beyond[sign] ?? sign.charCodeAt(0));
};

export const read = (text: string, override: ReadOverride = {}): Recognised =>
	readFile(utf8(text), override);

/** The code of the problem that work ends in; what is no problem is thrown on. */
export function problemCode(work: () => unknown): string | null {
	try {
		work();
		return null;
	} catch (error) {
		if (error instanceof ProblemError) return error.problem.code;
		throw error;
	}
}

/** A table as a file: a heading and rows of cells, joined by `;`. */
export const csv = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
	[headings, ...rows].map((cells) => `${cells.join(';')}\n`).join('');

/** The column with that heading, in a mapping. */
export function column({ mapping }: Recognised, heading: string) {
	const found = mapping.columns.find((one) => one.heading === heading);
	if (!found) throw new Error(`no column ${heading}`);
	return found;
}
