import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { absent, estimate, resultOf, row } from '../presentation/testing';
import { context, drawn, rendered, seriesOf, names } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

describe('bars', () => {
	const result = resultOf([
		row('new-cases', { caseTopic: 'Sucht' }, absent('complementary')),
		row('new-cases', { caseTopic: 'Schulden' }, estimate(12)),
		row('new-cases', { caseTopic: 'Anträge' }, estimate(88))
	]);

	it('sorts from most to least, hidden ones last and hatched', async () => {
		const drawing = drawn('bars', result, context());
		expect(names(drawing)).toEqual(['Anträge', 'Schulden', 'Sucht']);
		const [own, hidden] = seriesOf(drawing, { type: 'bar' });
		expect(own?.data).toMatchObject([{ value: 88 }, { value: 12 }, { value: null }]);
		expect(hidden?.data).toEqual([null, null, expect.any(Number)]);
		const svg = await rendered(drawing.option);
		expect(svg).toContain('88');
		expect(svg).toContain('verdeckt');
	});

	it('draws intervals where there are some, and keeps the order of groups', () => {
		const ages = resultOf([
			row('satisfied-overall', { 'group:age': 'unter 30' }, estimate(0.5, 0.1)),
			row('satisfied-overall', { 'group:age': '65 und älter' }, estimate(0.8, 0.05))
		]);
		const drawing = drawn('bars', ages, context());
		expect(names(drawing)).toEqual(['unter 30', '65 und älter']);
		expect(seriesOf(drawing, { type: 'custom' })[0]?.data).toEqual([
			[expect.closeTo(40), expect.closeTo(60), 0],
			[expect.closeTo(75), expect.closeTo(85), 1]
		]);
		// A share says what it is one of; a count is that itself.
		const ends = (of: typeof drawing) => JSON.stringify(seriesOf(of, { type: 'scatter' }).at(-1));
		expect(ends(drawing)).toMatch(/50 % ± 10\{base\|n = \d+\}/);
		expect(ends(drawn('bars', result, context()))).not.toContain('{base|');
	});
});
