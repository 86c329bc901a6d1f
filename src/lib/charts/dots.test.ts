import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { absent, change, estimate, resultOf, row } from '../presentation/testing';
import { context, drawn, seriesOf, axis, names } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

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

	it('gives a long name above its row a second line, and room for it', () => {
		const long = 'Abends auf dem Weg nach Hause zu Fuß durch das Quartier';
		const rows = (name: string) =>
			resultOf([row('index-safety', { quartier: name }, estimate(74, 4, 312))]);
		const [two, one] = [long, 'Kurz'].map((name) =>
			drawn('dots', rows(name), context({ width: 340 }))
		);
		expect(names(two!)[0]).toContain('\n');
		expect(two!.height).toBeGreaterThan(one!.height + 16);
	});
});
