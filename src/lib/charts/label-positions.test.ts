import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelPlaces, type LabelPlace, type Named } from './label-positions';

const PLOT = { left: 0, right: 600, top: 0, bottom: 300 };
const SIZE = { height: 15, dot: 11 };
const box = ({ x, y, width }: Named, { dx, dy, align }: LabelPlace) => {
	const left = x + dx - width * { left: 0, right: 1, center: 0.5 }[align];
	return [left, left + width, y + dy - 7.5, y + dy + 7.5] as const;
};

it('names two points at nearly the same place without covering either', () => {
	const points = [
		{ x: 300, y: 150, width: 80, must: false },
		{ x: 306, y: 152, width: 80, must: false }
	];
	const [one, other] = labelPlaces(points, PLOT, SIZE);
	expect(one).not.toBeNull();
	expect(other).not.toBeNull();
	expect(one).not.toEqual(other);
});

it('leaves out what has no room, and names what must be named', () => {
	const crowd = Array.from({ length: 40 }, (_, at) => ({
		x: 300 + (at % 5),
		y: 150,
		width: 200,
		must: at === 39
	}));
	const places = labelPlaces(crowd, PLOT, SIZE);
	expect(places[39]).not.toBeNull();
	expect(places.filter((place) => place === null).length).toBeGreaterThan(20);
});

it('covers neither another text nor a point, and stays on the plot', () => {
	const point = fc.record({
		x: fc.integer({ min: 10, max: 590 }),
		y: fc.integer({ min: 10, max: 290 }),
		width: fc.integer({ min: 20, max: 160 }),
		must: fc.constant(false)
	});
	fc.assert(
		fc.property(fc.array(point, { maxLength: 25 }), (points) => {
			const boxes = labelPlaces(points, PLOT, SIZE).flatMap((place, at) =>
				place ? [box(points[at]!, place)] : []
			);
			boxes.forEach(([left, right, top, bottom], at) => {
				expect(left >= 0 && right <= 600 && top >= 0 && bottom <= 300).toBe(true);
				for (const [l, r, t, b] of boxes.slice(at + 1))
					expect(
						Math.min(right, r) > Math.max(left, l) && Math.min(bottom, b) > Math.max(top, t)
					).toBe(false);
				for (const { x, y } of points)
					expect(left < x - 5.5 && right > x + 5.5 && top < y - 5.5 && bottom > y + 5.5).toBe(
						false
					);
			});
		})
	);
});
