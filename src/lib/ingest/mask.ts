/** What takes the place of something personal. */
const MASK = '•••';

/** What has a pattern in a text and may name a person; names by themselves have none. */
const PATTERNS: readonly RegExp[] = [
	/[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[a-z]{2,}/gi,
	// With the sign spelled out against robots: (at), [at], (ät), {at}.
	/[^\s@<>(),;:]+ ?[([{] ?(?:at|ät|@) ?[)\]}] ?[^\s@<>(),;:]+(?:\.| ?[([{] ?(?:dot|punkt) ?[)\]}] ?)[a-z]{2,}/gi,
	/\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,4})?\b/g,
	/(?<![\d.,])(?:\+\d|\(?0\d)[\d /()–-]{4,}\d/g,
	/(?<![\d.,])(?:\+\d{1,3}|0\d{2,4})(?:\.\d{2,})+(?![.\d])/g,
	/(?<=(?<!\p{L})(?:Tel|Telefon|Handy|Mobil|Fax|Durchwahl|Nummer)(?:nummer|[ -]?[Nn]r)?[.:]{0,2} ?)\d[\d /-]{3,}\d/gu,
	/(?<=(?<!\p{L})(?:geb|geboren|Geburtsdatum|Geb\.-Datum|born)\.?:? ?(?:am |on )?)(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})|\d{1,2}\. \p{Lu}\p{Ll}+ \d{4}|\d{4}-\d{2}-\d{2})/giu,
	/(?<![\p{L}\d])[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?(?![\p{L}\d])/gu,
	/(?<=(?<!\p{L})(?:Herrn?|Frau|Hr\.|Fr\.|Familie|Fam\.|Eheleute|Dr\.|Prof\.)\s+)(?:(?:von|van|zu|de)\s+)?\p{Lu}[\p{L}.-]*(?:\s+\p{Lu}[\p{L}-]+)?/gu,
	// "Mieter Amsel, Erika" and "Nachbarin Erika Amsel": one word alone after them is mostly none.
	/(?<=(?<!\p{L})(?:Haupt|Unter|Vor|Nach)?(?:[Mm]ieter(?:in)?|[Nn]achbar(?:in)?|[Bb]ewohner(?:in)?):? )\p{Lu}\p{Ll}+(?:, ?| )\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?/gu
];

/**
 * A text with e-mail addresses, IBANs, telephone numbers, number plates, days of birth and names behind
 * a title masked. It cannot promise names: without a title they look like any other word.
 */
export const masked = (text: string): string =>
	PATTERNS.reduce((rest, pattern) => rest.replace(pattern, MASK), text);
