import type { Highs } from 'highs';
import { nextTask } from '../../domain';
import type { Relation } from '../suppression';
import type { LinkedCell } from './cells';
import { componentsOf } from './components';
import { fitted } from './fit';
import type { Linked } from './link';
import { merged, type Merged } from './merged';
import { isUntold, protectIn, type Found } from './protect-in';
import { protectByRegions } from './protect-regions';

/** Milliseconds in all in which the best is looked for after something good was found. */
const TIME = 1500;

/** Cells that are looked at together at most; more are protected region by region. */
const TOGETHER = 5000;

/** Cells that must not be told, by their places. */
export type Hidden = {
	/** they protect others */
	complementary: Set<number>;
	/** totals that are not told and must not be, as they would give others away */
	withheld: Set<number>;
	/** what left the house before gives them away, whatever is hidden now */
	exposed: Set<number>;
	/** the cells that were looked at together, set by set */
	parts: readonly (readonly number[])[];
};

/** Cells with numbers for all of them, and how they add up. */
type Fit = { values: number[]; relations: Relation[]; cells: readonly LinkedCell[] };

/** A component with numbers for all of its cells, which are named by their places in it. */
function fitOf(highs: Highs, { places, relations, cells }: Merged): Fit {
	const own = new Map(places.map((place, at) => [place, at]));
	const fit = fitted(highs, {
		values: cells.map(({ n }) => n),
		relations: relations.map(({ total, parts }) => ({
			total: own.get(total)!,
			parts: parts.map((part) => own.get(part)!)
		})),
		// Of what was small before nothing else is known.
		range: (at) => {
			const { isSensitive, isHeld, minimum } = cells[at]!;
			return isSensitive && !isHeld ? [1, minimum - 1] : null;
		}
	});
	return { ...fit, cells };
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
	const sensitive = hidden.filter((place) => cells[place]!.isSensitive);
	return protectIn(highs, { system, cellAt: (place) => cells[place]!, hidden }, sensitive, time);
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
	const stands = (place: number) => cells.get(place).isPublished;
	const isNews = (place: number) =>
		!stands(place) && (cells.get(place).isFigure || cells.get(place).isTotal);
	// Where nothing leaves now, nothing more becomes known.
	const needing = componentsOf(cells.all.length, cells.relations, stands).filter(
		({ places }) => places.some((place) => cells.get(place).isSensitive) && places.some(isNews)
	);
	const hidden: Hidden = {
		...{ complementary: new Set(), withheld: new Set(), exposed: new Set() },
		parts: needing.map(({ places }) => places)
	};
	const end = performance.now() + TIME;
	for (const [at, component] of needing.entries()) {
		await nextTask();
		signal?.throwIfAborted();
		const one = merged(component, cells.all);
		const fit = fitOf(highs, one);
		const placesOf = (own: Iterable<number>) => [...own].map((cell) => one.places[cell]!);
		const placesWhere = (is: (cell: LinkedCell) => boolean) =>
			one.places.filter((_, cell) => is(fit.cells[cell]!));
		const time = () => (end - performance.now()) / (needing.length - at);
		let found = await protectComponent(highs, fit, true, time(), signal);
		if (found.unmet.size > 0) {
			found = await protectComponent(highs, fit, false, time(), signal);
			for (const place of placesWhere(({ isTotal }) => isTotal)) hidden.withheld.add(place);
		}
		for (const place of placesOf(found.complementary)) hidden.complementary.add(place);
		if (found.unmet.size === 0) continue;
		for (const place of placesOf(found.unmet)) hidden.exposed.add(place);
		for (const place of placesWhere(({ isFigure }) => isFigure)) hidden.complementary.add(place);
	}
	return hidden;
}
