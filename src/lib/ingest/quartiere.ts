import { slug } from '../domain';
import { isEverywhere } from './interpret/field-reader';
import { recordKind } from './kinds';
import { columnOf, type Mapping } from './mapping';
import { isAnswer } from './personal';
import { columnValues, type TextTable } from './table';
import { isNonSubstantive } from './words';

/** A spelling of a Quartier in a file, how often it stands there, and which known Quartier is meant, if one is near. */
export type QuartierSpelling = {
	spelling: string;
	rows: number;
	known: boolean;
	suggestion: string | null;
};

/** How names of places end, as `slug` writes them. */
const PLACE =
	/(stadt|stedt|viertel|quartier|hagen|berge?|burg|dorf|siedlung|feld|heim|hausen|ingen|(?<![io])tal|bruch|garten|horst|wald|(?<!b)au|bach|brunn|furt|kamp|moor|see|rode|roda|ow|itz|hof|hoefe|mitte|zentrum|centrum|kern|park|hoehe|buettel|brueck|ring|ufer|hain|grund|wiesen?|anger|damm|rain|westend|ostend|thal|town|village|estate|district|quarter|side|field)$/;
const DIRECTION =
	/^((nord|sued|ost|west|nordost|nordwest|suedost|suedwest|mitte|zentrum|bad|alt|neu)(stadt)?|innenstadt|north|south|east|west|centre|center|central)$/;
const NUMBERED =
	/^(quartier|gebiet|siedlung|viertel|block|bezirk|stadtteil|area|district|estate) ?([a-z]|\d{1,2}|[ivx]+)$/;

/** More Quartiere than this are streets or houses. */
const MOST_QUARTIERE = 60;

/** The point of a scale, an answer or a figure, which never is a place. */
const isNoPlace = (cell: string): boolean => /^[-+\d.,%€ ]+$|[?!:]/.test(cell) || isAnswer(cell);

/** Whether a name is formed as those of places are. */
function isNamedLikePlace(cell: string): boolean {
	const words = slug(cell).split('-');
	if (isNoPlace(cell) || words.length > 4 || !/^[\p{Lu}\d]/u.test(cell)) return false;
	const isPlace = (word: string) => DIRECTION.test(word) || (word.length > 4 && PLACE.test(word));
	return NUMBERED.test(words.join(' ')) || words.some(isPlace);
}

/**
 * Whether a column holds Quartiere by what stands in it: a few names that come again and again, most
 * of them known or formed as names of places are. A rating is none, whatever its heading asks about.
 */
export function looksLikeQuartier(
	counts: ReadonlyMap<string, number>,
	known: readonly string[]
): boolean {
	if (counts.size < 2 || counts.size > MOST_QUARTIERE) return false;
	const cells = [...counts.values()].reduce((total, count) => total + count, 0);
	if (cells < 2 * counts.size) return false;
	const keys = new Set(known.map(slug));
	let [places, none] = [0, 0];
	for (const [cell, count] of counts) {
		if (isNonSubstantive(cell)) continue;
		const isPlace =
			keys.has(slug(cell)) || suggestQuartier(cell, known) !== null || isNamedLikePlace(cell);
		if (isPlace) places += count;
		else if (isNoPlace(cell)) none += count;
	}
	return places > 0.6 * cells && none < 0.1 * cells;
}

/** Edits (insert, delete, replace, swap of neighbours) from one text to the other (Damerau–Levenshtein, optimal string alignment). */
export function editDistance(a: string, b: string): number {
	let previous2: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min(
				(previous[j] ?? 0) + 1,
				(current[j - 1] ?? 0) + 1,
				(previous[j - 1] ?? 0) + cost
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				best = Math.min(best, (previous2[j - 2] ?? 0) + 1);
			}
			current.push(best);
		}
		previous2 = previous;
		previous = current;
	}
	return previous[b.length] ?? 0;
}

/** The known Quartier that a spelling most likely means: one that contains it, or one at most a third of its letters away. */
export function suggestQuartier(spelling: string, known: readonly string[]): string | null {
	const wanted = slug(spelling);
	if (wanted.length < 3) return null;
	const ranked = known
		.map((name) => {
			const candidate = slug(name);
			const within = candidate.split('-').includes(wanted) || wanted.split('-').includes(candidate);
			return { name, distance: within ? 0.5 : editDistance(wanted, candidate) };
		})
		.sort((a, b) => a.distance - b.distance);
	const best = ranked[0];
	const tie = best && ranked[1]?.distance === best.distance;
	return best && !tie && best.distance <= Math.max(1, wanted.length / 3) ? best.name : null;
}

/** The letters and digits of a name: what is the same in these differs in case, spaces, hyphens or accents of another kind. */
const lettersOf = (name: string): string => slug(name.normalize('NFC')).replaceAll('-', '');

/** Whether two names differ by no more than typing does: numbers and short parts such as `A`, `II` are no errors. */
function isNear(a: string, b: string): boolean {
	const shortest = Math.min(a.length, b.length);
	if (shortest < 5 || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
	const [left, right] = [slug(a).split('-'), slug(b).split('-')];
	const parts = left.length === right.length ? left.map((part, at) => [part, right[at]!]) : [];
	if (
		parts.some(([one = '', other = '']) => one !== other && Math.min(one.length, other.length) < 3)
	)
		return false;
	return editDistance(lettersOf(a), lettersOf(b)) <= (shortest < 9 ? 1 : 2);
}

/** A spelling this many times as frequent as one that is near to it is the one that was meant. */
const AS_FREQUENT = 5;
/** A typing error stands in at most this share of the rows, or in two. */
const RARE = 0.02;

/**
 * The spelling in the same file that another one most likely means: the most frequent of those that are
 * the same but for case, spaces, hyphens and the like, or a frequent one beside a rare typing error.
 */
export function sameInFile(spelling: string, counts: ReadonlyMap<string, number>): string | null {
	const rows = counts.get(spelling) ?? 0;
	const letters = lettersOf(spelling);
	let all = 0;
	for (const count of counts.values()) all += count;
	const others = [...counts].filter(([other]) => other !== spelling);
	const [same] = others
		.filter(([other]) => letters !== '' && lettersOf(other) === letters)
		.sort((a, b) => b[1] - a[1]);
	const first = [...counts.keys()].find((other) => other === spelling || other === same?.[0]);
	if (same && (same[1] > rows || (same[1] === rows && first === same[0]))) return same[0];
	if (same || rows > Math.max(2, RARE * all)) return null;
	const near = others
		.filter(([other, count]) => count >= AS_FREQUENT * rows && isNear(spelling, other))
		.sort((a, b) => b[1] - a[1]);
	return near[0]?.[0] ?? null;
}

/** Every spelling of a Quartier in the file, the unknown ones first. */
export function quartierSpellings(
	table: TextTable,
	mapping: Mapping,
	known: readonly string[]
): QuartierSpelling[] {
	const column = columnOf(mapping, 'quartier');
	const whole = mapping.quartierForAll ?? '';
	const everywhere = recordKind(mapping.kind)?.fields.some(({ type }) => type === 'everywhere');
	const counts = column
		? new Map(
				[...columnValues(table, column.index)].filter(
					([cell]) => !(everywhere && isEverywhere(cell))
				)
			)
		: new Map(whole === '' ? [] : [[whole, table.lines.length]]);
	const keys = new Set(known.map(slug));
	/** What an error means may itself mean a known one. */
	const meantIn = (spelling: string): string | null => {
		const meant = sameInFile(spelling, counts);
		return meant === null || keys.has(slug(meant))
			? meant
			: (suggestQuartier(meant, known) ?? meant);
	};
	return [...counts]
		.map(([spelling, rows]) => {
			const isKnown = keys.has(slug(spelling));
			return {
				spelling,
				rows,
				known: isKnown,
				suggestion: isKnown ? null : (suggestQuartier(spelling, known) ?? meantIn(spelling))
			};
		})
		.sort(
			(a, b) => Number(a.known) - Number(b.known) || a.spelling.localeCompare(b.spelling, 'de')
		);
}
