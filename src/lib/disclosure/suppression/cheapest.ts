import type { Highs, Model } from 'highs';
import type { CellSystem } from './cell-system';
import type { Direction } from './demands';
import { TOLERANCE, type Deviation } from './deviations';
import { balanced, entriesOf } from './matrix';

/** What it costs to change a cell by one that is hidden anyway: next to nothing, so that no circle is free. */
const HIDDEN_COST = 1e-3;

/**
 * The deviation that gives a cell room and costs least, where each cell that is shown costs what it tells (the heuristic
 * of Kelly, Golden and Assad 1992 for the suppression problem). `dispose` gives its memory back.
 */
export class Cheapest {
	readonly #highs: Highs;
	readonly #model: Model;
	readonly #system: CellSystem;

	/** @param costs what is lost with each cell that is hidden */
	constructor(highs: Highs, system: CellSystem, costs: readonly number[]) {
		this.#highs = highs;
		this.#system = system;
		const { values, published } = system;
		const entries = entriesOf(system);
		const most = values.map((_, cell) => (published.has(cell) ? 0 : highs.infinity));
		// Of each cell what it is more, then what it is less.
		const less = entries.map((one) => one.map(([row, factor]) => [row, -factor] as const));
		this.#model = highs.createModel({
			...balanced([...entries, ...less], system),
			sense: highs.constants.objectiveSense.minimize,
			colCost: [...costs, ...costs],
			colLower: new Float64Array(2 * values.length),
			colUpper: [...most, ...values.map((value, cell) => Math.min(value, most[cell]!))]
		});
		this.#model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
	}

	/** A cell is hidden, and costs nothing more. */
	hide(cell: number): void {
		this.#model.changeColCost(cell, HIDDEN_COST);
		this.#model.changeColCost(cell + this.#system.values.length, HIDDEN_COST);
	}

	/** What gives a cell that much room in a direction, for somebody who knows another cell; null where nothing does. */
	room(cell: number, direction: Direction, amount: number, known: number | null): Deviation | null {
		const { values, published } = this.#system;
		const size = values.length;
		const most = (one: number) => (published.has(one) ? 0 : this.#highs.infinity);
		const [more, less] = [cell, cell + size];
		const model = this.#model;
		const fix = (one: number, lower: number, upper: number) =>
			model.changeColBounds(one, lower, upper);
		fix(direction === 1 ? more : less, amount, Math.max(amount, most(cell)));
		fix(direction === 1 ? less : more, 0, 0);
		if (known !== null) for (const one of [known, known + size]) fix(one, 0, 0);
		try {
			if (direction === -1 && amount > values[cell]! + TOLERANCE) return null;
			model.run();
			if (model.getModelStatus() !== this.#highs.constants.modelStatus.optimal) return null;
			const { colValue } = model.getSolution();
			return Float64Array.from(values, (_, one) => colValue[one]! - colValue[one + size]!);
		} finally {
			for (const one of known === null ? [cell] : [cell, known]) {
				fix(one, 0, most(one));
				fix(one + size, 0, Math.min(values[one]!, most(one)));
			}
		}
	}

	dispose(): void {
		this.#model.dispose();
	}
}
