import type { Component } from './components';
import type { LinkedCell } from './cells';

/** A component in which some cells are sums, with what is in each of its cells. */
export type Merged = Component & { cells: LinkedCell[] };

const isFree = (cell: LinkedCell): boolean =>
	!cell.isSensitive && !cell.isFigure && !cell.isPublished && !cell.isTotal;

/**
 * The component with cells that nobody tells and that are parts of the same relations as one, their sum: an attacker
 * makes of it what she makes of them.
 */
export function merged({ places, relations }: Component, all: readonly LinkedCell[]): Merged {
	const partOf = new Map(places.map((place) => [place, [] as number[]]));
	const totals = new Set(relations.map(({ total }) => total));
	relations.forEach(({ parts }, at) => {
		for (const part of parts) partOf.get(part)!.push(at);
	});
	/** the first of those that are merged, by the relations that they are parts of */
	const first = new Map<string, number>();
	const into = new Map<number, number[]>();
	for (const place of places) {
		const isAlone = totals.has(place) || !isFree(all[place]!);
		const key = isAlone ? `own ${place}` : partOf.get(place)!.join();
		const head = first.get(key) ?? place;
		first.set(key, head);
		into.set(head, [...(into.get(head) ?? []), place]);
	}
	return {
		places: [...into.keys()],
		relations: relations.map(({ total, parts }) => ({
			total,
			parts: parts.filter((part) => into.has(part))
		})),
		cells: [...into].map(([head, own]) => ({
			...all[head]!,
			n: sum(own.map((one) => all[one]!.n))
		}))
	};
}

/** Null where one of them is not known. */
const sum = (numbers: readonly (number | null)[]): number | null =>
	numbers.reduce<number | null>(
		(total, one) => (total === null || one === null ? null : total + one),
		0
	);
