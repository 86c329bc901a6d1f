import type { Highs, Model } from 'highs';
import { mostIn, type CellSystem } from './cell-system';
import { balanced, entriesOf } from './matrix';

/** What an attacker may take for the counts, less what they are: 0 for every cell that stands. */
export type Deviation = Float64Array;

/** Below this a number is taken for the whole one beside it. */
export const TOLERANCE = 1e-6;

const WARM = {
	output_flag: false,
	presolve: 'off',
	solver: 'simplex',
	// Primal: another objective leaves the point feasible that was found before.
	simplex_strategy: 4
} as const;

/**
 * All counts that agree with what is published, as a linear program over their deviations from what they are. Written
 * once, then only its bounds and its objective change, so that each solution begins where the last one ended.
 * `dispose` gives its memory back.
 */
export class Deviations {
	readonly #highs: Highs;
	readonly #model: Model;
	readonly #system: CellSystem;
	readonly #most: number;
	#aims: readonly number[] = [];

	constructor(highs: Highs, system: CellSystem) {
		this.#highs = highs;
		this.#system = system;
		this.#most = mostIn(system);
		const zeros = () => new Float64Array(system.values.length);
		this.#model = highs.createModel({
			...balanced(entriesOf(system), system),
			sense: highs.constants.objectiveSense.maximize,
			colCost: zeros(),
			colLower: zeros(),
			colUpper: zeros()
		});
		this.#model.options.set(WARM);
	}

	/** A cell is hidden: it may be anything from nobody on; or it stands. */
	hide(cell: number, isHidden: boolean): void {
		const value = this.#system.values[cell] ?? 0;
		const most = isHidden ? this.#most : 0;
		this.#model.changeColBounds(cell, isHidden ? -value : 0, most);
	}

	/** The deviation in which some cells are as large (1) or as small (−1) in all as can be, and what that follows from. */
	extreme(senses: ReadonlyMap<number, 1 | -1>): {
		deviation: Deviation;
		reducedCosts: Float64Array;
	} {
		for (const cell of this.#aims) if (!senses.has(cell)) this.#model.changeColCost(cell, 0);
		for (const [cell, sense] of senses) this.#model.changeColCost(cell, sense);
		this.#aims = [...senses.keys()];
		this.#model.run();
		const status = this.#model.getModelStatus();
		if (status !== this.#highs.constants.modelStatus.optimal)
			throw new Error(`the attacker's program ended with ${status}`);
		const { colValue, colDual } = this.#model.getSolution();
		return { deviation: colValue, reducedCosts: colDual };
	}

	dispose(): void {
		this.#model.dispose();
	}
}
