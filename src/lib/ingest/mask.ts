/** What takes the place of something personal. */
const MASK = '•••';

/** What has a pattern in a text and may name a person; names by themselves have none. */
const PATTERNS: readonly RegExp[] = [
	/[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[a-z]{2,}/gi,
	/\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,4})?\b/g,
	/(?<![\d.,])(?:\+\d|\(?0\d)[\d /()-]{4,}\d/g,
	/(?<![\p{L}\d])[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?(?![\p{L}\d])/gu,
	/(?<=(?<!\p{L})(?:Herrn?|Frau|Hr\.|Fr\.|Familie|Fam\.|Dr\.|Prof\.)\s+)(?:(?:von|van|zu|de)\s+)?\p{Lu}[\p{L}.-]*(?:\s+\p{Lu}[\p{L}-]+)?/gu
];

/**
 * A text with e-mail addresses, IBANs, telephone numbers, number plates and names behind a title masked.
 * It cannot promise names: without a title they look like any other word.
 */
export const masked = (text: string): string =>
	PATTERNS.reduce((rest, pattern) => rest.replace(pattern, MASK), text);
