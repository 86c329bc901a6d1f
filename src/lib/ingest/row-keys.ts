import type { Cleaned } from './batch';
import { byWord, type TextColumn } from './columns';
import type { Kind } from './kinds';
import { columnOf, type Mapping, type Role } from './mapping';

/** What tells the rows of a kind apart; where a file has not all of them, its whole rows do. */
const BY: Partial<Record<Kind, { needs: readonly Role[]; by: readonly Role[] }>> = {
	// Sheets are numbered anew in each wave, and often in each Quartier.
	survey: { needs: ['id'], by: ['id', 'wave', 'quartier'] },
	supportCase: { needs: ['id'], by: ['id'] },
	quartierYear: { needs: ['quartier'], by: ['quartier', 'year'] }
};

/**
 * The rows of a batch as numbers by which they are known again: from their ids, or from all that is kept of
 * them. In order, so that those of two batches are compared in one pass.
 */
export type RowKeys = { basis: 'ids' | 'rows'; keys: Float64Array };

/** 32 bits of a text, by MurmurHash3's way of mixing. */
function hash(text: string, seed: number): number {
	let mixed = seed;
	for (let at = 0; at < text.length; at++) {
		mixed = Math.imul(mixed ^ text.charCodeAt(at), 0xcc9e2d51);
		mixed = (mixed << 13) | (mixed >>> 19);
	}
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

type Part = { high: number; low: number };

const partOf = (name: string, word: string): Part => {
	const text = `${name}\u0000${word}`;
	return { high: hash(text, 0x9747b28c), low: hash(text, 0x3c6ef372) };
};

/** A cell under the name that the rest of the product knows it by. */
function wordIn(role: Role, mapping: Mapping): (cell: string) => string {
	if (role === 'quartier') {
		const names = new Map(mapping.quartierNames);
		return (cell) => names.get(cell) ?? cell;
	}
	if (role !== 'wave') return (cell) => cell;
	const waves = new Map(mapping.waves.map(({ key, name }) => [key, name]));
	return (cell) => waves.get(cell) ?? cell;
}

/** What stands for a role in all rows, where no column says it; as a cell, before it is named. */
const wordForAll = (role: Role, { quartierForAll, yearForAll }: Mapping): string =>
	role === 'quartier'
		? (quartierForAll ?? '')
		: role === 'year' && yearForAll !== undefined
			? String(yearForAll)
			: '';

/** The keys of the rows of a table whose ids are pseudonyms; rows without an id have none. */
export function rowKeys({ mapping, headings, columns, lines }: Cleaned): RowKeys {
	const way = BY[mapping.kind];
	const byIds = way !== undefined && way.needs.every((role) => columnOf(mapping, role));
	const highs = new Float64Array(lines.length);
	const lows = new Float64Array(lines.length);
	/** A sum, so that the order of the columns does not matter; what a word adds is worked out once. */
	const add = (name: string, role: Role, { words, codes }: TextColumn) => {
		const known = wordIn(role, mapping);
		const parts = words.map((word) => partOf(name, known(word)));
		const high = Float64Array.from(parts, (part) => part.high);
		const low = Float64Array.from(parts, (part) => part.low);
		for (let row = 0; row < codes.length; row++) {
			highs[row]! += high[codes[row]!]!;
			lows[row]! += low[codes[row]!]!;
		}
	};
	for (const role of byIds ? way.by : (['wave', 'quartier', 'year'] as const)) {
		const column = columns[columnOf(mapping, role)?.index ?? -1];
		const whole: TextColumn = { words: [], codes: new Uint32Array(lines.length) };
		if (!column) add(role, role, { ...whole, words: [wordForAll(role, mapping)] });
		else if (byIds) add(role, role, column);
	}
	if (!byIds)
		mapping.columns.forEach(({ role, index }, at) => {
			const name = role === 'item' || role === 'demography' ? (headings[at] ?? '') : role;
			if (columns[index]) add(name, role, columns[index]);
		});
	const needsId = byIds && way.needs.includes('id');
	const id = columns[columnOf(mapping, 'id')?.index ?? -1];
	const hasId = byWord(id, (cell) => cell !== '');
	const keys = new Float64Array(lines.length);
	let found = 0;
	for (let row = 0; row < lines.length; row++) {
		if (needsId && !hasId(row)) continue;
		// 53 bits are what a number holds to the last one.
		keys[found++] = ((highs[row]! >>> 0) & 0x1fffff) * 2 ** 32 + (lows[row]! >>> 0);
	}
	const sorted = keys.subarray(0, found).sort();
	return {
		basis: byIds ? 'ids' : 'rows',
		keys: byIds ? sorted.filter((key, at) => key !== sorted[at - 1]) : sorted.slice()
	};
}

/** How many keys two batches have in common, each as often as both have it. */
export function common(a: Float64Array, b: Float64Array): number {
	let [at, place, count] = [0, 0, 0];
	while (at < a.length && place < b.length) {
		const difference = a[at]! - b[place]!;
		if (difference === 0) count++;
		if (difference <= 0) at++;
		if (difference >= 0) place++;
	}
	return count;
}

const HEAD = 8;
const MAGIC = [0x51, 0x53, 0x49, 0x44] as const;
const VERSION = 1;
const BASES = ['ids', 'rows'] as const;

/** Keys as they are kept: four letters, the version, the basis, and the numbers. */
export function packKeys({ basis, keys }: RowKeys): Uint8Array<ArrayBuffer> {
	const packed = new Uint8Array(HEAD + keys.byteLength);
	packed.set([...MAGIC, VERSION, BASES.indexOf(basis)]);
	packed.set(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength), HEAD);
	return packed;
}

/** Kept keys; null where they are damaged, which costs a warning and no data. */
export function unpackKeys(packed: Uint8Array): RowKeys | null {
	const basis = BASES[packed[5] ?? -1];
	const isWhole = (packed.length - HEAD) % 8 === 0 && packed[4] === VERSION;
	if (!isWhole || basis === undefined || MAGIC.some((byte, at) => packed[at] !== byte)) return null;
	return { basis, keys: new Float64Array(packed.slice(HEAD).buffer) };
}

/** A batch that is loaded, with the kept keys of its rows. */
export type LoadedKeys = {
	batch: string;
	name: string;
	created: string;
	bytes: Uint8Array;
	/** the key that its ids were made pseudonyms with */
	key: Uint8Array;
};

/** Rows of a file that are loaded already, with another one. */
export type Overlap = {
	/** id of the batch, name of its file, and when it was loaded */
	batch: string;
	name: string;
	created: string;
	/** how many rows both have, how many rows with a key this file has, and the batch */
	rows: number;
	of: number;
	ofBatch: number;
	/** whether rows are known by their numbers, or by being equal in all that is kept */
	basis: RowKeys['basis'];
	/** whether the file most likely corrects or goes on from the batch: half of either is in the other */
	offer: boolean;
};

/** Rows that are alike by chance say nothing: most rows of a file must be unlike each other. */
const isTelling = ({ basis, keys }: RowKeys): boolean =>
	basis === 'ids' || new Set(keys).size > 0.9 * keys.length;

/** The batches that have rows of the file, the one with most of them first. */
export function overlapsOf(own: RowKeys, loaded: readonly Omit<LoadedKeys, 'key'>[]): Overlap[] {
	if (own.keys.length === 0 || !isTelling(own)) return [];
	return loaded
		.flatMap(({ batch, name, created, bytes }): Overlap[] => {
			const kept = unpackKeys(bytes);
			if (kept?.basis !== own.basis) return [];
			const rows = common(own.keys, kept.keys);
			const [of, ofBatch] = [own.keys.length, kept.keys.length];
			const offer = 2 * rows >= of || 2 * rows >= ofBatch;
			if (rows === 0 || (own.basis === 'rows' && !offer)) return [];
			return [{ batch, name, created, rows, of, ofBatch, basis: own.basis, offer }];
		})
		.sort((a, b) => b.rows - a.rows);
}
