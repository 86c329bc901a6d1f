import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import {
	absent,
	change,
	estimate,
	event,
	resultOf,
	row,
	satisfaction
} from '../presentation/testing';
import { context, drawn, rendered, seriesOf } from './testing';
import type { Drawing } from './types';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

type Axis = { data: (string | { value: string })[]; min: number; max: number };
const axis = ({ option }: Drawing, name: string, index = 0): Axis => {
	const all = option[name] as Axis | Axis[];
	return (Array.isArray(all) ? all[index] : all) as Axis;
};
const names = (drawing: Drawing, index = 0): string[] =>
	axis(drawing, 'yAxis', index).data.map((one) => (typeof one === 'string' ? one : one.value));

describe('dots', () => {
	const result = resultOf([
		row(
			'index-service',
			{ contrast: 'self', wave: '2025' },
			estimate(74, 4, 312),
			change(3, { verdict: 'no-difference' })
		),
		row('index-service', { contrast: 'rest', wave: '2025' }, estimate(71, 1)),
		row(
			'index-neighbourhood',
			{ contrast: 'self', wave: '2025' },
			estimate(52, 6, 20, 'uncertain'),
			change(-11)
		),
		row('index-neighbourhood', { contrast: 'rest', wave: '2025' }, estimate(63, 1)),
		row('index-safety', { contrast: 'self', wave: '2025' }, absent('small-cell')),
		row('index-safety', { contrast: 'self', wave: '2022' }, estimate(1, 1))
	]);
	result.members.wave = [
		{ value: '2022', label: '2022' },
		{ value: '2025', label: '2025' }
	];
	const drawing = drawn('dots', result, context());

	it('draws point, interval and the others of the latest wave', () => {
		expect(names(drawing)).toEqual(['Service', 'Nachbarschaft', 'Sicherheit']);
		expect(drawing.option['series']).toMatchObject([
			{ id: 'places' },
			{ data: [[null, 2]] },
			{
				data: [
					[70, 78, 0],
					[46, 58, 1]
				]
			},
			{
				data: [
					[71, 0],
					[63, 1]
				]
			},
			{ data: [{ value: [74, 0] }, { value: [52, 1] }] }
		]);
	});

	it('prints value, margin and certain change, and the word where hidden', () => {
		const [service, neighbourhood, safety] = names(drawing, 1);
		expect(service).toContain('{value|74}{margin|± 4}');
		expect(neighbourhood).toContain('{worse|▼ −11}');
		expect(safety).toBe('{quiet|verdeckt}');
	});

	it('shows uncertain points hollow', () => {
		const [point] = seriesOf(drawing, { symbolSize: 11 });
		expect(point?.data[1]).toMatchObject({ itemStyle: { color: context().theme.paper } });
	});

	it('sets off the Quartier among the Quartiere', () => {
		const quartiere = resultOf(
			['Lebenstedt', 'Weststadt'].map((quartier) =>
				row('new-cases-rate', { quartier }, estimate(30, 4))
			)
		);
		const [point] = seriesOf(drawn('dots', quartiere, context()), { symbolSize: 11 });
		const { accent, restLine } = context().theme;
		expect(point?.data).toMatchObject([
			{ itemStyle: { borderColor: accent } },
			{ itemStyle: { borderColor: restLine } }
		]);
	});

	it('puts labels above the rows when narrow', () => {
		const narrow = drawn('dots', result, context({ width: 340 }));
		expect(axis(narrow, 'yAxis')).toMatchObject({ axisLabel: { inside: true } });
		expect(narrow.height).toBeGreaterThan(drawing.height);
	});
});

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

describe('likert', () => {
	const distribution = (item: string, shares: number[]) =>
		satisfaction('x').scale.labels.map((answer, i) =>
			row(
				'item-distribution',
				{ item, wave: '2025', answer },
				shares.length ? estimate(shares[i] ?? 0, 0.02, 298) : absent('small-cell')
			)
		);
	const result = resultOf(
		[
			...distribution('1', [0.2, 0.2, 0.2, 0.2, 0.2]),
			...distribution('2', [0, 0.1, 0.2, 0.4, 0.3]),
			...distribution('3', []),
			row(
				'item-share',
				{ item: '1', wave: '2025' },
				estimate(0.4, 0.05),
				change(-0.08, { wave: '2022' })
			),
			row(
				'item-share',
				{ item: '2', wave: '2025' },
				estimate(0.7, 0.05),
				change(0.01, { wave: '2022', verdict: 'no-difference' })
			)
		],
		{
			items: {
				'1': satisfaction('Treppenhaus'),
				'2': satisfaction('Service'),
				'3': satisfaction('Beratung')
			}
		}
	);
	const drawing = drawn('likert', result, context());

	it('sorts by the top boxes, hidden items last', () => {
		expect(names(drawing)).toEqual(['Service', 'Treppenhaus', 'Beratung']);
	});

	it('splits the middle around zero and stacks from the negative end', () => {
		const [start, worst, , middle, , best] = seriesOf(drawing, { stack: 'all' });
		expect(start?.data).toEqual([expect.closeTo(-0.2), expect.closeTo(-0.5), null]);
		expect(worst?.data).toEqual([0, 0.2, null]);
		expect(middle?.data).toEqual([0.2, 0.2, null]);
		expect(best?.data).toEqual([0.3, 0.2, null]);
	});

	it('prints the sums and the changes', async () => {
		const texts = seriesOf(drawing, { type: 'scatter' }).flatMap(({ data }) =>
			data.flatMap((one) => (one as { name?: string }).name ?? [])
		);
		expect(texts).toEqual(['10', '40', '70', '40']);
		expect(names(drawing, 1)).toEqual(['{quiet|nicht erkennbar}', '{worse|▼ −8}', '']);
		const svg = await rendered(drawing.option);
		for (const word of ['seit 2022', 'sehr zufrieden', 'verdeckt', '▼ −8'])
			expect(svg).toContain(word);
	});

	it('keeps to the scale that most items have', () => {
		const other = satisfaction('Andere Skala');
		other.scale = { ...other.scale, labels: other.scale.labels.slice(1), points: 4 };
		const mixed = {
			...result,
			items: { ...result.items, '3': other }
		};
		expect(names(drawn('likert', mixed, context()))).toEqual(['Service', 'Treppenhaus']);
	});

	it('patterns the negative side on paper', () => {
		const paper = drawn('likert', result, context({ decal: true }));
		const patterned = seriesOf(paper, { stack: 'all' }).filter(
			({ itemStyle }) => (itemStyle as { decal?: unknown }).decal
		);
		expect(patterned.map(({ name }) => name)).toEqual(['sehr unzufrieden', 'eher unzufrieden']);
	});
});

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

	it('places events by the day', () => {
		const events = [event('Schließung', '2019-07-02', '2020-12-31')];
		const [marks] = seriesOf(drawn('stackedBars', result, context({ events })), { id: 'events' });
		expect(marks?.data).toMatchObject([{ value: [expect.closeTo(0, 2), expect.closeTo(1.5, 1)] }]);
	});
});

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
	});
});

describe('flow', () => {
	const result = resultOf(
		['2023-01-01', '2024-01-01'].flatMap((period, i) => [
			row('new-cases', { period }, estimate(10 + i)),
			row('closed-cases', { period }, i ? absent('small-cell') : estimate(6)),
			row('open-cases', { period }, i ? absent('complementary') : estimate(14))
		]),
		{ period: 'year' }
	);

	it('draws new cases up, closed ones down and open ones as a line', () => {
		const drawing = drawn('flow', result, context());
		const [opened, closed, hiddenUp, hiddenDown, hiddenStock] = seriesOf(drawing, { type: 'bar' });
		expect(opened?.data).toEqual([10, 11]);
		expect(closed?.data).toEqual([-6, null]);
		expect(hiddenUp?.data).toEqual([null, null]);
		expect(hiddenDown?.data).toEqual([null, expect.any(Number)]);
		expect(hiddenStock?.data).toEqual([null, expect.any(Number)]);
		expect(seriesOf(drawing, { type: 'line' })[0]?.data).toMatchObject([
			{ value: 14 },
			{ value: null }
		]);
	});
});

describe('any chart', () => {
	it('says so where there is nothing', () => {
		for (const kind of ['dots', 'trend', 'likert', 'stackedBars', 'bars', 'flow'] as const) {
			expect(JSON.stringify(drawn(kind, resultOf([]), context()).option)).toContain('Keine Daten');
		}
	});

	it('moves only where it may', () => {
		const result = resultOf([row('index-safety', {}, estimate(60, 4))]);
		expect(drawn('dots', result, context()).option['animation']).toBe(false);
		expect(drawn('dots', result, context({ animate: true })).option['animation']).toBe(true);
	});

	it('escapes the words of users in tooltips', () => {
		const evil = '<img src=x onerror=alert(1)>';
		const result = resultOf([row('new-cases', { caseTopic: evil }, estimate(60))]);
		const { option } = drawn('bars', result, context());
		const { formatter } = option['tooltip'] as {
			formatter: (params: { seriesId: string; dataIndex: number }[]) => string;
		};
		const html = formatter([{ seriesId: 'places', dataIndex: 0 }]);
		expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
		expect(html).not.toContain('<img');
	});
});
