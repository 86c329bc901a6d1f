/** How far from a point of its own a click may be, and how far from the middle of a row or column. */
const REACH = { point: 16, line: 40 };

/** The place that a click means: the nearest row, column or point; null where there is none near. */
export function nearestPlace(
	points: readonly (readonly [number, number])[],
	[x, y]: readonly [number, number]
): number | null {
	const [first] = points;
	if (!first) return null;
	const isRow = points.every((point) => Math.abs(point[0] - first[0]) < 1);
	const isColumn = points.every((point) => Math.abs(point[1] - first[1]) < 1);
	const distances = points.map((point) =>
		Math.hypot(isRow ? 0 : point[0] - x, isColumn ? 0 : point[1] - y)
	);
	const least = Math.min(...distances);
	const reach = isRow || isColumn ? REACH.line : REACH.point;
	return least <= reach ? distances.indexOf(least) : null;
}
