import type { Highs } from 'highs';
import { costsOf } from './cell-system';
import { Cheapest } from './cheapest';
import type { Demand, Need } from './demands';
import { TOLERANCE, type Deviation } from './deviations';
import { improve } from './improve';
import { Pattern, type Layer } from './pattern';

/** What is hidden beside what is sensitive itself, and what cannot be protected. */
export type Suppression = {
	/** cells that protect others */
	complementary: Set<number>;
	/** demands that are not met even with all hidden that may be; where there are any, nothing may be released */
	unmet: Demand[];
};

/** Milliseconds for which the best is looked for after something good was found. */
const TIME = 2000;

/** A pattern that grows by what is cheapest for one demand after the other. */
class Growing {
	readonly #pattern: Pattern;
	readonly #costs: readonly number[];
	readonly #highs: Highs;
	readonly #layers: readonly Layer[];
	/** of each layer, from when something is needed in it */
	readonly #cheapest = new Map<number, Cheapest>();

	constructor(highs: Highs, pattern: Pattern, layers: readonly Layer[]) {
		this.#pattern = pattern;
		this.#highs = highs;
		this.#layers = layers;
		this.#costs = costsOf(layers[0]!.system);
	}

	#hide(cell: number): void {
		this.#pattern.hide(cell);
		for (const cheapest of this.#cheapest.values()) cheapest.hide(cell);
	}

	#cheapestIn(layer: number): Cheapest {
		const known = this.#cheapest.get(layer);
		if (known) return known;
		const made = new Cheapest(this.#highs, this.#layers[layer]!.system, this.#costs);
		for (const cell of this.#pattern.hidden) made.hide(cell);
		this.#cheapest.set(layer, made);
		return made;
	}

	#take(layer: number, deviation: Deviation): void {
		deviation.forEach((by, cell) => {
			if (Math.abs(by) > TOLERANCE && !this.#pattern.hidden.has(cell)) this.#hide(cell);
		});
		this.#pattern.attacker(layer).learn(deviation);
	}

	#price(deviation: Deviation): number {
		const isMore = (cell: number) =>
			Math.abs(deviation[cell]!) > TOLERANCE && !this.#pattern.hidden.has(cell);
		return this.#costs.reduce((sum, cost, cell) => (isMore(cell) ? sum + cost : sum), 0);
	}

	/** Hides what a demand needs. False where nothing helps. */
	meet(layer: number, { cell, known, needs, all }: Demand): boolean {
		const attacker = this.#pattern.attacker(layer);
		const room = (need: Need) =>
			attacker.canBe(cell, need, known)
				? new Float64Array(this.#costs.length)
				: this.#cheapestIn(layer).room(cell, need.direction, need.amount, known);
		if (all)
			return needs.every((need) => {
				const deviation = room(need);
				if (deviation) this.#take(layer, deviation);
				return deviation !== null;
			});
		const found = needs.map(room).filter((one) => one !== null);
		const [best] = found.sort((a, b) => this.#price(a) - this.#price(b));
		if (best) this.#take(layer, best);
		return best !== undefined;
	}

	dispose(): void {
		for (const cheapest of this.#cheapest.values()) cheapest.dispose();
	}
}

/** Publishes again what no demand needs any more, the dearest first. */
function withoutNeedless(
	pattern: Pattern,
	layers: readonly Layer[],
	complementary: number[]
): void {
	const costs = costsOf(layers[0]!.system);
	for (const cell of complementary.sort((a, b) => costs[b]! - costs[a]!)) {
		pattern.show(cell);
		const holds = layers.every(({ demands }, layer) =>
			demands.every((demand) => pattern.meets(layer, demand))
		);
		if (!holds) pattern.hide(cell);
	}
}

/**
 * Which cells to hide beside those that are sensitive, so that no demand is broken (complementary cell suppression;
 * Fischetti and Salazar 2001). Something good is found at once; then the best, where the time allows.
 *
 * @param sensitive cells that are hidden themselves
 * @param time milliseconds in which the best is looked for
 */
export function suppress(
	highs: Highs,
	layers: readonly Layer[],
	sensitive: readonly number[],
	time = TIME
): Suppression {
	const pattern = new Pattern(highs, layers, sensitive);
	const growing = new Growing(highs, pattern, layers);
	try {
		const unmet: Demand[] = [];
		pattern.explore(layers);
		const met = layers.map(({ system, demands }, layer): Layer => {
			const possible: Demand[] = [];
			for (const demand of demands) (growing.meet(layer, demand) ? possible : unmet).push(demand);
			return { system, demands: possible };
		});
		const primary = new Set(sensitive);
		const further = () => [...pattern.hidden].filter((cell) => !primary.has(cell));
		withoutNeedless(pattern, met, further());
		const good = new Set(further());
		const complementary = good.size > 0 ? improve(highs, met, primary, good, time) : good;
		return { complementary, unmet };
	} finally {
		growing.dispose();
		pattern.dispose();
	}
}
