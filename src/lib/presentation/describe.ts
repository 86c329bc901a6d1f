import type { IndicatorDefinition } from '../domain';
import * as m from '../paraglide/messages';
import { message, number, valueText } from '../words';
import type { Category, ChartModel, LikertModel, RowsModel, StripModel } from './chart-model';
import { nameOf } from './read';

type Named = { name: string; value: number; unit: IndicatorDefinition['unit'] };
type InWords = { name: string; text: string };

const inWords = ({ name, value, unit }: Named): InWords => ({ name, text: valueText(value, unit) });

/** Highest and lowest of some figures; the one figure where there is only one. */
function extremes(figures: readonly Named[]): string {
	const sorted = figures.toSorted((a, b) => b.value - a.value);
	const [highest, lowest] = [sorted[0], sorted.at(-1)];
	if (!highest || !lowest) return '';
	// A calendar has thousands of days, of which two are put into words.
	const [most, least] = [inWords(highest), inWords(lowest)];
	if (sorted.length === 1) return m.chart_describe_single({ name: most.name, value: most.text });
	return m.chart_describe_range({
		highest: most.name,
		high: most.text,
		lowest: least.name,
		low: least.text
	});
}

/** The name of a place; of a period that is not over with the day up to which it goes. */
const nameWithEnd = ({ name, until }: Category & { until?: string | undefined }): string =>
	until === undefined ? name : `${name} (${until})`;

/** The figures of the first series, by the names of their places. */
const firstSeries = ({ categories, series }: ChartModel): Named[] =>
	categories.flatMap((category: Category, at) => {
		const figure = series[0]?.figures[at];
		if (!figure || figure.value === null) return [];
		return [
			{
				get name() {
					return nameWithEnd(category);
				},
				value: figure.value,
				unit: figure.indicator.unit
			}
		];
	});

/** Figures in different units have no highest: each is said. */
const listSentence = (model: RowsModel): string =>
	firstSeries(model)
		.map((one) => m.chart_describe_single({ name: one.name, value: inWords(one).text }))
		.join(' ');

/** The sum of all series at each place; none where a part is hidden. */
const sums = ({ categories, series }: ChartModel): Named[] =>
	categories.flatMap((category, at) => {
		const parts = series.flatMap(({ figures }) => figures[at] ?? []);
		const values = parts.map(({ value }) => value).filter((value) => value !== null);
		const [first] = parts;
		// A sum with a hidden part would say too little, and with its total too much.
		if (!first || values.length < parts.length) return [];
		const value = values.reduce((sum, one) => sum + one, 0);
		return [{ name: nameWithEnd(category), value, unit: first.indicator.unit }];
	});

/** Highest and lowest of the first of several figures, which is named. */
function ofFirst(model: ChartModel): string {
	const text = extremes(firstSeries(model));
	const [first] = model.indicators;
	return text && first ? m.chart_describe_of({ indicator: nameOf(first), text }) : '';
}

/** The first and the last figure of a course. */
function courseSentence(model: ChartModel): string {
	const figures = firstSeries(model);
	const [first, last] = [figures[0], figures.at(-1)];
	if (!first || !last || first === last) return extremes(figures);
	const [start, end] = [inWords(first), inWords(last)];
	return m.chart_describe_course({
		first: start.text,
		start: start.name,
		last: end.text,
		end: end.name
	});
}

/** The course of each figure of a strip. */
const lanesSentence = (model: StripModel): string =>
	model.lanes
		.map(({ indicator, from, to }) => {
			const own = firstSeries({
				...model,
				categories: model.categories.slice(from, to),
				series: model.series.map((one) => ({ ...one, figures: one.figures.slice(from, to) }))
			});
			const [first, last] = [own[0], own.at(-1)];
			if (!first || !last) return '';
			const [start, end] = [inWords(first), inWords(last)];
			const text = m.chart_describe_course({
				first: start.text,
				start: start.name,
				last: end.text,
				end: end.name
			});
			return m.chart_describe_of({ indicator: nameOf(indicator), text });
		})
		.filter(Boolean)
		.join(' ');

function itemsSentence({ categories }: LikertModel): string {
	const shown = categories.flatMap(({ name, sums: shares }) =>
		shares ? [{ name, text: `${number(shares.positive * 100)} %` }] : []
	);
	const [first, last] = [shown[0], shown.at(-1)];
	if (!first || !last) return '';
	if (first === last) return m.chart_describe_single({ name: first.name, value: first.text });
	return m.chart_describe_likert_range({
		highest: first.name,
		high: first.text,
		lowest: last.name,
		low: last.text
	});
}

/** Highest and lowest, or first and last: what the figures say by themselves. */
function rangeSentence(model: ChartModel): string {
	switch (model.kind) {
		case 'likert':
			return itemsSentence(model);
		case 'strip':
			return lanesSentence(model);
		case 'figures':
			return listSentence(model);
		case 'trend':
			return courseSentence(model);
		case 'stackedBars':
			return extremes(sums(model));
		case 'flow':
			return ofFirst(model);
		case 'matrix':
			return model.ofChange ? extremes(firstSeries(model)) : ofFirst(model);
		case 'dots':
		case 'bars':
		case 'map':
		case 'calendar':
			return extremes(firstSeries(model));
	}
}

/** What the chart is about: its kind, figures, breakdown, wave, and how many of them are not shown. */
function subject({ kind, about, categories }: ChartModel): string {
	const { indicators, by, wave, missing } = about;
	const count = categories.length;
	let text =
		kind === 'likert'
			? count === 1
				? m.chart_describe_likert_one()
				: m.chart_describe_likert({ count })
			: message(`chart_describe_${kind}`, {
					indicator: by ? m.chart_describe_by({ indicator: indicators, dimension: by }) : indicators
				});
	if (wave !== undefined) text = m.chart_describe_wave({ text, wave });
	if (missing === 1) return m.chart_describe_hidden_one({ text });
	return missing > 1 ? m.chart_describe_hidden({ text, count: missing }) : text;
}

/** A chart in one to three sentences for people who do not see it: what, highest and lowest, change. */
export function describeChart(model: ChartModel): string {
	if (model.categories.length === 0) return m.chart_none();
	const finding = model.finding === null ? '' : `${model.finding}.`;
	return [`${subject(model)}.`, rangeSentence(model), finding].filter(Boolean).join(' ');
}
