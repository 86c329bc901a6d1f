import type { CellSystem } from './cell-system';

/** Larger or smaller than it is. */
export type Direction = 1 | -1;

/** How far a cell has to be able to be from what it is, and in which direction. */
export type Need = { direction: Direction; amount: number };

/** What an attacker must not learn of a cell. */
export type Demand = {
	cell: number;
	/** a cell of one person or company, who knows it; null: somebody outside */
	known: number | null;
	needs: readonly Need[];
	/** whether all needs have to be met, or one of them */
	all: boolean;
};

/** What is no whole number is taken for worked out where it is known to that. */
const LEAST = 1e-3;

/** Cells that are protected: those whose figures are not to be told, and of those the ones of somebody alone. */
export type Sensitive = { cells: readonly number[]; singles: readonly number[] };

/**
 * Who is alone in each cell, by numbers: whoever is alone in a total is the one who is alone in a part of it, and learns
 * nothing by that.
 */
function personsIn({ values, relations }: CellSystem): (cell: number) => number {
	const persons = [...values.keys()];
	const person = (cell: number): number => {
		let own = cell;
		while (persons[own] !== own) own = persons[own]!;
		return own;
	};
	for (const { total, parts } of relations) {
		const hers = parts.filter((part) => values[part] === 1);
		if (values[total] === 1 && hers.length === 1) persons[person(hers[0]!)] = person(total);
	}
	return person;
}

/** The same for each sensitive cell, against the outside and against each one who knows her own. */
function demandsOf(
	system: CellSystem,
	{ cells, singles }: Sensitive,
	outside: (cell: number) => readonly Need[],
	inside: (cell: number) => readonly Need[]
): Demand[] {
	const person = personsIn(system);
	const against = (known: number) =>
		cells
			.filter((cell) => person(cell) !== person(known))
			.map((cell): Demand => ({ cell, known, needs: inside(cell), all: false }));
	return [
		...cells.map((cell): Demand => ({ cell, known: null, needs: outside(cell), all: true })),
		...singles.flatMap(against)
	];
}

/**
 * Of counts of persons somebody outside must not learn less than an interval as wide as the minimum, nor whether
 * anybody is there at all; and one who knows her own cell not how many there are in another.
 */
export function countDemands(
	system: CellSystem,
	sensitive: Sensitive,
	minimum: number | ((cell: number) => number)
): Demand[] {
	const minimumOf = typeof minimum === 'number' ? () => minimum : minimum;
	const valueOf = (cell: number) => system.values[cell] ?? 0;
	const smallFirst = [...sensitive.cells].sort((a, b) => valueOf(a) - valueOf(b));
	return demandsOf(
		system,
		{ ...sensitive, cells: smallFirst },
		(cell) => [
			{ direction: 1, amount: Math.max(minimumOf(cell) - valueOf(cell), 1) },
			{ direction: -1, amount: valueOf(cell) }
		],
		() => [
			{ direction: 1, amount: 1 },
			{ direction: -1, amount: 1 }
		]
	);
}

/**
 * Of amounts nobody must come nearer from above than a share of them (the p % rule; Hundepool and others 2012, 4.2), nor
 * learn that there is any.
 */
export function amountDemands(system: CellSystem, sensitive: Sensitive, share: number): Demand[] {
	const valueOf = (cell: number) => system.values[cell] ?? 0;
	const more = (cell: number) => valueOf(cell) * share || LEAST;
	return demandsOf(
		system,
		sensitive,
		(cell) => [
			{ direction: 1, amount: more(cell) },
			{ direction: -1, amount: valueOf(cell) }
		],
		(cell) => [
			{ direction: 1, amount: more(cell) },
			{ direction: -1, amount: more(cell) }
		]
	);
}

/** Of cells that somebody hid for whatever reason, no one works out what they are. */
export const hiddenDemands = ({ values }: CellSystem, cells: readonly number[]): Demand[] => {
	const least = values.every(Number.isInteger) ? 1 : LEAST;
	const needs = ([1, -1] as const).map((direction) => ({ direction, amount: least }));
	return cells.map((cell) => ({ cell, known: null, needs, all: false }));
};
