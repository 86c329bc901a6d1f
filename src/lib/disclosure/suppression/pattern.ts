import type { Highs } from 'highs';
import { Attacker } from './attacker';
import type { CellSystem } from './cell-system';
import type { Demand, Need } from './demands';

/** What is published of the same cells, such as how many there are and how much that comes to, and what must hold of it. */
export type Layer = { system: CellSystem; demands: readonly Demand[] };

/** Cells that are hidden in all layers alike, with what an attacker makes of each. `dispose` gives its memory back. */
export class Pattern {
	readonly #attackers: readonly Attacker[];
	readonly #layers: readonly Layer[];

	constructor(highs: Highs, layers: readonly Layer[], hidden: Iterable<number> = []) {
		this.#layers = layers;
		this.#attackers = layers.map(({ system }) => new Attacker(highs, system));
		for (const cell of hidden) this.hide(cell);
	}

	get hidden(): ReadonlySet<number> {
		return this.attacker(0).hidden;
	}

	attacker(layer: number): Attacker {
		return this.#attackers[layer]!;
	}

	hide(cell: number): void {
		for (const attacker of this.#attackers) attacker.hide(cell);
	}

	show(cell: number): void {
		for (const attacker of this.#attackers) attacker.show(cell);
	}

	/** Looks for what shows at once that many demands are met. */
	explore(layers: readonly Layer[]): void {
		layers.forEach(({ demands }, layer) => this.attacker(layer).explore(demands));
	}

	/** Whether the pattern gives what a demand of a layer asks. */
	meets(layer: number, { cell, known, needs, all }: Demand): boolean {
		const attacker = this.attacker(layer);
		const isMet = (need: Need) => attacker.canBe(cell, need, known);
		return all ? needs.every(isMet) : needs.some(isMet);
	}

	/** The demands of a layer that it does not meet. */
	unmet(layer: number): Demand[] {
		return this.#layers[layer]!.demands.filter((demand) => !this.meets(layer, demand));
	}

	dispose(): void {
		for (const attacker of this.#attackers) attacker.dispose();
	}
}
