/** Spaces that a program put where a person means a common one: no-break, narrow, of the width of a figure. */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** Signs that nobody sees: soft hyphens, joins without width, byte order marks within a text. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
const PLAIN = /^[\x20-\x7e]*$/;

/** A cell as it is compared and kept: one way of writing each letter and each space, none around it. */
export const cleanCell = (cell: string): string =>
	PLAIN.test(cell)
		? cell.trim()
		: cell.normalize('NFC').replace(SPACES, ' ').replace(UNSEEN, '').trim();

/** A heading as one line: words that were divided at the end of a line are whole again. */
export const oneLine = (cell: string): string =>
	cleanCell(cell)
		.replace(/(\p{L})-[^\S\n]*\n\s*(?!(?:und|oder|bzw|and|or)\b)(\p{Ll})/gu, '$1$2')
		.replace(/\s+/g, ' ');

/** Whether a cell holds anything but space. */
export const isFilled = (cell: string | undefined): boolean =>
	cell !== undefined && cell !== '' && cell.trim() !== '';

/** How many cells of a row hold anything. */
export const filled = (row: readonly string[]): number => row.filter(isFilled).length;
