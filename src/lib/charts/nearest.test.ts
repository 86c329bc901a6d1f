import { expect, test } from 'vitest';
import { nearestPlace } from './nearest';

test('in rows the height counts, in columns the width, and only nearby', () => {
	const rows = [10, 50, 90].map((y) => [100, y] as const);
	expect(nearestPlace(rows, [500, 55])).toBe(1);
	expect(nearestPlace(rows, [500, 140])).toBeNull();
	const columns = [10, 50, 90].map((x) => [x, 200] as const);
	expect(nearestPlace(columns, [80, 3])).toBe(2);
});

test('among points one must be met', () => {
	const points = [
		[10, 10],
		[60, 40],
		[90, 10]
	] as const;
	expect(nearestPlace(points, [64, 48])).toBe(1);
	expect(nearestPlace(points, [30, 30])).toBeNull();
	expect(nearestPlace([], [1, 1])).toBeNull();
});
