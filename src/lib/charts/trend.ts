import * as m from '../paraglide/messages';
import {
	intervalOnAxis,
	isHidden,
	valueOnAxis,
	type Figure,
	type TrendModel
} from '../presentation';
import { marksHeight, markSeries, placeMarks } from './events';
import { drawing, isCompact, labelStyle, TARGET_POINTS } from './frame';
import { scaleOfUnit } from './scale';
import { hatchedPlaces } from './shapes';
import { shorten, textWidth } from './text';
import { plotHeight, TIME_LABELS, timeLabels } from './time';
import { endsOf, lastShown, pointLabels, type PointLabel } from './trend-ends';
import { fontOf } from './theme';
import type { ChartContext, Drawing, Kind, OptionPart, Size } from './types';
import { valueAxis } from './value-axis';

/** How a line goes to a period that is not over, which is no fall. */
const UNFINISHED = [4, 4];

/** A line with its name at the end; hollow points are uncertain, or the others'. */
function lineSeries(
	figures: readonly (Figure | undefined)[],
	accent: boolean,
	end: string,
	shift: number,
	context: ChartContext,
	{
		dashed = false,
		values = []
	}: { dashed?: boolean; values?: readonly (PointLabel | undefined)[] } = {}
) {
	const { theme } = context;
	const colour = accent ? theme.accent : theme.restLine;
	const last = lastShown(figures);
	const label = {
		...labelStyle(theme, accent ? 'accent' : 'secondary'),
		fontWeight: accent ? 650 : 400,
		position: 'right',
		distance: 8,
		offset: [0, shift],
		formatter: () => end
	};
	/** The value at a point before the end. */
	const valueAt = (i: number): OptionPart => {
		const value = values[i];
		return value
			? {
					label: {
						...labelStyle(theme, 'accent'),
						...fontOf(theme, 'small'),
						position: value.position,
						distance: 6,
						formatter: () => value.text
					}
				}
			: {};
	};
	return {
		type: 'line',
		silent: true,
		symbol: 'circle',
		symbolSize: accent ? 8 : 6,
		showSymbol: true,
		lineStyle: {
			color: colour,
			width: accent ? 2.5 : 1.75,
			...(dashed ? { type: UNFINISHED } : {})
		},
		data: figures.map((figure, i) => ({
			value: [i, valueOnAxis(figure)],
			itemStyle: {
				color:
					!accent || figure?.protection === 'uncertain' || (dashed && i === last)
						? theme.paper
						: colour,
				borderColor: colour,
				borderWidth: 1.75
			},
			...(i === last && end !== '' ? { label } : valueAt(i))
		})),
		z: accent ? 5 : 4
	};
}

/** A line whose way to a period that is not over is dashed. */
function courseSeries(
	figures: readonly (Figure | undefined)[],
	accent: boolean,
	end: string,
	shift: number,
	{
		isOpen,
		context,
		values = []
	}: { isOpen: boolean; context: ChartContext; values?: readonly (PointLabel | undefined)[] }
): OptionPart[] {
	const at = figures.length - 1;
	if (!isOpen || lastShown(figures) !== at)
		return [lineSeries(figures, accent, end, shift, context, { values })];
	return [
		lineSeries(figures.slice(0, at), accent, '', 0, context, { values }),
		lineSeries(
			figures.map((figure, i) => (i < at - 1 ? undefined : figure)),
			accent,
			end,
			shift,
			context,
			{ dashed: true }
		)
	];
}

/** The soft band of intervals: an unseen line at its foot, and its height stacked on that. */
function bandSeries(
	figures: readonly (Figure | undefined)[],
	{ theme }: ChartContext
): OptionPart[] {
	const band = figures.map(intervalOnAxis);
	const part = (values: (number | null)[], fill?: string): OptionPart => ({
		type: 'line',
		silent: true,
		stack: 'band',
		stackStrategy: 'all',
		symbol: 'none',
		lineStyle: { opacity: 0 },
		...(fill === undefined ? {} : { areaStyle: { color: fill, opacity: 0.75 } }),
		data: values.map((value, i) => [i, value]),
		z: 1
	});
	return [
		part(band.map((one) => one && one[0])),
		part(
			band.map((one) => one && one[1] - one[0]),
			theme.accentSoft
		)
	];
}

/** One unseen point per time at the foot of the plot, with the name of the time below it. */
const timeSeries = (
	names: readonly string[],
	foot: number,
	{ theme }: ChartContext
): OptionPart => ({
	id: TARGET_POINTS,
	type: 'scatter',
	silent: true,
	symbolSize: 0.01,
	itemStyle: { color: 'transparent', opacity: 1 },
	data: names.map((name, i) => ({ value: [i, foot], name })),
	label: {
		show: true,
		position: 'bottom',
		distance: 8,
		color: theme.secondary,
		...fontOf(theme, 'small'),
		formatter: ({ name }: { name: string }) => name
	}
});

/** How scale, names at the ends, marks and plot share the drawing. */
function layoutOf(model: TrendModel, size: Size) {
	const { width, theme } = size;
	const { series, indicators, range } = model;
	const [own = [], rest = []] = series.map(({ figures }) => figures);
	const scale = scaleOfUnit(
		indicators[0]?.unit ?? '',
		[
			...own.map(valueOnAxis),
			...own.flatMap((figure) => intervalOnAxis(figure) ?? []),
			...rest.map(valueOnAxis),
			...(size.extent ?? [])
		].filter((one) => one !== null),
		{ steps: isCompact(size) ? 4 : 5 }
	);
	const ends = endsOf(model, scale, size);
	const left =
		12 + Math.max(...[scale.min, scale.max].map((v) => textWidth(String(v), theme.size.text)));
	const plot = width - left - ends.width;
	const marks = placeMarks(model.marks, range, plot, theme.size.small, plot + ends.width);
	return { scale, ends, left, plot, marks, top: Math.max(marksHeight(marks), 10) };
}

const heightFrom = ({ top }: { top: number }, size: Size): number =>
	top + plotHeight(size) + TIME_LABELS;

/** What stands below each time. */
const namesBelow = (
	{ categories, dimension, unit }: TrendModel,
	plot: number,
	{ theme }: Size
): string[] =>
	dimension === 'period'
		? timeLabels(
				categories.map(({ short }) => short),
				unit,
				plot
			)
		: categories.map(({ short }) => shorten(short, plot / categories.length, theme.size.small));

function draw(model: TrendModel, context: ChartContext): Drawing {
	const { theme } = context;
	const { series, range } = model;
	const [own = [], rest] = series.map(({ figures }) => figures);
	const layout = layoutOf(model, context);
	const { scale, ends, left, plot, marks, top } = layout;
	const isOpen = model.categories.at(-1)?.until !== undefined;
	return drawing(model, context, {
		pointer: { type: 'line', snap: true, lineStyle: { color: theme.restLine, type: 'solid' } },
		height: heightFrom(layout, context),
		grid: { left, right: ends.width, top, bottom: TIME_LABELS, outerBoundsMode: 'none' },
		xAxis: {
			axisLine: { show: false },
			axisTick: { show: false },
			type: 'value',
			min: range[0],
			max: range[1],
			interval: 1,
			splitLine: { show: false },
			axisLabel: { show: false }
		},
		yAxis: valueAxis(scale, theme),
		series: [
			markSeries(marks, context, 0),
			timeSeries(namesBelow(model, plot, context), scale.min, context),
			hatchedPlaces(
				own.flatMap((figure, at) => (isHidden(figure) ? [{ at, word: m.chart_hidden() }] : [])),
				theme,
				{ upright: true, thickness: 24 }
			),
			...bandSeries(own, context),
			...(rest ? courseSeries(rest, false, ends.rest, -ends.shift, { isOpen, context }) : []),
			...courseSeries(own, true, ends.own, ends.shift, {
				isOpen,
				context,
				values: pointLabels(own, rest, plot)
			})
		]
	});
}

/** Lines over waves: this Quartier with its soft band, the others in grey, named at their ends. */
export const trend: Kind<TrendModel> = {
	height: (model, size) => heightFrom(layoutOf(model, size), size),
	draw
};
