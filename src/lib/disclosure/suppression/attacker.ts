import type { Highs } from 'highs';
import type { CellSystem } from './cell-system';
import { Deviations, TOLERANCE, type Deviation } from './deviations';

/** Larger or smaller than it is. */
export type Direction = 1 | -1;

/** How far a cell can be from what it is, for all that somebody sees: and what of the program's answer says why. */
export type Reach = { reach: number; deviation: Deviation; reducedCosts: Float64Array };

/** Deviations that are kept as witnesses; more take longer to look through than to find. */
const MOST_WITNESSES = 400;

/**
 * Somebody who sees what is published, knows how it adds up and that no count is below 0, and works out how large and
 * how small each hidden cell can be; who may know one cell beside, as it is her own. Each point that was found is a
 * witness for all other cells. `dispose` gives its memory back.
 */
export class Attacker {
	readonly #system: CellSystem;
	readonly #deviations: Deviations;
	readonly #hidden = new Set<number>();
	#witnesses: Deviation[] = [];

	constructor(highs: Highs, system: CellSystem) {
		this.#system = system;
		this.#deviations = new Deviations(highs, system);
	}

	get hidden(): ReadonlySet<number> {
		return this.#hidden;
	}

	hide(cell: number): void {
		if (this.#hidden.has(cell)) return;
		this.#hidden.add(cell);
		this.#deviations.hide(cell, true);
	}

	/** Publishes a cell again. */
	show(cell: number): void {
		if (!this.#hidden.delete(cell)) return;
		this.#deviations.hide(cell, false);
		this.#witnesses = this.#witnesses.filter((one) => Math.abs(one[cell]!) < TOLERANCE);
	}

	/** Learns of a deviation that agrees with all that is published. */
	learn(deviation: Deviation): void {
		this.#witnesses.push(deviation);
		if (this.#witnesses.length > MOST_WITNESSES) this.#witnesses.shift();
	}

	/** How far a cell can be from what it is in a direction, for somebody who knows another cell beside. */
	reach(cell: number, direction: Direction, known: number | null = null): Reach {
		const isFixed = known !== null && this.#hidden.has(known);
		if (isFixed) this.#deviations.hide(known, false);
		try {
			const { deviation, reducedCosts } = this.#deviations.extreme(cell, direction);
			this.learn(deviation);
			return { reach: direction * deviation[cell]!, deviation, reducedCosts };
		} finally {
			if (isFixed) this.#deviations.hide(known, true);
		}
	}

	/** Whether a cell can be so far from what it is in a direction, for somebody who knows another cell beside. */
	canBe(cell: number, direction: Direction, amount: number, known: number | null = null): boolean {
		if (!this.#hidden.has(cell)) return amount <= 0;
		if (amount <= TOLERANCE) return true;
		const isWitness = (one: Deviation) =>
			direction * one[cell]! >= amount - TOLERANCE &&
			(known === null || Math.abs(one[known]!) < TOLERANCE);
		return (
			this.#witnesses.some(isWitness) ||
			this.reach(cell, direction, known).reach >= amount - TOLERANCE
		);
	}

	/** Between which values a cell can lie. Whole numbers where all counts are. */
	interval(cell: number, known: number | null = null): [low: number, high: number] {
		const value = this.#system.values[cell] ?? 0;
		if (!this.#hidden.has(cell)) return [value, value];
		const low = value - this.reach(cell, -1, known).reach;
		const high = value + this.reach(cell, 1, known).reach;
		if (!this.#system.values.every(Number.isInteger)) return [Math.max(0, low), high];
		return [Math.max(0, Math.ceil(low - TOLERANCE)), Math.floor(high + TOLERANCE)];
	}

	dispose(): void {
		this.#deviations.dispose();
	}
}
