import type { Highs, Model } from 'highs';
import { costsOf } from './cell-system';
import { cutFor, type Cut } from './cuts';
import { Pattern, type Layer } from './pattern';

/** Which cells to hide at least, as a program in whole numbers that learns of one cut after the other. */
class Master {
	readonly #highs: Highs;
	readonly #model: Model;
	readonly #cells: number[];
	readonly #places: Map<number, number>;

	/** @param cells that may be hidden or not */
	constructor(highs: Highs, cells: number[], costs: readonly number[]) {
		this.#highs = highs;
		this.#cells = cells;
		this.#places = new Map(cells.map((cell, place) => [cell, place]));
		this.#model = highs.createModel({
			numCols: cells.length,
			numRows: 0,
			sense: highs.constants.objectiveSense.minimize,
			colCost: cells.map((cell) => costs[cell]!),
			colLower: new Float64Array(cells.length),
			colUpper: new Float64Array(cells.length).fill(1),
			rowLower: [],
			rowUpper: [],
			matrix: {
				...{ format: 'csc', numRows: 0, numCols: cells.length },
				...{ starts: new Int32Array(cells.length + 1), indices: [], values: [] }
			},
			integrality: new Int32Array(cells.length).fill(highs.constants.variableType.integer)
		});
		this.#model.options.set({ output_flag: false, mip_rel_gap: 0 });
	}

	add({ cells, factors, least }: Cut): void {
		const some = cells.flatMap((cell, at) => {
			const place = this.#places.get(cell);
			return place === undefined ? [] : [[place, factors[at]!] as const];
		});
		this.#model.addRow(least, this.#highs.infinity, {
			indices: some.map(([place]) => place),
			values: some.map(([, factor]) => factor)
		});
	}

	/** The cheapest cells that agree with all cuts; null where the time is up. */
	best(seconds: number): Set<number> | null {
		if (seconds <= 0) return null;
		this.#model.options.set('time_limit', this.#model.getRunTime() + seconds);
		this.#model.run();
		if (this.#model.getModelStatus() !== this.#highs.constants.modelStatus.optimal) return null;
		const { colValue } = this.#model.getSolution();
		return new Set(this.#cells.filter((_, place) => colValue[place]! > 0.5));
	}

	dispose(): void {
		this.#model.dispose();
	}
}

/**
 * The cells that protect others with the least lost, or as good as was found in time (cutting planes; Fischetti and
 * Salazar 2001).
 *
 * @param good cells that protect, as they were found
 * @param time milliseconds
 */
export function improve(
	highs: Highs,
	layers: readonly Layer[],
	primary: ReadonlySet<number>,
	good: Set<number>,
	time: number
): Set<number> {
	const end = performance.now() + time;
	const { values, published } = layers[0]!.system;
	const free = [...values.keys()].filter((cell) => !primary.has(cell) && !published.has(cell));
	const master = new Master(highs, free, costsOf(layers[0]!.system));
	const pattern = new Pattern(highs, layers, primary);
	try {
		for (;;) {
			let isWhole = true;
			pattern.explore(layers);
			for (const [layer, { system, demands }] of layers.entries())
				for (const demand of demands) {
					if (performance.now() > end) return good;
					const cut = cutFor(pattern.attacker(layer), system, primary, demand);
					if (!cut) continue;
					isWhole = false;
					master.add(cut);
				}
			const hidden = [...pattern.hidden].filter((cell) => !primary.has(cell));
			if (isWhole) return new Set(hidden);
			const next = master.best((end - performance.now()) / 1000);
			if (!next) return good;
			for (const cell of hidden) if (!next.has(cell)) pattern.show(cell);
			for (const cell of next) pattern.hide(cell);
		}
	} finally {
		master.dispose();
		pattern.dispose();
	}
}
