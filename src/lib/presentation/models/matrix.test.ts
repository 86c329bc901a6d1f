import { expect, it } from 'vitest';
import { findingTitle } from '../finding';
import { chartModel } from '../model';
import { estimate, resultOf, row, satisfaction } from '../testing';
import { tipsOf } from '../tips';
import { matrixOf, surelyNeedsAction } from './matrix-points';

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
	expect(matrix.middle.across).toBeCloseTo(50);
	expect(matrix.middle.up).toBeCloseTo(40);
	expect(
		matrix.points.filter((point) => surelyNeedsAction(matrix, point)).map(({ name }) => name)
	).toEqual(['Aufzug']);
	expect(findingTitle('matrix', both, {})).toBe('Handlungsbedarf: Aufzug');
});

it('claims no need of action where an interval holds the mean', () => {
	const rows = both.rows.map((one) =>
		one.indicator === 'item-share' && one.dimensions.item === 'b'
			? { ...one, estimate: estimate(0.3, 0.325) }
			: one
	);
	const result = { ...both, rows };
	expect(findingTitle('matrix', result, {})).toBeNull();
	const model = chartModel('matrix', result);
	expect(model.categories.some((one) => 'accent' in one && one.accent)).toBe(false);
});

it('walks from left to right, and says what a place stands for', () => {
	const tips = tipsOf(chartModel('matrix', both));
	expect(tips.map(({ title }) => title)).toEqual(['Aufzug', 'Müllplatz', 'Bus']);
	expect(tips[0]?.at).toEqual({ dimension: 'item', value: 'b' });
});
