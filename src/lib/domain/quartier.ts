/** A neighbourhood: its key in addresses and records, its name, and its city ('' where none is known). */
export type Quartier = { key: string; name: string; city: string };

/** The part of a text that is safe in an address: lower case, without umlauts, words joined by hyphens. */
export function slug(text: string): string {
	const plain = text
		.normalize('NFC')
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '');
	return plain.replace(/[^\p{Letter}\p{Number}]+/gu, '-').replace(/^-|-$/g, '');
}
