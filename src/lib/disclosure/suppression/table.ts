import type { CellSystem, Relation } from './cell-system';

/** A table of several dimensions with all its totals, as a system of cells. */
export class Table {
	/** members of each dimension, its total not among them */
	readonly sizes: readonly number[];
	readonly #steps: number[];

	constructor(sizes: readonly number[]) {
		this.sizes = sizes;
		let step = 1;
		this.#steps = sizes.map((size) => {
			const own = step;
			step *= size + 1;
			return own;
		});
	}

	/** Cells, totals among them. */
	get length(): number {
		return this.sizes.reduce((product, size) => product * (size + 1), 1);
	}

	/** The cell at a place in each dimension; the place after the last member is the total. */
	cellAt(places: readonly number[]): number {
		return places.reduce((cell, place, dimension) => cell + place * this.#steps[dimension]!, 0);
	}

	/** The place of a cell in each dimension. */
	placesOf(cell: number): number[] {
		return this.sizes.map(
			(size, dimension) => Math.floor(cell / this.#steps[dimension]!) % (size + 1)
		);
	}

	isTotal(cell: number): boolean {
		return this.placesOf(cell).some((place, dimension) => place === this.sizes[dimension]);
	}

	/** Each total as the sum of what lies along one dimension. */
	relations(): Relation[] {
		const found: Relation[] = [];
		for (let cell = 0; cell < this.length; cell++) {
			this.placesOf(cell).forEach((place, dimension) => {
				const size = this.sizes[dimension]!;
				if (place !== size) return;
				const step = this.#steps[dimension]!;
				const parts = Array.from({ length: size }, (_, part) => cell - (size - part) * step);
				found.push({ total: cell, parts });
			});
		}
		return found;
	}

	/** Each cell with what `value` gives for it, and the totals of that. */
	filled(value: (places: readonly number[]) => number): number[] {
		const values = Array.from({ length: this.length }, () => 0);
		for (let cell = 0; cell < this.length; cell++) {
			const places = this.placesOf(cell);
			if (this.isTotal(cell)) continue;
			const own = value(places);
			// Into every total that the cell is part of.
			for (let totals = 0; totals < 2 ** this.sizes.length; totals++) {
				const into = places.map((place, dimension) =>
					(totals >> dimension) & 1 ? this.sizes[dimension]! : place
				);
				const at = this.cellAt(into);
				values[at] = values[at]! + own;
			}
		}
		return values;
	}

	/** The table with something in it, of which the totals stay published. */
	system(value: (places: readonly number[]) => number): CellSystem {
		const cells = Array.from({ length: this.length }, (_, cell) => cell);
		return {
			values: this.filled(value),
			relations: this.relations(),
			published: new Set(cells.filter((cell) => this.isTotal(cell)))
		};
	}
}
