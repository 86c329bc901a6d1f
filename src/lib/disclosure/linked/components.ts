import type { Relation } from '../suppression';

/** Cells that have to do with each other, and the relations between them. */
export type Component = { places: number[]; relations: Relation[] };

/**
 * Cells that relations tie together, directly or through others. A cell that stands ties nothing: it is in each component
 * in whose relations it is. Cells that are in none are left out.
 *
 * @param stands whether it is known how many are in a cell, whatever is hidden
 */
export function componentsOf(
	size: number,
	relations: readonly Relation[],
	stands: (cell: number) => boolean
): Component[] {
	const parents = Array.from({ length: size }, (_, place) => place);
	const find = (place: number): number => {
		let root = place;
		while (parents[root] !== root) root = parents[root]!;
		for (let at = place; at !== root;) [at, parents[at]] = [parents[at]!, root];
		return root;
	};
	const open = relations.map(({ total, parts }) =>
		[total, ...parts].filter((place) => !stands(place))
	);
	for (const [first, ...rest] of open)
		for (const place of rest) parents[find(place)] = find(first!);
	const found = new Map<number, { places: Set<number>; relations: Relation[] }>();
	relations.forEach((relation, at) => {
		const [first] = open[at]!;
		if (first === undefined) return;
		const root = find(first);
		const own = found.get(root) ?? { places: new Set(), relations: [] };
		found.set(root, own);
		own.relations.push(relation);
		for (const place of [relation.total, ...relation.parts]) own.places.add(place);
	});
	return [...found.values()].map(({ places, relations }) => ({
		places: [...places].sort((a, b) => a - b),
		relations
	}));
}
