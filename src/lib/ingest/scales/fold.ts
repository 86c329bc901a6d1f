/** A text as words are compared in: small letters, umlauts as two letters, no apostrophes, one space. */
export const fold = (text: string): string =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replaceAll('ß', 'ss')
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replace(/['’‘`´]/g, '')
		.replace(/\s+/g, ' ')
		.trim();

/** `SehrHohesHemmnis` and `sehr_hoch` with the spaces that were left out. */
export const spaced = (text: string): string =>
	text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replaceAll('_', ' ');
