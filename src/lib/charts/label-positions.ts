/** A point in pixels with the text that names it; `must` where it is to be named in any case. */
export type Named = { x: number; y: number; width: number; must: boolean };

/** Where a text stands beside its point: pixels from the point, and how it is aligned there. */
export type LabelPlace = { dx: number; dy: number; align: 'left' | 'right' | 'center' };

type Box = { left: number; right: number; top: number; bottom: number };

/** Beside a point above or below its interval first, then straight above or below, then farther away. */
const OFFSETS: readonly LabelPlace[] = [10, 24, 38].flatMap((away): LabelPlace[] => [
	{ dx: 8, dy: -away, align: 'left' },
	{ dx: -8, dy: -away, align: 'right' },
	{ dx: 8, dy: away, align: 'left' },
	{ dx: -8, dy: away, align: 'right' },
	{ dx: 0, dy: -away - 6, align: 'center' },
	{ dx: 0, dy: away + 6, align: 'center' }
]);

function boxOf({ x, y, width }: Named, { dx, dy, align }: LabelPlace, height: number): Box {
	const share = align === 'left' ? 0 : align === 'right' ? 1 : 0.5;
	const left = x + dx - share * width;
	return { left, right: left + width, top: y + dy - height / 2, bottom: y + dy + height / 2 };
}

const overlap = (a: Box, b: Box): number =>
	Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
	Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/**
 * A place for each text on a plot, so that texts cover neither each other nor a point: those that must
 * be named choose first. A text for which there is no room is left out (null); one that must be there
 * takes the place where it covers least.
 *
 * @param plot the edges that no text goes beyond; all in pixels
 */
export function labelPlaces(
	points: readonly Named[],
	plot: Box,
	{ height, dot }: { height: number; dot: number }
): (LabelPlace | null)[] {
	const taken: Box[] = points.map(({ x, y }) => ({
		left: x - dot / 2,
		right: x + dot / 2,
		top: y - dot / 2,
		bottom: y + dot / 2
	}));
	const places: (LabelPlace | null)[] = points.map(() => null);
	const turns = points
		.map((point, at) => ({ point, at }))
		.toSorted((a, b) => Number(b.point.must) - Number(a.point.must));
	for (const { point, at } of turns) {
		const options = OFFSETS.map((place) => ({
			place,
			box: boxOf(point, place, height)
		})).filter(
			({ box }) =>
				box.left >= plot.left &&
				box.right <= plot.right &&
				box.top >= plot.top &&
				box.bottom <= plot.bottom
		);
		const costs = options.map(({ box }) => taken.reduce((sum, one) => sum + overlap(box, one), 0));
		const least = Math.min(...costs);
		const best = options[costs.indexOf(least)];
		if (!best || (least > 0 && !point.must)) continue;
		taken.push(best.box);
		places[at] = best.place;
	}
	return places;
}
