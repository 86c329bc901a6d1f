import { slug } from '../domain';
import { isEverywhere } from './interpret/records';
import { recordKind } from './kinds';
import { columnOf, type Mapping } from './mapping';
import { columnValues, type TextTable } from './table';

/** A spelling of a Quartier in a file, how often it stands there, and which known Quartier is meant, if one is near. */
export type QuartierSpelling = {
	spelling: string;
	rows: number;
	known: boolean;
	suggestion: string | null;
};

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
	return [...counts]
		.map(([spelling, rows]) => {
			const isKnown = keys.has(slug(spelling));
			return {
				spelling,
				rows,
				known: isKnown,
				suggestion: isKnown ? null : suggestQuartier(spelling, known)
			};
		})
		.sort(
			(a, b) => Number(a.known) - Number(b.known) || a.spelling.localeCompare(b.spelling, 'de')
		);
}
