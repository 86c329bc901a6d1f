import type { Atoms, Sets } from './atoms';

/**
 * Cells of a grid that is made of several at most: what tables tell together is then known exactly. Above it grids have
 * their totals in common, and what only follows from how all of their dimensions cross is not seen.
 */
const MOST = 600;

/** Classes of parts of a dimension: each part is in one. */
type Classes = ReadonlyMap<string, readonly (readonly number[])[]>;

/** Parts that are in the same sets are one class. */
function classesOf(parts: readonly number[], sets: readonly (readonly number[])[]): number[][] {
	const found = new Map<string, number[]>();
	const lookups = sets.map((set) => new Set(set));
	for (const part of parts) {
		const signature = lookups.map((set) => Number(set.has(part))).join('');
		const known = found.get(signature);
		if (known) known.push(part);
		else found.set(signature, [part]);
	}
	return [...found.values()];
}

const sizeOf = (classes: Classes): number =>
	[...classes.values()].reduce((product, one) => product * one.length, 1);

/** The finest cells that a table speaks of, whether it tells them or not: every combination of its classes. */
export class Grid {
	readonly #atoms: Atoms;
	readonly classes: Classes;

	constructor(atoms: Atoms, classes: Classes) {
		this.#atoms = atoms;
		this.classes = classes;
	}

	static of(atoms: Atoms, domains: readonly Sets[]): Grid {
		const dimensions = new Set(domains.flatMap((sets) => [...sets.keys()]));
		const classes = [...dimensions].map((dimension) => {
			const sets = domains.flatMap((one) => {
				const parts = one.get(dimension);
				return parts ? [parts] : [];
			});
			return [dimension, classesOf(atoms.all(dimension), sets)] as const;
		});
		return new Grid(atoms, new Map(classes));
	}

	get size(): number {
		return sizeOf(this.classes);
	}

	/** The cells that a domain consists of; null where it divides some. */
	parts(sets: Sets): Sets[] | null {
		const wanted: [string, (readonly number[])[]][] = [];
		for (const dimension of sets.keys()) if (!this.classes.has(dimension)) return null;
		for (const [dimension, classes] of this.classes) {
			const own = sets.get(dimension);
			const lookup = own && new Set(own);
			const inside = lookup
				? classes.filter((one) => one.every((part) => lookup.has(part)))
				: classes;
			if (own && inside.reduce((sum, one) => sum + one.length, 0) !== own.length) return null;
			wanted.push([dimension, [...inside]]);
		}
		return this.#combined(wanted);
	}

	#combined(wanted: readonly [string, readonly (readonly number[])[]][]): Sets[] {
		return wanted
			.reduce<[string, readonly number[]][][]>(
				(cells, [dimension, classes]) =>
					cells.flatMap((cell) =>
						classes.map((one): [string, readonly number[]][] => [...cell, [dimension, one]])
					),
				[[]]
			)
			.map((cell) => this.#atoms.narrowed(cell));
	}

	/** Whether another grid tells all that this one does. */
	isWithin(other: Grid): boolean {
		return [...this.classes].every(([dimension, classes]) =>
			classes.every((one) => other.parts(this.#atoms.narrowed([[dimension, one]])) !== null)
		);
	}

	/** The grid of both, where it is not too large. */
	with(other: Grid): Grid | null {
		const dimensions = new Set([...this.classes.keys(), ...other.classes.keys()]);
		const classes = new Map(
			[...dimensions].map((dimension) => {
				const sets = [this, other].flatMap((grid) => grid.classes.get(dimension) ?? []);
				return [dimension, classesOf(this.#atoms.all(dimension), sets)] as const;
			})
		);
		return sizeOf(classes) <= MOST ? new Grid(this.#atoms, classes) : null;
	}

	/** Domains that both grids can tell, the finest ones: what they agree on. */
	shared(other: Grid): Sets[] {
		const both = [...this.classes].flatMap(([dimension, own]) => {
			const others = other.classes.get(dimension);
			return others ? [[dimension, coarsest(own, others)] as [string, number[][]]] : [];
		});
		return this.#combined(both);
	}
}

/** The finest classes that those of both are parts of. */
function coarsest(
	own: readonly (readonly number[])[],
	others: readonly (readonly number[])[]
): number[][] {
	let joined: Set<number>[] = [];
	for (const one of [...own, ...others]) {
		const touched = joined.filter((set) => one.some((part) => set.has(part)));
		const whole = new Set([...one, ...touched.flatMap((set) => [...set])]);
		joined = [...joined.filter((set) => !touched.includes(set)), whole];
	}
	return joined.map((set) => [...set].sort((a, b) => a - b));
}

/** Grids that tell all that some tables do, each as large as need be. */
export function gridsOf(atoms: Atoms, tables: readonly (readonly Sets[])[]): Grid[] {
	let grids: Grid[] = [];
	const all = tables.map((domains) => Grid.of(atoms, domains)).sort((a, b) => b.size - a.size);
	for (const grid of all) {
		if (grids.some((one) => grid.isWithin(one))) continue;
		const wider = grids.find((one) => one.with(grid) !== null);
		grids = wider ? [...grids.filter((one) => one !== wider), wider.with(grid)!] : [...grids, grid];
	}
	return grids;
}
