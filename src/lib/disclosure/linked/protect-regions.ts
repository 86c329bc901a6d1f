import type { Highs } from 'highs';
import { nextTask } from '../../domain';
import type { CellSystem } from '../suppression';
import type { LinkedCell } from './cells';
import { isUntold, protectIn, safeIn, type Found, type Part } from './protect-in';
import { regionOf, relationsOfCells, type Region } from './region';

/** Of the cells around a sensitive one, how many are looked through for others that are safe as well. */
const NEAR = 150;

/**
 * Protects the sensitive cells of a large system one after the other, each in the region around it. Who cannot work
 * something out while everything around stands cannot when more is unknown.
 *
 * @throws the reason of the signal
 */
export async function protectByRegions(
	highs: Highs,
	system: CellSystem,
	cells: readonly LinkedCell[],
	signal: AbortSignal | undefined
): Promise<Found> {
	const ofCells = relationsOfCells(cells.length, system.relations);
	const isHidden = cells.map((cell, at) => !system.published.has(at) && isUntold(cell));
	const found: Found = { complementary: new Set(), unmet: new Set() };
	const open = new Set(
		[...cells.keys()].filter((at) => cells[at]!.isSensitive && !system.published.has(at))
	);
	const partOf = ({ places, system: own }: Region): Part => ({
		system: own,
		cellAt: (one) => cells[places[one]!]!,
		hidden: [...places.keys()].filter((one) => isHidden[places[one]!])
	});
	for (const at of open) {
		for (let step = 0; ; step++) {
			await nextTask();
			signal?.throwIfAborted();
			const region = regionOf(at, system, ofCells, step);
			const { places, isWhole } = region;
			const part = partOf(region);
			const near = places.slice(0, NEAR).flatMap((place, one) => (open.has(place) ? [one] : []));
			for (const one of safeIn(highs, part, near)) open.delete(places[one]!);
			if (!open.has(at)) break;
			const { complementary, unmet } = protectIn(highs, part, [0], 0);
			if (unmet.size > 0 && !isWhole) continue;
			for (const one of complementary) {
				isHidden[places[one]!] = true;
				found.complementary.add(places[one]!);
			}
			if (unmet.size > 0) found.unmet.add(at);
			open.delete(at);
			break;
		}
	}
	return found;
}
