import { sum } from './columns';

/** Answers that share a cell: `A;B;` or `A, B`, where an option may hold a comma itself. */

const MOST_PARTS = 400;
const MOST_OPTIONS = 40;

type SplitCell = { parts: string[]; count: number };

const split = (cell: string, delimiter: string): string[] =>
	cell
		.split(delimiter)
		.map((part) => part.trim())
		.filter((part) => part !== '');

function countParts(cells: readonly SplitCell[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { parts, count } of cells)
		for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + count);
	return counts;
}

const opens = (text: string): boolean => text.split('(').length > text.split(')').length;

/**
 * Parts that never stand without each other are one option that holds a comma: those seen together
 * at least three times, and those that go on in lower case or inside brackets.
 */
function joined(cells: readonly SplitCell[], delimiter: string): SplitCell[] | null {
	const counts = countParts(cells);
	const pairs = new Map<string, { a: string; b: string; count: number }>();
	for (const { parts, count } of cells) {
		parts.slice(1).forEach((b, index) => {
			const a = parts[index] ?? '';
			const key = JSON.stringify([a, b]);
			pairs.set(key, { a, b, count: (pairs.get(key)?.count ?? 0) + count });
		});
	}
	const follows = new Map(
		[...pairs.values()]
			.filter(
				({ a, b, count }) =>
					counts.get(a) === count &&
					counts.get(b) === count &&
					(count >= 3 || opens(a) || /^[a-zäöü]/.test(b))
			)
			.map(({ a, b }) => [a, b])
	);
	if (follows.size === 0) return null;
	return cells.map(({ parts, count }) => {
		const whole: string[] = [];
		for (let at = 0; at < parts.length; at++) {
			const part = parts[at] ?? '';
			const next = parts[at + 1];
			if (next !== undefined && follows.get(part) === next) {
				whole.push(`${part}${delimiter}${next}`);
				at++;
			} else whole.push(part);
		}
		return { parts: whole, count };
	});
}

/** Options in the order of the questionnaire: survey tools write those of a cell in it. */
function inOrder(options: readonly string[], cells: readonly SplitCell[]): string[] {
	const before = new Map<string, number>();
	for (const { parts, count } of cells) {
		const known = parts.filter((part) => options.includes(part));
		known.forEach((first, index) => {
			for (const second of known.slice(index + 1)) {
				const key = JSON.stringify([first, second]);
				before.set(key, (before.get(key) ?? 0) + count);
			}
		});
	}
	const ahead = (a: string, b: string): number => before.get(JSON.stringify([a, b])) ?? 0;
	const rank = new Map(
		options.map((a) => [a, options.filter((b) => ahead(a, b) > ahead(b, a)).length])
	);
	return options.toSorted((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0));
}

/**
 * The options of a column whose cells hold several answers each, or null where they do not: options
 * come again and again, and in cells beside others, while sentences with commas do neither.
 */
export function optionsIn(
	distinct: ReadonlyMap<string, number>,
	delimiter: string
): string[] | null {
	const values = sum(distinct.values());
	let cells = [...distinct].map(([cell, count]): SplitCell => ({
		parts: split(cell, delimiter),
		count
	}));
	if (countParts(cells).size > MOST_PARTS) return null;
	if (delimiter.startsWith(','))
		for (let more = joined(cells, delimiter); more; more = joined(cells, delimiter)) cells = more;

	const counts = countParts(cells);
	const least = Math.max(2, Math.ceil(values / 100));
	const options = [...counts].filter(([, count]) => count >= least).map(([part]) => part);
	if (options.length < 2 || options.length > MOST_OPTIONS) return null;
	const known = sum(options.map((option) => counts.get(option) ?? 0));
	const together = sum(
		cells
			.filter(({ parts }) => parts.filter((part) => options.includes(part)).length > 1)
			.map(({ count }) => count)
	);
	const again = known >= 0.8 * sum(counts.values());
	// Where hardly any option is combined with others, the commas are those of the options themselves.
	const combined = !delimiter.startsWith(',') || distinct.size > options.length;
	return again && combined && together >= Math.max(2, values / 20) ? inOrder(options, cells) : null;
}

/** The options that a cell names, as their places in the list, and what is none of them. */
export function chosenIn(
	cell: string,
	options: readonly string[],
	delimiter: string
): { chosen: number[]; others: string[] } {
	const longestFirst = options
		.map((option, place) => ({ option, place }))
		.sort((a, b) => b.option.length - a.option.length);
	const chosen = new Set<number>();
	const others: string[] = [];
	let rest = cell.trim();
	while (rest !== '') {
		const found = longestFirst.find(
			({ option }) =>
				rest.startsWith(option) &&
				(rest.length === option.length || rest.slice(option.length).startsWith(delimiter.trim()))
		);
		const end = found ? found.option.length : (rest + delimiter).indexOf(delimiter);
		if (found) chosen.add(found.place);
		else if (rest.slice(0, end).trim() !== '') others.push(rest.slice(0, end).trim());
		rest = rest.slice(end).trim();
		if (rest.startsWith(delimiter.trim())) rest = rest.slice(delimiter.trim().length).trim();
	}
	return { chosen: [...chosen].sort((a, b) => a - b), others };
}

/** What a cell keeps of answers in free words beside the options: only that there were some. */
export const OTHER_WORDS = '…';
