import type { Highs } from 'highs';
import { nextTask } from '../../domain';
import { countDemands, suppress, type CellSystem, type Relation } from '../suppression';
import type { LinkedCell } from './cells';
import { componentsOf, type Component } from './components';
import { fitted } from './fit';
import type { Linked } from './link';
import { regionOf, relationsOfCells } from './region';

/** Milliseconds in all in which the best is looked for after something good was found. */
const TIME = 1500;

/** Cells that are looked at together at most; more are protected region by region. */
const TOGETHER = 800;

/** Cells that must not be told, by their places. */
export type Hidden = {
	/** they protect others */
	complementary: Set<number>;
	/** totals that are not told and must not be, as they would give others away */
	withheld: Set<number>;
	/** what left the house before gives them away, whatever is hidden now */
	exposed: Set<number>;
};

/** Cells with numbers for all of them, and how they add up. */
type Fit = { values: number[]; relations: Relation[]; cells: readonly LinkedCell[] };

/** What was found of some cells, by their places among them. */
type Found = { complementary: Set<number>; unmet: Set<number> };

/** A component with numbers for all of its cells, which are named by their places in it. */
function fitOf(highs: Highs, { places, relations }: Component, all: readonly LinkedCell[]): Fit {
	const own = new Map(places.map((place, at) => [place, at]));
	const cells = places.map((place) => all[place]!);
	const fit = fitted(highs, {
		values: cells.map(({ n }) => n),
		relations: relations.map(({ total, parts }) => ({
			total: own.get(total)!,
			parts: parts.map((part) => own.get(part)!)
		})),
		// Of what was small before nothing else is known.
		range: (at) => (cells[at]!.isSensitive ? [1, cells[at]!.minimum - 1] : null)
	});
	return { ...fit, cells };
}

/** Whether a cell is hidden from the beginning: it is small, or nobody tells it. */
const isUntold = ({ isSensitive, isFigure }: LinkedCell): boolean => isSensitive || !isFigure;

/** Hides in a system what its sensitive cells need, those that are asked for or all. */
function protectIn(
	highs: Highs,
	system: CellSystem,
	cellAt: (own: number) => LinkedCell,
	hidden: readonly number[],
	time: number,
	isAsked: (own: number) => boolean = () => true
): Found {
	const sensitive = hidden.filter((own) => cellAt(own).isSensitive && isAsked(own));
	const singles = hidden.filter((own) => cellAt(own).isSensitive && cellAt(own).n === 1);
	const minimumOf = (own: number) => cellAt(own).minimum;
	const demands = countDemands(system, { cells: sensitive, singles }, minimumOf);
	const { complementary, unmet } = suppress(highs, [{ system, demands }], hidden, time);
	return { complementary, unmet: new Set(unmet.map(({ cell }) => cell)) };
}

/** Protects the sensitive cells of a large system one after the other, each in the region around it. */
async function protectByRegions(
	highs: Highs,
	system: CellSystem,
	cells: readonly LinkedCell[],
	signal: AbortSignal | undefined
): Promise<Found> {
	const ofCells = relationsOfCells(cells.length, system.relations);
	const isHidden = cells.map((cell, at) => !system.published.has(at) && isUntold(cell));
	const found: Found = { complementary: new Set(), unmet: new Set() };
	for (const [at, { isSensitive }] of cells.entries()) {
		if (!isSensitive || system.published.has(at)) continue;
		for (let step = 0; ; step++) {
			await nextTask();
			signal?.throwIfAborted();
			const { places, system: own, isWhole } = regionOf(at, system, ofCells, step);
			const hidden = [...places.keys()].filter((one) => isHidden[places[one]!]);
			const cellAt = (one: number) => cells[places[one]!]!;
			const { complementary, unmet } = protectIn(highs, own, cellAt, hidden, 0, (one) => one === 0);
			if (unmet.size > 0 && !isWhole) continue;
			for (const one of complementary) {
				isHidden[places[one]!] = true;
				found.complementary.add(places[one]!);
			}
			if (unmet.size > 0) found.unmet.add(at);
			break;
		}
	}
	return found;
}

/** What is hidden in a component, with its totals taken for known or not. */
async function protectComponent(
	highs: Highs,
	{ cells, ...fit }: Fit,
	knowsTotals: boolean,
	time: number,
	signal: AbortSignal | undefined
): Promise<Found> {
	const places = [...cells.keys()];
	const isKnown = ({ isPublished, isTotal }: LinkedCell) => isPublished || (knowsTotals && isTotal);
	const published = new Set(places.filter((place) => isKnown(cells[place]!)));
	const system = { ...fit, published };
	if (cells.length > TOGETHER) return protectByRegions(highs, system, cells, signal);
	const hidden = places.filter((place) => !published.has(place) && isUntold(cells[place]!));
	return protectIn(highs, system, (place) => cells[place]!, hidden, time);
}

/**
 * Which figures to hide beside those that are small, so that nobody works one of those out from all that is told, nor
 * what follows from two figures and is small itself. Where the totals of tables, which count as known though nobody tells
 * them, would give something away, they do not; what cannot be protected then takes all with it that it has to do with.
 *
 * @throws the reason of the signal
 */
export async function protectLinked(
	highs: Highs,
	{ cells }: Linked,
	signal?: AbortSignal
): Promise<Hidden> {
	const found: Hidden = { complementary: new Set(), withheld: new Set(), exposed: new Set() };
	const needing = componentsOf(cells.all.length, cells.relations).filter(({ places }) =>
		places.some((place) => cells.get(place).isSensitive)
	);
	const end = performance.now() + TIME;
	for (const [at, component] of needing.entries()) {
		await nextTask();
		signal?.throwIfAborted();
		const { places } = component;
		const fit = fitOf(highs, component, cells.all);
		const time = () => (end - performance.now()) / (needing.length - at);
		let own = await protectComponent(highs, fit, true, time(), signal);
		if (own.unmet.size > 0) {
			own = await protectComponent(highs, fit, false, time(), signal);
			fit.cells.forEach(({ isTotal }, one) => isTotal && found.withheld.add(places[one]!));
		}
		for (const one of own.complementary) found.complementary.add(places[one]!);
		if (own.unmet.size === 0) continue;
		for (const one of own.unmet) found.exposed.add(places[one]!);
		fit.cells.forEach(({ isFigure }, one) => isFigure && found.complementary.add(places[one]!));
	}
	return found;
}
