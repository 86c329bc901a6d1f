import { SvelteSet } from 'svelte/reactivity';

/** Columns that were chosen to be changed together. */
export class Selection {
	readonly #chosen = new SvelteSet<number>();
	#order: () => readonly number[];
	/** where a range begins that ends with the shift key held */
	#last: number | null = null;

	/** @param order the columns as they stand on the page, which says what is between two of them */
	constructor(order: () => readonly number[]) {
		this.#order = order;
	}

	get all(): number[] {
		return [...this.#chosen].sort((a, b) => a - b);
	}

	get size(): number {
		return this.#chosen.size;
	}

	has(index: number): boolean {
		return this.#chosen.has(index);
	}

	/** Chooses a column or lets it go; with `range` all from the last one to it, as that one was. */
	toggle(index: number, range: boolean): void {
		const on = !this.#chosen.has(index);
		const order = this.#order();
		const [from, to] = [order.indexOf(this.#last ?? index), order.indexOf(index)];
		const between =
			range && from >= 0 && to >= 0
				? order.slice(Math.min(from, to), Math.max(from, to) + 1)
				: [index];
		this.set(between, on);
		this.#last = index;
	}

	set(indexes: readonly number[], on: boolean): void {
		for (const index of indexes) {
			if (on) this.#chosen.add(index);
			else this.#chosen.delete(index);
		}
	}

	clear(): void {
		this.#chosen.clear();
		this.#last = null;
	}
}
