import type { Domain } from '../../domain';
import { keyOf, type Atoms, type Sets } from './atoms';
import type { LinkedCells } from './cells';
import { isSmallCount } from './figure';
import { groupedBy } from './grouped';

/** A domain of which a table tells something, in parts, and the place of its cell. */
export type Told = { sets: Sets; domain: Domain; place: number };

/** A domain with its count: a table tells it, or it is what is left of one without another. */
export type Counted = Pick<Told, 'sets' | 'domain'> & { n: number; minimum: number } & (
		{ told: Told; from?: never } | { told?: never; from: { whole: Counted; part: Counted } }
	);

/** What is in one domain and not in another that is part of it: all of that, or some. */
export type Derived = { whole: Counted; part: Counted; domain: Domain; isExact: boolean };

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
function left(whole: Counted, part: Counted, atoms: Atoms): Derived[] {
	const dimensions = narrowerIn(whole.sets, part.sets) ?? [];
	return dimensions.flatMap((dimension) => {
		const rest = restIn(whole.sets, part.sets, dimension, atoms);
		const domains = atoms.narrow(whole.domain, dimension, rest);
		const isExact =
			dimensions.length === 1 &&
			domains.length === 1 &&
			atoms.setsOf(domains[0]!).get(dimension)?.length === rest.length;
		return domains.map((domain) => ({ whole, part, domain, isExact }));
	});
}

/** How often what follows is taken for told itself, and how many counts are followed at most. */
const [STEPS, MOST] = [3, 1000];

/** What follows from two of some counts of which one is part of the other in one dimension. */
function following(all: readonly Counted[], atoms: Atoms): Counted[] {
	const dimensions = [...new Set(all.flatMap(({ sets }) => [...sets.keys()]))];
	return dimensions.flatMap((dimension) => {
		const without = ({ sets }: Counted) =>
			keyOf(new Map([...sets].filter(([name]) => name !== dimension)));
		return [...groupedBy(all, without).values()].flatMap((line) =>
			line.flatMap((whole) =>
				line.flatMap((part): Counted[] => {
					if (whole.n < part.n || narrowerIn(whole.sets, part.sets)?.length !== 1) return [];
					const rest = restIn(whole.sets, part.sets, dimension, atoms);
					// Of whom it is not known where they belong are nobody's group.
					if (atoms.narrow(whole.domain, dimension, rest).length === 0) return [];
					const domain = atoms.keep(whole.domain, dimension, rest);
					if (!domain) return [];
					const minimum = Math.max(whole.minimum, part.minimum);
					const [sets, n] = [atoms.setsOf(domain), whole.n - part.n];
					return [{ sets, domain, n, minimum, from: { whole, part } }];
				})
			)
		);
	});
}

/** Counts that are told, and what follows from them step by step; each domain once. */
function closure(told: readonly Counted[], atoms: Atoms): Counted[] {
	const found = new Map(told.map((one) => [keyOf(one.sets), one]));
	for (let step = 0; step < STEPS; step++) {
		const before = found.size;
		for (const one of following([...found.values()], atoms)) {
			const key = keyOf(one.sets);
			if (!found.has(key) && found.size < MOST) found.set(key, one);
		}
		if (found.size === before || found.size >= MOST) break;
	}
	return [...found.values()];
}

/**
 * What follows from the counts that are told, where there are few in it: a total less one of its parts, less another one,
 * less what follows itself, and so on.
 */
export function differences(told: readonly Told[], atoms: Atoms, cells: LinkedCells): Derived[] {
	const counted = told.flatMap((one): Counted[] => {
		const { n, minimum } = cells.get(one.place);
		return n === null ? [] : [{ sets: one.sets, domain: one.domain, n, minimum, told: one }];
	});
	const all = closure(counted, atoms).sort((a, b) => a.n - b.n);
	const most = Math.max(0, ...all.map(({ minimum }) => minimum));
	let first = 0;
	return all.flatMap((whole, at) => {
		if (isSmallCount(whole.n, whole.minimum)) return [];
		while (all[first]!.n <= whole.n - most) first++;
		return all
			.slice(first, at)
			.filter((part) => isSmallCount(whole.n - part.n, Math.max(whole.minimum, part.minimum)))
			.flatMap((part) => left(whole, part, atoms));
	});
}
