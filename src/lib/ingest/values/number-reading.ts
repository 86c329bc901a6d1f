import { numberFormat, parseNumber, type NumberFormat } from './numbers';
import { withoutUnit } from './units';

export type NumberReading = {
	format: NumberFormat;
	/** the unit that most of those cells carry that carry one, null where none does */
	unit: string | null;
	/** whether the column is one of numbers, though one cell or the other is not */
	numeric: boolean;
	/** the number of a cell; null where it holds none, one of another unit, or only about one */
	parse: (cell: string) => number | null;
	/** the number that a cell such as `ca. 200` only roughly names, else null */
	roughly: (cell: string) => number | null;
	/** the words that are no number in this reading, in their order */
	unreadable: string[];
};

/** Of the cells of a column of numbers, at most this share is something else; a single one always may be. */
const ODD = 0.05;
const FEWEST = 5;

const ROUGHLY =
	/^(?:(?:ca|circa|etwa|ungefähr|ungef|rund|zirka|about|approx|approximately|around|knapp|gut|über|unter|mindestens|mind|höchstens|max|mehr als|weniger als|bis zu|more than|less than|up to)\b\.?|[~≈±<>≤≥]=?)\s*(?=[\d€$£])|\s*(?:\?+|\(?(?:ca\.?|circa|geschätzt|approx\.?)\)?)$/giu;

const PLAIN = /^-?\d[\d.,]*$/;

/** What a word holds: its number as text, its unit, and whether it is only a rough one. */
type Parted = { number: string; unit: string | null; rough: boolean };

function parted(word: string): Parted | null {
	const exact = withoutUnit(word);
	if (exact && /^[-+−–\d.,]/.test(exact.number)) return { ...exact, rough: false };
	const bare = word.trim().replace(ROUGHLY, '');
	if (bare === word.trim()) return exact && { ...exact, rough: false };
	const rough = withoutUnit(bare);
	return rough && { ...rough, rough: true };
}

/**
 * How the numbers of a column are read: German or English, and in which unit. A cell in another unit,
 * a rough number or a word is odd by itself; it does not make the column one of words. `whole` where
 * only whole numbers are expected.
 */
export function numberReading(
	values: Iterable<string> | ReadonlyMap<string, number>,
	whole = false
): NumberReading {
	const counts: Iterable<readonly [string, number]> =
		values instanceof Map
			? (values as ReadonlyMap<string, number>)
			: Array.from(values as Iterable<string>, (word) => [word, 1] as const);
	/** the words that are more than a number written plainly */
	const known = new Map<string, Parted | null>();
	const units = new Map<string, number>();
	const numbers: string[] = [];
	for (const [word, count] of counts) {
		if (PLAIN.test(word)) {
			numbers.push(word);
			continue;
		}
		const found = word === '' ? null : parted(word);
		known.set(word, found);
		if (found) numbers.push(found.number);
		if (found?.unit) units.set(found.unit, (units.get(found.unit) ?? 0) + count);
	}
	const format = numberFormat(numbers, whole);
	const unit = [...units].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
	const read = (cell: string, rough: boolean): number | null => {
		if (PLAIN.test(cell)) return rough ? null : parseNumber(cell, format);
		const word = cell.trim();
		const found = known.has(word) ? known.get(word) : parted(word);
		if (!found || found.rough !== rough) return null;
		return found.unit === null || found.unit === unit ? parseNumber(found.number, format) : null;
	};
	return {
		format,
		unit,
		parse: (cell) => read(cell, false),
		roughly: (cell) => read(cell, true),
		// These look at every word once more, and most readers do not ask for them.
		get numeric() {
			let [all, odd] = [0, 0];
			for (const [word, count] of counts) {
				if (word === '') continue;
				all += count;
				if (read(word, false) === null && read(word, true) === null) odd += count;
			}
			return all > odd && (odd <= ODD * all || (odd === 1 && all >= FEWEST));
		},
		get unreadable() {
			return [...counts]
				.map(([word]) => word)
				.filter((word) => word !== '' && read(word, false) === null);
		}
	};
}
