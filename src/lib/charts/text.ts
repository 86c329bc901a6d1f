/**
 * Width of a text in CSS pixels, by the mean width of Source Sans 3: good enough to plan with, and
 * the same in the browser and in Node, where nothing can be measured.
 */
export function textWidth(text: string, size: number): number {
	let width = 0;
	for (const letter of text) {
		width += /[ijlItf.,:;'’„“|()[\]· ]/.test(letter)
			? 0.29
			: /[mwMW%–—]/.test(letter)
				? 0.8
				: /[A-ZÄÖÜ]/.test(letter)
					? 0.59
					: 0.5;
	}
	return width * size;
}

/** The text, or as much of it as fits with an ellipsis. */
export function shorten(text: string, width: number, size: number): string {
	if (textWidth(text, size) <= width) return text;
	let end = text.length;
	while (end > 1 && textWidth(`${text.slice(0, end).trimEnd()}…`, size) > width) end--;
	return `${text.slice(0, end).trimEnd()}…`;
}

/** Breaks a text into at most so many lines; the last one is shortened where more would be needed. */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
	const words = text.trim().split(/\s+/);
	const found: string[] = [];
	let line = words.shift() ?? '';
	while (words.length > 0 && found.length < lines - 1) {
		const next = `${line} ${words[0]}`;
		if (textWidth(next, size) <= width) {
			line = next;
			words.shift();
		} else {
			found.push(shorten(line, width, size));
			line = words.shift() ?? '';
		}
	}
	return [...found, shorten([line, ...words].join(' '), width, size)];
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** A text made harmless for HTML and XML; characters that XML forbids are taken out. */
export const escaped = (text: string): string =>
	text
		// eslint-disable-next-line no-control-regex
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
