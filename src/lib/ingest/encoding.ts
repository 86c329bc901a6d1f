/** Encodings that a file can be in, as the user knows them. */
export const ENCODINGS = [
	'utf-8',
	'utf-8-bom',
	'windows-1252',
	'macintosh',
	'utf-16le',
	'utf-16be'
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Pairs of bytes by which UTF-16 is told where no mark says it. */
const PAIRS = 2000;

/**
 * UTF-16 without a mark, null for anything else: of letters of Western languages every second byte is
 * nought, and never the other one.
 */
export function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
	const pairs = Math.min(PAIRS, Math.floor(bytes.length / 2));
	let [first, second] = [0, 0];
	for (let at = 0; at < 2 * pairs; at += 2) {
		if (bytes[at] === 0) first++;
		if (bytes[at + 1] === 0) second++;
	}
	const [most, least] = [0.6 * pairs, 0.02 * pairs];
	if (pairs < 4) return null;
	if (second > most && first <= least) return 'utf-16le';
	return first > most && second <= least ? 'utf-16be' : null;
}

const flags = (...bytes: number[]): boolean[] =>
	Array.from({ length: 256 }, (_, byte) => bytes.includes(byte));

/** ä ö ü ß é è à, and what begins a word, Ä Ö Ü „, as each of the two encodings writes them. */
const LETTERS = {
	macintosh: {
		small: flags(0x8a, 0x9a, 0x9f, 0xa7, 0x8e, 0x8f, 0x88),
		large: flags(0x80, 0x85, 0x86, 0xe3)
	},
	'windows-1252': {
		small: flags(0xe4, 0xf6, 0xfc, 0xdf, 0xe9, 0xe8, 0xe0),
		large: flags(0xc4, 0xd6, 0xdc, 0x84)
	}
};

const isLetter = (byte: number): boolean => {
	const small = byte | 0x20;
	return small >= 0x61 && small <= 0x7a;
};

/** Letters beyond ASCII that are enough to tell. */
const ENOUGH = 500;

/**
 * What bytes are in that are no UTF-8: Windows-1252, or MacRoman as Excel for the Mac writes it, by
 * which of them has more umlauts within words.
 */
export function ofOneByte(bytes: Uint8Array): Encoding {
	const { macintosh, 'windows-1252': windows } = LETTERS;
	let [mac, win] = [0, 0];
	for (let at = 0; at < bytes.length && mac + win < ENOUGH; at++) {
		const byte = bytes[at]!;
		if (byte < 0x80) continue;
		const before = isLetter(bytes[at - 1] ?? 0);
		const after = isLetter(bytes[at + 1] ?? 0);
		if (before || after) {
			if (macintosh.small[byte]) mac++;
			if (windows.small[byte]) win++;
		}
		// Behind a word, … and € are what Windows means.
		if (after && !before) {
			if (macintosh.large[byte]) mac++;
			if (windows.large[byte]) win++;
		}
	}
	return mac > win ? 'macintosh' : 'windows-1252';
}
