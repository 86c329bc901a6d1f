import { NOT_KNOWN, type Domain, type Domains } from '../../domain';
import { fromDay, toDay } from '../../indicators';

/** The dimension of time, beside those that have members. */
export const DAYS = 'days';

/** Which parts of each dimension are in a domain, by their numbers in order; a dimension that is not there is whole. */
export type Sets = ReadonlyMap<string, readonly number[]>;

/** A dimension in parts that no domain divides. */
type Axis = {
	size: number;
	/** parts of the members, or of a stretch of days */
	partsOf: (domain: Domain) => readonly number[] | null;
	/** what a domain has in parts of the dimension */
	narrow: (domain: Domain, parts: readonly number[], keepsUnknown: boolean) => Domain[];
};

/** Numbers for texts, in the order in which they come. */
function numbering() {
	const numbers = new Map<string, number>();
	return {
		of: (text: string): number => {
			const number = numbers.get(text) ?? numbers.size;
			numbers.set(text, number);
			return number;
		},
		get size() {
			return numbers.size;
		}
	};
}

const inOrder = (numbers: Iterable<number>): number[] =>
	[...new Set(numbers)].sort((a, b) => a - b);

/** Members that are in the same sets are one part. */
function memberAxis(
	dimension: keyof Domain['members'],
	domains: readonly Domain[],
	universe: readonly string[],
	hasUnknown: boolean
): Axis {
	const sets = new Map(
		domains.flatMap(({ members }) => {
			const own = members[dimension];
			return own ? [[own.join('\n'), new Set(own)] as const] : [];
		})
	);
	const all = new Set([...universe, ...[...sets.values()].flatMap((set) => [...set]), NOT_KNOWN]);
	if (!hasUnknown) all.delete(NOT_KNOWN);
	const parts = numbering();
	const partOf = new Map<string, number>();
	for (const member of all)
		// Of whom it is not known are a part of their own, whatever sets they are in.
		partOf.set(
			member,
			parts.of([member === NOT_KNOWN, ...[...sets.values()].map((set) => set.has(member))].join())
		);
	return {
		size: parts.size,
		partsOf: ({ members }) => {
			const own = members[dimension];
			return own ? inOrder(own.flatMap((member) => partOf.get(member) ?? [])) : null;
		},
		narrow: (domain, own, keepsUnknown) => {
			const kept = new Set(own);
			const members = [...all].filter(
				(member) => (keepsUnknown || member !== NOT_KNOWN) && kept.has(partOf.get(member)!)
			);
			if (members.length === 0) return [];
			return [{ ...domain, members: { ...domain.members, [dimension]: members.sort() } }];
		}
	};
}

/** The first and the last of each run of numbers without a gap. */
function stretchesOf(numbers: readonly number[]): [first: number, last: number][] {
	const found: [number, number][] = [];
	for (const number of numbers) {
		const open = found.at(-1);
		if (open?.[1] === number - 1) open[1] = number;
		else found.push([number, number]);
	}
	return found;
}

/** Days between which a stretch of some domain begins or ends are one part; all days outside are the last one. */
function dayAxis(domains: readonly Domain[]): Axis {
	const spans = domains.flatMap(({ period }) => (period ? [period] : []));
	const ends = inOrder(spans.flatMap(({ from, to }) => [toDay(from), toDay(to) + 1]));
	const placeOf = new Map(ends.map((end, place) => [end, place]));
	const inside = Math.max(0, ends.length - 1);
	return {
		size: inside + 1,
		partsOf: ({ period }) => {
			if (!period) return null;
			const [from = 0, to = 0] = [
				placeOf.get(toDay(period.from)),
				placeOf.get(toDay(period.to) + 1)
			];
			return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
		},
		narrow: (domain, own) => {
			return stretchesOf(own.filter((part) => part < inside)).map(([first, last]) => ({
				...domain,
				period: { from: fromDay(ends[first]!), to: fromDay(ends[last + 1]! - 1) }
			}));
		}
	};
}

/** The dimensions of a population in the finest parts that its domains speak of. */
export class Atoms {
	readonly #axes = new Map<string, Axis>();

	/** @param hasUnknown whether there is anybody of whom it is not known where in a dimension she belongs */
	constructor(
		domains: readonly Domain[],
		universe: Domains['universe'],
		hasUnknown: (dimension: keyof Domain['members']) => boolean
	) {
		const named = new Set(domains.flatMap(({ members }) => Object.keys(members)));
		for (const name of named) {
			const dimension = name as keyof Domain['members'];
			const all = universe[dimension] ?? [];
			this.#axes.set(name, memberAxis(dimension, domains, all, hasUnknown(dimension)));
		}
		if (domains.some(({ period }) => period)) this.#axes.set(DAYS, dayAxis(domains));
	}

	/** How many parts a dimension has. */
	size(dimension: string): number {
		return this.#axes.get(dimension)?.size ?? 1;
	}

	/** All parts of a dimension. */
	all(dimension: string): number[] {
		return Array.from({ length: this.size(dimension) }, (_, part) => part);
	}

	setsOf(domain: Domain): Sets {
		const sets = new Map<string, readonly number[]>();
		for (const [dimension, { partsOf, size }] of this.#axes) {
			const parts = partsOf(domain);
			if (parts && parts.length < size) sets.set(dimension, parts);
		}
		return sets;
	}

	/** What a domain has in some parts of a dimension, without those of whom it is not known. */
	narrow(domain: Domain, dimension: string, parts: readonly number[]): Domain[] {
		return this.#axes.get(dimension)?.narrow(domain, parts, false) ?? [];
	}

	/** A domain with some parts of a dimension alone, those of whom it is not known among them; null where it is none. */
	keep(domain: Domain, dimension: string, parts: readonly number[]): Domain | null {
		const [one, ...more] = this.#axes.get(dimension)?.narrow(domain, parts, true) ?? [];
		return more.length === 0 ? (one ?? null) : null;
	}

	/** Sets without dimensions that are whole. */
	narrowed(sets: Iterable<readonly [string, readonly number[]]>): Sets {
		return new Map([...sets].filter(([dimension, parts]) => parts.length < this.size(dimension)));
	}
}

/** Sets as text: the same for the same domain. */
export const keyOf = (sets: Sets): string =>
	[...sets]
		.map(([dimension, parts]) => `${dimension}=${parts.join('.')}`)
		.sort()
		.join(' ');
