import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { CHART_KINDS, type ChartModel, type TrendModel } from './chart-model';
import { describeChart } from './describe';
import { chartModel } from './model';
import { OUTLINES, RESULTS } from './results.fixture';
import { absent, change, estimate, event, resultOf, row } from './testing';
import { tipsOf } from './tips';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

const secrets = fc.array(fc.boolean(), { minLength: 1, maxLength: 9 });

it.each(CHART_KINDS)('%s has a figure of each series at each place, and words for each', (kind) => {
	fc.assert(
		fc.property(secrets, (secret) => {
			const model = chartModel(kind, RESULTS[kind](secret), { map: OUTLINES });
			for (const { figures } of model.series) expect(figures).toHaveLength(model.categories.length);
			expect(tipsOf(model)).toHaveLength(model.categories.length);
			expect(model.table.rows).toHaveLength(RESULTS[kind](secret).rows.length);
		})
	);
});

it.each(CHART_KINDS)('%s keeps of a hidden figure its reason and no number', (kind) => {
	const model = chartModel(kind, RESULTS[kind](Array.from({ length: 6 }, () => true)), {
		map: OUTLINES
	});
	for (const { figure } of model.table.rows) {
		expect(['small-cell', 'complementary']).toContain(figure.protection);
		const { value, low, high, n, change: compared } = figure;
		expect([value, low, high, n, compared]).toEqual([null, null, null, null, undefined]);
	}
});

it.each(CHART_KINDS)('%s has nothing to show of an empty result, and says so', (kind) => {
	const model = chartModel(kind, resultOf([]), { map: OUTLINES });
	expect(model.categories).toEqual([]);
	expect(describeChart(model)).toBe('Keine Daten für diese Auswahl');
});

it('sets this Quartier against the others, place by place, with events between the waves', () => {
	const result = resultOf([
		row('index-safety', { wave: '2019', contrast: 'self' }, estimate(60, 4)),
		row('index-safety', { wave: '2019', contrast: 'rest' }, estimate(65, 1)),
		row('index-safety', { wave: '2022', contrast: 'self' }, absent('small-cell')),
		row('index-safety', { wave: '2022', contrast: 'rest' }, estimate(66, 1))
	]);
	const model: ChartModel = chartModel('trend', result, {
		quartier: 'Lebenstedt',
		events: [event('Umbau', '2021-01-01')]
	});
	expect(model.categories.map(({ name }) => name)).toEqual(['2019', '2022']);
	expect(model.series.map(({ name, figures }) => [name, figures.map((one) => one?.value)])).toEqual(
		[
			['Lebenstedt', [60, null]],
			['übrige Quartiere', [65, 66]]
		]
	);
	expect(model.series[0]?.figures[1]?.protection).toBe('small-cell');
	const [mark] = (model as TrendModel).marks;
	expect(mark).toMatchObject({ title: 'Umbau', to: null });
	expect(mark?.from).toBeCloseTo(0.5, 1);
});

it('orders rows as they are read, and names the finding', () => {
	const topics = ['Mietschulden', 'Lärm', 'Pflege'].map((caseTopic, i) =>
		row('new-cases', { caseTopic }, estimate([5, 9, 7][i] ?? 0))
	);
	expect(chartModel('bars', resultOf(topics)).categories.map(({ name }) => name)).toEqual([
		'Lärm',
		'Pflege',
		'Mietschulden'
	]);
	const one = resultOf([
		row('index-safety', { contrast: 'self' }, estimate(52, 4), change(-11)),
		row('index-safety', { contrast: 'rest' }, estimate(63, 1))
	]);
	const model = chartModel('dots', one, { quartier: 'Lebenstedt' });
	expect(model.finding).toContain('Sicherheit');
	expect(describeChart(model)).toContain(`${model.finding ?? ''}.`);
});

it('has one place for a Quartier with two outlines, and none for one without', () => {
	const squares = OUTLINES.shapes.slice(0, 2).map((shape) => ({ ...shape, quartier: 'Q0' }));
	const nobody = { ...OUTLINES.shapes[2]!, quartier: null };
	const map = { ...OUTLINES, shapes: [...squares, nobody] };
	const model = chartModel('map', RESULTS.map([false, false]), { map });
	expect(model.categories.map(({ name }) => name)).toEqual(['Q0']);
	expect(model.kind === 'map' && model.shapes).toEqual([0, 0, null]);
	expect(describeChart(model)).not.toContain('Am höchsten');
});

it('says which of two figures of a matrix is highest, and up to when the last period goes', () => {
	const both = resultOf([
		row('item-share', { item: 'a' }, estimate(0.4, 0.05)),
		row('item-share', { item: 'b' }, estimate(0.3, 0.05)),
		row('driver-correlation', { item: 'a' }, estimate(0.1, 0.05)),
		row('driver-correlation', { item: 'b' }, estimate(0.6, 0.05))
	]);
	expect(describeChart(chartModel('matrix', both))).toContain('Anteil zufrieden je Frage');
	const years = resultOf(
		['2024-01-01', '2025-01-01'].map((period, at) =>
			row('new-cases', { period }, estimate(at + 4))
		),
		{
			period: 'year',
			notes: ['incomplete-period'],
			coverage: { from: '2024-01-01', to: '2025-06-30' }
		}
	);
	const model = chartModel('stackedBars', years);
	expect(describeChart(model)).toContain('2025 (bis 30.06.2025)');
	expect(tipsOf(model).map(({ title }) => title)).toEqual(['2024', '2025, bis 30.06.2025']);
});
