import type { Attacker } from './attacker';
import type { CellSystem } from './cell-system';
import type { Demand } from './demands';
import { TOLERANCE } from './deviations';

/** How many cells have to be hidden of some: each counts by how much room it gives, up to what is needed. */
export type Cut = { cells: number[]; factors: number[]; least: number };

/**
 * What has to be hidden more for a demand that is not met: the room that each cell gives by the duals of the attacker's
 * program, as none is too much of which one alone is enough. Null where it is met.
 */
export function cutFor(
	attacker: Attacker,
	{ values, published }: CellSystem,
	primary: ReadonlySet<number>,
	{ cell, known, needs, all }: Demand
): Cut | null {
	const failing = needs.filter(
		({ direction, amount }) => !attacker.canBe(cell, direction, amount, known)
	);
	if (failing.length === 0 || (!all && failing.length < needs.length)) return null;
	const most = Math.max(1, ...values);
	const room = new Float64Array(values.length);
	let least = Infinity;
	// Where one need is enough, what gives room to either must come to the smaller one.
	for (const { direction, amount } of all ? failing.slice(0, 1) : failing) {
		const { reducedCosts } = attacker.reach(cell, direction, known);
		least = Math.min(least, amount);
		reducedCosts.forEach((cost, one) => {
			if (one === known || published.has(one)) return;
			room[one] = room[one]! + (cost > 0 ? most * cost : values[one]! * -cost);
		});
	}
	const cells: number[] = [];
	room.forEach((by, one) => {
		if (by < TOLERANCE) return;
		if (primary.has(one)) least -= by;
		else cells.push(one);
	});
	if (least < TOLERANCE) return null;
	return { cells, factors: cells.map((one) => Math.min(room[one]!, least)), least };
}
