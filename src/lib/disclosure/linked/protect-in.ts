import type { Highs } from 'highs';
import {
	countDemands,
	hiddenDemands,
	Pattern,
	suppress,
	type CellSystem,
	type Demand
} from '../suppression';
import type { LinkedCell } from './cells';
import { isSmallCount } from './figure';

/** What was found of some cells, by their places among them. */
export type Found = { complementary: Set<number>; unmet: Set<number> };

/** Whether a cell is hidden from the beginning: it is small, or nobody tells it. */
export const isUntold = ({ isSensitive, isFigure }: LinkedCell): boolean =>
	isSensitive || !isFigure;

/** Part of a system with what is known of its cells, and which of them are hidden. */
export type Part = {
	system: CellSystem;
	cellAt: (own: number) => LinkedCell;
	hidden: readonly number[];
};

/**
 * What must hold of sensitive cells of a part: nobody outside works any of them out, and who is alone in a cell of a table,
 * and so knows it, no other cell of one.
 */
function demandsOf({ system, cellAt, hidden }: Part, cells: readonly number[]): Demand[] {
	const isOfTable = (own: number) => cellAt(own).isOfTable;
	const singles = hidden.filter(
		(own) => cellAt(own).isSensitive && isOfTable(own) && cellAt(own).n === 1
	);
	const isSmall = (own: number) => isSmallCount(cellAt(own).n, cellAt(own).minimum);
	const held = cells.filter((own) => cellAt(own).isHeld && !isSmall(own));
	const others = cells.filter((own) => !held.includes(own));
	return [
		...countDemands(system, { cells: others, singles }, (own) => cellAt(own).minimum).filter(
			({ cell, known }) => known === null || isOfTable(cell)
		),
		...hiddenDemands(system, held)
	];
}

/** Hides in a part what some sensitive cells of it need. */
export function protectIn(highs: Highs, part: Part, cells: readonly number[], time: number): Found {
	const { system, hidden } = part;
	const layers = [{ system, demands: demandsOf(part, cells) }];
	const { complementary, unmet } = suppress(highs, layers, hidden, time);
	return { complementary, unmet: new Set(unmet.map(({ cell }) => cell)) };
}

/** Which of some sensitive cells of a part need nothing: everything that must hold of them does. */
export function safeIn(highs: Highs, part: Part, cells: readonly number[]): number[] {
	const pattern = new Pattern(highs, [{ system: part.system, demands: [] }], part.hidden);
	try {
		return cells.filter((cell) =>
			demandsOf(part, [cell]).every((demand) => pattern.meets(0, demand))
		);
	} finally {
		pattern.dispose();
	}
}
