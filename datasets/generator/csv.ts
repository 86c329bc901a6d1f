type Layout = { separator: ',' | ';'; lineEnd: '\n' | '\r\n' };

/** Rows as CSV; a cell is quoted only where it has to be, as Excel does it. */
export function csv(rows: readonly (readonly (string | number)[])[], layout: Layout): string {
	const special = new RegExp(`["\\r\\n${layout.separator}]`);
	const cell = (value: string | number): string => {
		const text = String(value);
		return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	};
	return rows.map((row) => row.map(cell).join(layout.separator) + layout.lineEnd).join('');
}

/** The byte order mark by which Excel tells UTF-8 from Windows-1252. */
export const BOM = '\u{feff}';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Windows-1252, as an older Excel saves CSV. Only the characters it shares with Latin-1, which is
 * all that German words need.
 * @throws on any other character
 */
export const windows1252 = (text: string): Uint8Array =>
	Uint8Array.from(text, (character) => {
		const code = character.codePointAt(0) ?? 0;
		if (code > 0xff || (code >= 0x80 && code < 0xa0)) throw new Error(`No byte for ${character}`);
		return code;
	});
