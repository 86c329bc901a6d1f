import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { absent, estimate, event, resultOf, row } from '../presentation/testing';
import { context, drawn, rendered, seriesOf } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

describe('stackedBars', () => {
	const result = resultOf(
		[
			row('new-cases', { period: '2019-01-01', area: 'Hilfe' }, estimate(7)),
			row('new-cases', { period: '2019-01-01', area: 'Wohnen' }, estimate(0)),
			row('new-cases', { period: '2020-01-01', area: 'Hilfe' }, estimate(9)),
			row('new-cases', { period: '2020-01-01', area: 'Wohnen' }, absent('small-cell'))
		],
		{ period: 'year' }
	);

	it('stacks in the order of the members, and hatches what is hidden', async () => {
		const drawing = drawn('stackedBars', result, context());
		const [first, second, hidden] = seriesOf(drawing, { type: 'bar' });
		expect(first).toMatchObject({ name: 'Hilfe', data: [7, 9], itemStyle: { color: '#0b6e6e' } });
		expect(second).toMatchObject({ name: 'Wohnen', data: [null, null] });
		expect(hidden).toMatchObject({ name: 'verdeckt', data: [null, expect.any(Number)] });
		expect(drawing.tips[0]?.lines[1]).toMatchObject({ name: 'Wohnen', value: '0' });
		expect(drawing.tips[1]?.lines[1]).toMatchObject({ value: 'weniger als 5 Fälle' });
		expect(drawing.tips[1]?.lines.at(-1)?.detail).toBe('Vollzählung');
		expect(await rendered(drawing.option)).toContain('verdeckt');
	});

	it('has a single count above its column, within the drawing', async () => {
		const years = [3000, 4000].map((visits, at) =>
			row('treff-visits', { period: `${2019 + at}-01-01` }, estimate(visits))
		);
		const drawing = drawn('stackedBars', resultOf(years, { period: 'year' }), context());
		const svg = await rendered(drawing.option);
		for (const text of ['3.000', '4.000']) expect(svg).toContain(`>${text}</text>`);
		expect((drawing.option['yAxis'] as { max: number }).max).toBeGreaterThan(4400);
		// Parts of a column have none: their sum was not asked for.
		expect(await rendered(drawn('stackedBars', result, context()).option)).not.toContain('>9<');
	});

	it('places events by the day', () => {
		const events = [event('Schließung', '2019-07-02', '2020-12-31')];
		const [marks] = seriesOf(drawn('stackedBars', result, context({ events })), { id: 'events' });
		expect(marks?.data).toMatchObject([{ value: [expect.closeTo(0, 2), expect.closeTo(1.5, 1)] }]);
	});
});
