import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { absent, estimate, event, resultOf, row } from '../presentation/testing';
import { context, drawn, rendered, seriesOf } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

describe('trend', () => {
	const waves = ['2019', '2022', '2025'];
	const result = resultOf(
		waves.flatMap((wave, i) => [
			row(
				'satisfied-overall',
				{ contrast: 'self', wave },
				i === 1 ? absent('small-cell') : estimate(0.4 + i / 10, 0.05)
			),
			row('satisfied-overall', { contrast: 'rest', wave }, estimate(0.6, 0.01))
		])
	);
	const events = [
		event('Treffs geschlossen', '2020-03-01', '2022-05-01'),
		event('Neubau', '2031-01-01')
	];

	it('draws lines, band and a hatched place', () => {
		const drawing = drawn('trend', result, context());
		const [low, band, rest, own] = seriesOf(drawing, { type: 'line' });
		expect(low?.data).toEqual([
			[0, expect.closeTo(35)],
			[1, null],
			[2, expect.closeTo(55)]
		]);
		expect(band?.data).toEqual([
			[0, expect.closeTo(10)],
			[1, null],
			[2, expect.closeTo(10)]
		]);
		expect(own?.data).toMatchObject([
			{ value: [0, 40] },
			{ value: [1, null] },
			{ value: [2, expect.closeTo(60)] }
		]);
		expect(rest?.data).toMatchObject([{ value: [0, 60] }, { value: [1, 60] }, { value: [2, 60] }]);
		expect(seriesOf(drawing, { type: 'custom' }).at(-1)?.data).toEqual([[1, null]]);
	});

	it('places events by the years of the waves, and none where the waves have no years', () => {
		const [marks] = seriesOf(drawn('trend', result, context({ events })), { id: 'events' });
		expect(marks?.data).toEqual([
			{ name: 'Treffs geschlossen', value: [expect.closeTo(0.22, 1), expect.closeTo(0.94, 1)] }
		]);
		const nameless = resultOf([
			row('satisfied-overall', { wave: 'erste' }, estimate(0.4, 0.1)),
			row('satisfied-overall', { wave: 'zweite' }, estimate(0.5, 0.1))
		]);
		const none = drawn('trend', nameless, context({ events }));
		expect(seriesOf(none, { id: 'events' })[0]?.data).toEqual([]);
	});

	it('names the lines at their ends', async () => {
		const svg = await rendered(drawn('trend', result, context()).option);
		expect(svg).toContain('Lebenstedt 60 %');
		expect(svg).toContain('übrige 60 %');
		expect(svg).toContain('verdeckt');
	});
});
