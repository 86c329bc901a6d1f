import type { Domain } from '../../domain';
import { keyOf, type Atoms, type Sets } from './atoms';
import type { LinkedCells } from './cells';
import { isSmallCount } from './figure';
import { groupedBy } from './grouped';

/** A domain of which a table tells something, in parts, and the place of its cell. */
export type Told = { sets: Sets; domain: Domain; place: number };

/** What is in one domain and not in others that are part of it: all of that, or some. */
export type Derived = { whole: Told; parts: readonly Told[]; domain: Domain; isExact: boolean };

/** A domain with its count, whether a table tells it or it follows from two that are told. */
type Counted = Pick<Told, 'sets' | 'domain'> & {
	n: number;
	minimum: number;
	whole: Told;
	parts: readonly Told[];
};

/** The dimensions in which a domain keeps less than another that it is part of; null where it is not part of it. */
function narrowerIn(whole: Sets, part: Sets): string[] | null {
	const dimensions: string[] = [];
	for (const [dimension, parts] of whole) {
		const own = part.get(dimension);
		if (!own) return null;
		const all = new Set(parts);
		if (!own.every((one) => all.has(one))) return null;
	}
	for (const [dimension, own] of part) {
		const all = whole.get(dimension);
		if (!all || all.length > own.length) dimensions.push(dimension);
	}
	return dimensions;
}

/** Parts of a dimension that one domain keeps and another does not. */
function restIn(whole: Sets, part: Sets, dimension: string, atoms: Atoms): number[] {
	const own = new Set(part.get(dimension));
	return (whole.get(dimension) ?? atoms.all(dimension)).filter((one) => !own.has(one));
}

/** What is left of a domain without another one. */
function left(from: Counted, part: Told, atoms: Atoms): Derived[] {
	const dimensions = narrowerIn(from.sets, part.sets) ?? [];
	return dimensions.flatMap((dimension) => {
		const rest = restIn(from.sets, part.sets, dimension, atoms);
		const domains = atoms.narrow(from.domain, dimension, rest);
		const isExact =
			dimensions.length === 1 &&
			domains.length === 1 &&
			atoms.setsOf(domains[0]!).get(dimension)?.length === rest.length;
		const { whole } = from;
		return domains.map((domain) => ({ whole, parts: [...from.parts, part], domain, isExact }));
	});
}

/** How often what follows is taken for told itself, and how many counts are followed at most. */
const [STEPS, MOST] = [3, 3000];

/** What follows from each of some counts and one that is told, which is part of it in one dimension. */
function following(wholes: readonly Counted[], told: readonly Counted[], atoms: Atoms): Counted[] {
	const dimensions = [...new Set(told.flatMap(({ sets }) => [...sets.keys()]))];
	return dimensions.flatMap((dimension) => {
		const without = ({ sets }: Counted) =>
			keyOf(new Map([...sets].filter(([name]) => name !== dimension)));
		const lines = groupedBy(told, without);
		return wholes.flatMap((whole) =>
			(lines.get(without(whole)) ?? []).flatMap((part): Counted[] => {
				const isPart = narrowerIn(whole.sets, part.sets)?.length === 1;
				if (!isPart || whole.n < part.n) return [];
				const rest = restIn(whole.sets, part.sets, dimension, atoms);
				const domain = atoms.keep(whole.domain, dimension, rest);
				if (!domain) return [];
				const minimum = Math.max(whole.minimum, part.minimum);
				const parts = [...whole.parts, part.whole];
				const sets = atoms.setsOf(domain);
				return [{ sets, domain, n: whole.n - part.n, minimum, whole: whole.whole, parts }];
			})
		);
	});
}

/** Counts that are told, and what follows from them step by step; each domain once. */
function closure(told: readonly Counted[], atoms: Atoms): Counted[] {
	const found = new Map(told.map((one) => [keyOf(one.sets), one]));
	let last = told;
	for (let step = 0; step < STEPS && found.size < MOST; step++) {
		const before = found.size;
		for (const one of following(last, told, atoms)) {
			const key = keyOf(one.sets);
			if (!found.has(key) && found.size < MOST) found.set(key, one);
		}
		last = [...found.values()].slice(before);
	}
	return [...found.values()];
}

/**
 * What follows from the counts that are told, where there are few in it: a total less one of its parts, less another one,
 * and so on.
 */
export function differences(told: readonly Told[], atoms: Atoms, cells: LinkedCells): Derived[] {
	const counted = told
		.flatMap((one): Counted[] => {
			const { n, minimum } = cells.get(one.place);
			return n === null ? [] : [{ ...one, n, minimum, whole: one, parts: [] }];
		})
		.sort((a, b) => a.n - b.n);
	/** The first count that is so large. */
	const from = (n: number): number => {
		let [low, high] = [0, counted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (counted[middle]!.n < n) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	const most = Math.max(0, ...counted.map(({ minimum }) => minimum));
	return closure(counted, atoms).flatMap((one) => {
		const found: Derived[] = [];
		for (let at = from(one.n - most + 1); at < counted.length; at++) {
			const part = counted[at]!;
			if (part.n >= one.n) break;
			if (!isSmallCount(one.n - part.n, Math.max(one.minimum, part.minimum))) continue;
			if (!one.parts.includes(part.whole)) found.push(...left(one, part.whole, atoms));
		}
		return found;
	});
}
