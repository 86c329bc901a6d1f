import * as m from '../paraglide/messages';
import { intervalText, number, valueText, weekdayText } from '../words';
import { changeSentence } from './change';
import type { ChartModel, Figure, LikertModel, Target } from './chart-model';
import { absenceWord, intervalOf, uncertainWord } from './figure';
import { nameOf } from './read';

export type TipLine = { name: string; value: string; detail: string };

/** The words for one place of a chart, for the pointer and for screen readers alike. */
export type Tip = {
	title: string;
	lines: TipLine[];
	/** what it is about, for whoever picks it */
	at: Target;
	/** details beside the values */
	dense: boolean;
};

const basis = ({ n, indicator: { completeCount, unit } }: Figure): string[] => [
	// The n of a count is the count itself.
	...(n === null || unit === 'count' ? [] : [m.chart_n({ n: number(n) })]),
	...(completeCount ? [m.chart_complete_count()] : [])
];

/** One figure in words: value, interval, n, and what to mind. */
function tipLine(name: string, figure: Figure | undefined): TipLine {
	if (!figure) return { name, value: m.chart_not_asked(), detail: '' };
	const { value, indicator } = figure;
	if (value === null) return { name, value: absenceWord(figure), detail: '' };
	const interval = intervalOf(figure);
	const details = [
		interval ? m.chart_interval({ range: intervalText(...interval, indicator.unit) }) : '',
		...basis(figure),
		uncertainWord(figure)
	];
	return {
		name,
		value: valueText(value, indicator.unit),
		detail: details.filter(Boolean).join(' · ')
	};
}

/** The comparison of a figure as a line of its own, where there is one to be read. */
const changeLine = (figure: Figure | undefined): TipLine[] =>
	figure?.change
		? [{ name: '', value: changeSentence(figure.change, figure.indicator), detail: '' }]
		: [];

/** Lines of several complete counts: that they are complete is said once, below them. */
const countLines = (lines: readonly TipLine[]): TipLine[] => [
	...lines.map((line) => ({ ...line, detail: '' })),
	{ name: '', value: '', detail: m.chart_complete_count() }
];

function itemLines({ categories, series }: LikertModel, at: number): TipLine[] {
	const item = categories[at];
	const lines = series.map(({ name, figures }): TipLine => {
		const interval = intervalOf(figures[at]);
		return {
			...tipLine(name, figures[at]),
			detail: interval ? intervalText(...interval, 'percent') : ''
		};
	});
	// All answers to an item have the same n; it is said once.
	const n = item?.sums ? (series[0]?.figures[at]?.n ?? null) : null;
	return [
		...lines.reverse(),
		...changeLine(item?.share),
		...(n === null ? [] : [{ name: '', value: '', detail: m.chart_n({ n: number(n) }) }])
	];
}

/** The lines of a place, its figures in the order of the series. */
function linesOf(model: ChartModel, at: number): TipLine[] {
	const figures = model.series.map((series) => series.figures[at]);
	// One alone is named above the chart.
	const lines = () =>
		model.series.map(({ name }, i) => tipLine(figures.length > 1 ? name : '', figures[i]));
	switch (model.kind) {
		case 'likert':
			return itemLines(model, at);
		case 'stackedBars':
			return countLines(model.split ? lines() : [tipLine('', figures[0])]);
		case 'flow':
			return countLines(
				figures.flatMap((figure) => (figure ? [tipLine(nameOf(figure.indicator), figure)] : []))
			);
		case 'matrix':
			return [...lines().slice(0, model.ofChange ? 1 : 2), ...changeLine(figures[0])];
		case 'calendar': {
			const closed = model.categories[at]?.closed;
			return [...lines(), ...(closed ? [{ name: '', value: closed, detail: '' }] : [])];
		}
		case 'figures':
			return [tipLine('', figures[0]), ...changeLine(figures[0])];
		case 'dots':
		case 'bars':
		case 'trend':
		case 'strip':
		case 'map':
			return [...lines(), ...changeLine(figures[0])];
	}
}

/** The name of a place: that on the map, and of a day the weekday as well. */
function titleOf(model: ChartModel, at: number): string {
	const name = model.categories[at]?.name ?? '';
	if (model.kind === 'map') return model.categories[at]?.area ?? name;
	const category = model.categories[at];
	const until = category && 'until' in category ? category.until : undefined;
	if (until !== undefined) return `${name}, ${until}`;
	const day = model.kind === 'calendar' ? model.categories[at]?.period : undefined;
	return day === undefined ? name : `${weekdayText(day)}, ${name}`;
}

/** What a chart says place by place, in the order of its categories. */
export const tipsOf = (model: ChartModel): Tip[] =>
	model.categories.map(({ target }, at) => ({
		title: titleOf(model, at),
		lines: linesOf(model, at),
		at: target,
		dense: model.kind === 'likert'
	}));
