import type { Heading } from './format';
import { bracketed } from './headings';

type Parts = { battery: string; question?: string; row: string };

/** What stands between the question of a battery and one of its rows. */
const BETWEEN = / [-–—|] |[:?.…] (?:[-–—|] )?|\/| \| /g;
/** The least that names a battery: shorter beginnings are articles and letters. */
const LEAST = 3;

/** A code of a battery with the number of a row: `Q5_1`, `A2Sicherheit_1`, `q1_01 Heizung`, `F6_SQ001`. */
const NUMBERED = /^(\p{L}[\p{L}\d]*(?:_\p{L}[\p{L}\d]*)*)_(\p{L}{0,2}\d{1,3}\p{L}?)(?=$|[\s.:)])/u;
/** The same with a letter: `Q5a`, `F12c Heizung`. */
const LETTERED = /^(\p{L}{1,3}\d{1,3})(\p{Ll})(?=$|[\s.:)])/u;

/** The ways in which a heading can be a battery's, the one that says most first. */
function partsOf({ heading, code }: Heading): Parts[] {
	const found: Parts[] = [];
	const grid = bracketed(heading);
	if (grid && grid.question !== '' && grid.row !== '')
		found.push({ battery: grid.question, question: grid.question, row: grid.row });
	const cuts = [...heading.matchAll(BETWEEN)].toReversed();
	for (const { 0: sign, index } of cuts) {
		const battery = heading.slice(0, index + (/^[?…]/.test(sign) ? 1 : 0)).trim();
		const row = heading.slice(index + sign.length).trim();
		if (battery.length >= LEAST && row !== '') found.push({ battery, question: battery, row });
	}
	for (const name of new Set([code, heading])) {
		const numbered = NUMBERED.exec(name) ?? LETTERED.exec(name);
		if (!numbered) continue;
		const [whole, stem = '', number = ''] = numbered;
		const row = name.slice(whole.length).replace(/^[\s.:)]+/, '');
		found.push({ battery: stem, row: row || number });
	}
	return found;
}

/** How many columns have each battery among the ways in which they can be read. */
function countsOf(ways: readonly Parts[][]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const parts of ways)
		for (const battery of new Set(parts.map((one) => one.battery)))
			counts.set(battery, (counts.get(battery) ?? 0) + 1);
	return counts;
}

/**
 * Headings with the battery that at least two of them name, where the tool does not say what belongs
 * together: by the longest beginning that they share, or the stem of their codes.
 */
export function withBatteries(headings: readonly Heading[]): Heading[] {
	const ways = headings.map((heading) =>
		heading.group !== undefined || heading.role ? [] : partsOf(heading)
	);
	const counts = countsOf(ways);
	const first = ways.map((parts) => parts.find(({ battery }) => (counts.get(battery) ?? 0) > 1));
	// What is left alone, as the others of its battery have a closer one, is none.
	const chosen = countsOf(first.map((parts) => (parts ? [parts] : [])));
	return headings.map((heading, index) => {
		const parts = first[index];
		if (!parts || (chosen.get(parts.battery) ?? 0) < 2) return heading;
		return { ...parts, ...heading };
	});
}

/** A question that was asked again: its heading with 2, 3 … or with .1, .2 … behind it. */
const AGAIN = /^(.*[^\s.\d])(?:([2-9]|1\d)|[.]([1-9]|1\d))$/;

/**
 * Headings of questions that have the same words: Microsoft Forms and Excel number them from 2 on, pandas
 * and R from .1 on. They are one battery.
 */
export function withRepeated(headings: readonly Heading[]): Heading[] {
	const places = new Map(headings.map(({ heading }, index) => [heading, index]));
	const again = headings.map((heading): { base: string; number: number } | null => {
		const found = AGAIN.exec(heading.heading);
		const base = found?.[1] ?? '';
		if (!found || !/\s/.test(base) || !places.has(base)) return null;
		return { base, number: found[2] ? Number(found[2]) : Number(found[3]) + 1 };
	});
	const bases = new Set(again.flatMap((one) => (one ? [one.base] : [])));
	return headings.map((heading, index) => {
		if (heading.group !== undefined || heading.role) return heading;
		const own = again[index];
		if (own)
			return {
				...heading,
				text: `${own.base} (${own.number})`,
				battery: heading.battery ?? own.base
			};
		return bases.has(heading.heading) && heading.battery === undefined
			? { ...heading, battery: heading.heading }
			: heading;
	});
}
