import type { Relation } from '../suppression';

/** Cells that have to do with each other, and the relations between them. */
export type Component = { places: number[]; relations: Relation[] };

/** Cells that relations tie together, directly or through others; those that are in none are left out. */
export function componentsOf(size: number, relations: readonly Relation[]): Component[] {
	const parents = Array.from({ length: size }, (_, place) => place);
	const find = (place: number): number => {
		let root = place;
		while (parents[root] !== root) root = parents[root]!;
		for (let at = place; at !== root;) [at, parents[at]] = [parents[at]!, root];
		return root;
	};
	for (const { total, parts } of relations)
		for (const part of parts) parents[find(part)] = find(total);
	const found = new Map<number, Component>();
	const of = (place: number): Component => {
		const root = find(place);
		const known = found.get(root) ?? { places: [], relations: [] };
		found.set(root, known);
		return known;
	};
	for (const relation of relations) of(relation.total).relations.push(relation);
	for (let place = 0; place < size; place++)
		if (found.has(find(place))) of(place).places.push(place);
	return [...found.values()];
}
