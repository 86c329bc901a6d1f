/** Reads a number as German (1.234,5) or English (1,234.5) offices write it. */
export type NumberFormat = 'german' | 'english';

const GERMAN = /^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;
const ENGLISH = /^[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[-+]?\d+)?$/i;

const DIGITS = /^-?\d+$/;
/** So many more written one way than the other decide it; the rest of a long column need not be read. */
const ENOUGH = 1000;

/** Three digits behind a sign are thousands as well as decimals; any other number of them is one of both. */
const GERMAN_ONLY = /,(\d{1,2}|\d{4,})$|^[-+]?0,\d|\.\d{3},\d+$|\d\.\d{3}\.\d{3}/;
const ENGLISH_ONLY = /\.(\d{1,2}|\d{4,})$|^[-+]?0?\.\d|,\d{3}\.\d+$|\d,\d{3},\d{3}/;

/**
 * The way in which most of the values are written that show one. Where none does, a comma is German; a
 * dot is a decimal point, unless whole numbers are expected, of which both are thousands.
 */
export function numberFormat(values: Iterable<string>, whole = false): NumberFormat {
	let [german, english, comma, dot] = [0, 0, 0, 0];
	for (const value of values) {
		if (DIGITS.test(value)) continue;
		if (GERMAN_ONLY.test(value)) {
			if (GERMAN.test(value)) german++;
		} else if (ENGLISH_ONLY.test(value)) {
			if (ENGLISH.test(value)) english++;
		} else if (/^[-+]?\d{1,3},\d{3}$/.test(value)) comma++;
		else if (/^[-+]?\d{1,3}\.\d{3}$/.test(value)) dot++;
		if (Math.abs(german - english) > ENOUGH) break;
	}
	if (german !== english) return german > english ? 'german' : 'english';
	if (whole) return dot > 0 ? 'german' : 'english';
	return german > 0 || comma > 0 ? 'german' : 'english';
}

/** A number with a plain sign before it, without spaces and apostrophes between thousands. */
function plainNumber(cell: string): string {
	let text = cell.trim();
	// A minus as typesetters write it, or behind the number as accountants do.
	text = text.replace(/^[−–](?=\s?\d)/, '-').replace(/^(\d.*?)\s?[-−–]$/, '-$1');
	return text.replace(/^([-+])\s/, '$1').replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '');
}

/** The number of a text without anything beside it, null where it is none. */
function bareNumber(text: string, format: NumberFormat): number | null {
	if (format === 'german') {
		return GERMAN.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : null;
	}
	return ENGLISH.test(text) && /\d/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** The number that a cell holds, or null where it holds none. */
export const parseNumber = (cell: string, format: NumberFormat): number | null =>
	// Nearly all cells are written plainly; only the others are looked at more closely.
	bareNumber(cell, format) ?? bareNumber(plainNumber(cell.replace(/\s*%$/, '')), format);

/** A number as a cell that reads the same in every language: a point before decimals. */
export function numberText(value: number): string {
	const text = String(value);
	// Three decimals would look like German thousands; a fourth one tells them apart.
	return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}
