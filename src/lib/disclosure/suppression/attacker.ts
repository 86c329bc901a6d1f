import type { Highs } from 'highs';
import type { CellSystem } from './cell-system';
import type { Demand, Direction, Need } from './demands';
import { Deviations, TOLERANCE, type Deviation } from './deviations';

/** How far a cell can be from what it is, for all that somebody sees: and what of the program's answer says why. */
export type Reach = { reach: number; deviation: Deviation; reducedCosts: Float64Array };

/** Deviations that are kept as witnesses; more take longer to look through than to find. */
const MOST_WITNESSES = 1000;

/** Ways in which cells can be others: larger and smaller. */
const WAYS = 2;

/** Deviations of each way that are mixed with those of the other at most. */
const MOST_MIXED = 60;

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
	/** what is none while a cell is shown, and is one again once it is hidden */
	#aside: { cell: number; witnesses: Deviation[] } | null = null;

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
		if (this.#aside?.cell === cell) this.#witnesses.push(...this.#aside.witnesses);
		this.#aside = null;
	}

	/** Publishes a cell again. */
	show(cell: number): void {
		if (!this.#hidden.delete(cell)) return;
		this.#deviations.hide(cell, false);
		const isLeft = (one: Deviation) => Math.abs(one[cell]!) < TOLERANCE;
		this.#aside = { cell, witnesses: this.#witnesses.filter((one) => !isLeft(one)) };
		this.#witnesses = this.#witnesses.filter(isLeft);
	}

	/** Learns of a deviation that agrees with all that is published. */
	learn(deviation: Deviation): void {
		this.#witnesses.push(deviation);
		if (this.#witnesses.length > MOST_WITNESSES) this.#witnesses.shift();
	}

	/** How far a cell can be from what it is in a direction, for somebody who knows another cell beside. */
	reach(cell: number, direction: Direction, known: number | null = null): Reach {
		const { deviation, reducedCosts } = this.#extreme(new Map([[cell, direction]]), known);
		return { reach: direction * deviation[cell]!, deviation, reducedCosts };
	}

	#extreme(senses: ReadonlyMap<number, Direction>, known: number | null) {
		const isFixed = known !== null && this.#hidden.has(known);
		if (isFixed) this.#deviations.hide(known, false);
		try {
			const found = this.#deviations.extreme(senses);
			this.learn(found.deviation);
			return found;
		} finally {
			if (isFixed) this.#deviations.hide(known, true);
		}
	}

	/**
	 * Whether it is known already that a cell can be so far from what it is in a direction, or needs not; null where that
	 * has to be worked out.
	 */
	#isSeen(cell: number, { direction, amount }: Need, known: number | null): boolean | null {
		if (!this.#hidden.has(cell)) return amount <= 0;
		if (amount <= TOLERANCE) return true;
		const isWitness = (one: Deviation) =>
			direction * one[cell]! >= amount - TOLERANCE &&
			(known === null || Math.abs(one[known]!) < TOLERANCE);
		return this.#witnesses.some(isWitness) || null;
	}

	/** Whether a cell can be so far from what it is in a direction, for somebody who knows another cell beside. */
	canBe(cell: number, need: Need, known: number | null = null): boolean {
		const { direction, amount } = need;
		return (
			this.#isSeen(cell, need, known) ??
			this.reach(cell, direction, known).reach >= amount - TOLERANCE
		);
	}

	/** Looks for what shows that many demands are met, of those from outside and then of those who know a cell. */
	explore(demands: readonly Demand[]): void {
		const isOpen = ({ cell, needs, all, known }: Demand) => {
			const seen = needs.map((need) => this.#isSeen(cell, need, known));
			return all ? seen.includes(null) : seen.includes(null) && !seen.includes(true);
		};
		let open = demands.filter((demand) => demand.known === null && isOpen(demand));
		for (let round = 0, before = Infinity; open.length > 1; round++) {
			// The ways of each need in turn, as long as that shows more.
			if (round % WAYS === 0 && open.length === before) break;
			if (round % WAYS === 0) before = open.length;
			const senses = open.map(
				({ cell, needs }) => [cell, needs[round % needs.length]!.direction] as const
			);
			this.#extreme(new Map(senses), null);
			open = open.filter(isOpen);
		}
		for (const demand of demands)
			if (demand.known !== null && isOpen(demand))
				this.#mix(demand.cell, demand.needs, demand.known);
	}

	/**
	 * Of two deviations, one in which a known cell is less and one in which it is more, the mixture in which it is what it
	 * is: that agrees with what is published as both do.
	 */
	#mix(cell: number, needs: readonly Need[], known: number): void {
		const of = (sign: Direction) =>
			this.#witnesses.filter((one) => sign * one[known]! > TOLERANCE).slice(-MOST_MIXED);
		const mores = of(1);
		for (const less of of(-1))
			for (const more of mores) {
				const share = more[known]! / (more[known]! - less[known]!);
				const mixed = share * less[cell]! + (1 - share) * more[cell]!;
				if (!needs.some(({ direction, amount }) => direction * mixed >= amount)) continue;
				const mixture = less.map((by, at) => share * by + (1 - share) * more[at]!);
				mixture[known] = 0;
				return this.learn(mixture);
			}
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
