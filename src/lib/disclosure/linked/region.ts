import type { CellSystem, Relation } from '../suppression';

/** Cells of a region around one of them, as they are looked at together. */
const FIRST = 300;

/** Part of a system: its cells, and of each the place in the whole. */
export type Region = { places: number[]; system: CellSystem; isWhole: boolean };

/** Which relations each cell is in. */
export function relationsOfCells(size: number, relations: readonly Relation[]): number[][] {
	const found: number[][] = Array.from({ length: size }, () => []);
	relations.forEach(({ total, parts }, at) => {
		for (const cell of new Set([total, ...parts])) found[cell]!.push(at);
	});
	return found;
}

/**
 * The cells around one, relation by relation, and how they add up where all others stand: who cannot work something out
 * then cannot when more is unknown.
 *
 * @param step how often it was too small before
 */
export function regionOf(
	around: number,
	{ values, relations, published }: CellSystem,
	ofCells: readonly (readonly number[])[],
	step: number
): Region {
	const most = FIRST * 4 ** step;
	const own = new Map([[around, 0]]);
	const taken = new Set<number>();
	for (const cell of own.keys()) {
		for (const at of ofCells[cell]!) {
			if (taken.has(at) || own.size >= most) continue;
			taken.add(at);
			const { total, parts } = relations[at]!;
			for (const one of [total, ...parts]) if (!own.has(one)) own.set(one, own.size);
		}
	}
	const touched = new Set([...own.keys()].flatMap((cell) => ofCells[cell]!));
	const places = [...own.keys()];
	const inside = (cell: number): number[] => {
		const place = own.get(cell);
		return place === undefined ? [] : [place];
	};
	return {
		places,
		isWhole: places.length === values.length,
		system: {
			values: places.map((cell) => values[cell]!),
			published: new Set([...published].flatMap(inside)),
			relations: [...touched].map((at) => {
				const { total, parts } = relations[at]!;
				return { total: own.get(total) ?? -1, parts: parts.flatMap(inside) };
			})
		}
	};
}
