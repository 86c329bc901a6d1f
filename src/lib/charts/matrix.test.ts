import { expect, it } from 'vitest';
import { calendarPlace } from './calendar';
import { findingTitle } from './finding';
import { draw } from './kinds';
import { matrixOf, needsAction, surelyNeedsAction } from './matrix-data';
import { context, estimate, resultOf, row, satisfaction } from './testing';

const items = { a: satisfaction('Müllplatz'), b: satisfaction('Aufzug'), c: satisfaction('Bus') };
/** Shares and correlations of three items: unimportant, needing action, and good. */
const both = resultOf(
	[
		row('item-share', { item: 'a' }, estimate(0.4, 0.05)),
		row('item-share', { item: 'b' }, estimate(0.3, 0.05)),
		row('item-share', { item: 'c' }, estimate(0.8, 0.05)),
		row('driver-correlation', { item: 'a' }, estimate(0.1, 0.05)),
		row('driver-correlation', { item: 'b' }, estimate(0.6, 0.05)),
		row('driver-correlation', { item: 'c' }, estimate(0.5, 0.1))
	],
	{ items }
);

it('sets importance against satisfaction, with the means between the fields', () => {
	const matrix = matrixOf(both, {})!;
	expect(matrix.middle.x).toBeCloseTo(50);
	expect(matrix.middle.y).toBeCloseTo(40);
	expect(
		matrix.points.filter((point) => needsAction(matrix, point)).map(({ name }) => name)
	).toEqual(['Aufzug']);
	expect(matrix.points.some((point) => surelyNeedsAction(matrix, point))).toBe(true);
	expect(findingTitle('matrix', both, {})).toBe('Handlungsbedarf: Aufzug');
});

it('claims no need of action where an interval holds the mean', () => {
	const rows = both.rows.map((one) =>
		one.indicator === 'item-share' && one.dimensions.item === 'b'
			? { ...one, estimate: estimate(0.3, 0.325) }
			: one
	);
	expect(findingTitle('matrix', { ...both, rows }, {})).toBeNull();
});

it('walks from left to right, and says what a place stands for', () => {
	const { tips } = draw('matrix', both, context());
	expect(tips.map(({ title }) => title)).toEqual(['Aufzug', 'Müllplatz', 'Bus']);
	expect(tips[0]?.at).toEqual({ dimension: 'item', value: 'b' });
});

it('puts each day of a calendar into its week and weekday', () => {
	// 1 January 2024 was a Monday, 31 December 2023 a Sunday.
	expect(calendarPlace('2024-01-01')).toEqual({ year: 2024, week: 0, weekday: 0 });
	expect(calendarPlace('2023-12-31')).toEqual({ year: 2023, week: 52, weekday: 6 });
	expect(calendarPlace('2023-01-01')).toEqual({ year: 2023, week: 0, weekday: 6 });
	expect(calendarPlace('2023-01-02')).toEqual({ year: 2023, week: 1, weekday: 0 });
});
