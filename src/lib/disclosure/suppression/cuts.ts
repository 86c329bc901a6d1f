import type { Attacker } from './attacker';
import { mostIn, type CellSystem } from './cell-system';
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
	system: CellSystem,
	primary: ReadonlySet<number>,
	{ cell, known, needs, all }: Demand
): Cut | null {
	const failing = needs.filter((need) => !attacker.canBe(cell, need, known));
	if (failing.length === 0 || (!all && failing.length < needs.length)) return null;
	const { values, published } = system;
	const most = mostIn(system);
	const roomFor = ({ direction }: Demand['needs'][number]) =>
		attacker
			.reach(cell, direction, known)
			.reducedCosts.map((cost, one) =>
				one === known || published.has(one) ? 0 : cost > 0 ? most * cost : values[one]! * -cost
			);
	const [first] = failing;
	if (all && first) {
		const room = roomFor(first);
		const given = [...primary].reduce((sum, one) => sum + room[one]!, 0);
		const least = first.amount - given;
		const cells = [...room.keys()].filter((one) => room[one]! > TOLERANCE && !primary.has(one));
		if (least > TOLERANCE)
			return { cells, factors: cells.map((one) => Math.min(room[one]!, least)), least };
	}
	// Where one need is enough, something has to be hidden that gives room to any of them and is not hidden yet.
	const rooms = failing.map(roomFor);
	const cells = [...values.keys()].filter(
		(one) => !attacker.hidden.has(one) && rooms.some((room) => room[one]! > TOLERANCE)
	);
	return { cells, factors: cells.map(() => 1), least: 1 };
}
