import type { Relation } from '../suppression';
import type { ReleasedFigure } from '../../domain';

/** A number that is told, could be told, or follows from others. */
export type LinkedCell = {
	/** null where nobody says it, and it is not known here */
	n: number | null;
	/** persons or cases below which it is small; 0 for what is nobody's figure */
	minimum: number;
	/** a figure or a total of a table, of this release or one before, whether it is hidden there or not */
	isOfTable: boolean;
	/** told in this release unless it is hidden */
	isFigure: boolean;
	/** it left the house before, and stands whatever is hidden */
	isPublished: boolean;
	/** the total of a table, which counts as known where that gives nobody away */
	isTotal: boolean;
	/** small itself, whether anybody tells it or it only follows from others; or held */
	isSensitive: boolean;
	/** not told for another reason than its size */
	isHeld: boolean;
};

/** The cells of linked tables by their names, and how they add up. */
export class LinkedCells {
	readonly all: LinkedCell[] = [];
	readonly relations: Relation[] = [];
	readonly #places = new Map<string, number>();

	/** The place of a cell of a population. */
	at(population: string, key: string): number {
		const name = `${population}\n${key}`;
		const known = this.#places.get(name);
		if (known !== undefined) return known;
		this.#places.set(name, this.all.length);
		this.all.push({
			...{ n: null, minimum: 0, isOfTable: false },
			...{ isFigure: false, isPublished: false, isTotal: false, isSensitive: false, isHeld: false }
		});
		return this.all.length - 1;
	}

	get(place: number): LinkedCell {
		return this.all[place]!;
	}

	/** Says how many are in a cell. */
	count(place: number, { n, minimum }: Pick<ReleasedFigure, 'n' | 'minimum'>): LinkedCell {
		const cell = this.get(place);
		cell.n ??= n;
		cell.minimum = Math.max(cell.minimum, minimum);
		return cell;
	}

	/** Says that a cell is the sum of others. */
	relate(total: number, parts: readonly number[]): void {
		if (parts.length !== 1 || parts[0] !== total) this.relations.push({ total, parts });
	}
}
