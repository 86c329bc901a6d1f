import type { IndicatorResult } from '../domain';
import { message } from '../words';
import * as m from '../paraglide/messages';
import { describeChart } from './describe';
import {
	marksHeight,
	marksOf,
	markSeries,
	periodPosition,
	placeMarks,
	wavePosition
} from './events';
import { changeLine, tipLine } from './figures';
import { drawing, empty, isCompact, labelStyle, TARGET_POINTS } from './frame';
import { isHidden, labelOf, memberName } from './read';
import { boundsOf, roundScale } from './scale';
import { hatchedPlaces } from './shapes';
import { shorten, textWidth } from './text';
import { plotHeight, TIME_LABELS, timeLabels } from './time';
import { courseOf, type Course, type Line } from './trend-data';
import { endsOf } from './trend-ends';
import { fontOf } from './theme';
import type { ChartContext, Drawing, Part, Tip } from './types';
import { valueAxis } from './value-axis';

/** A line with its name at the end; hollow points are uncertain, or the others'. */
function lineSeries(
	line: Line,
	accent: boolean,
	end: string,
	shift: number,
	context: ChartContext
) {
	const { theme } = context;
	const colour = accent ? theme.accent : theme.restLine;
	const label = {
		...labelStyle(theme, accent ? 'accent' : 'secondary'),
		fontWeight: accent ? 650 : 400,
		position: 'right',
		distance: 8,
		offset: [0, shift],
		formatter: () => end
	};
	return {
		type: 'line',
		silent: true,
		symbol: 'circle',
		symbolSize: accent ? 8 : 6,
		showSymbol: true,
		lineStyle: { color: colour, width: accent ? 2.5 : 1.75 },
		data: line.values.map((value, i) => ({
			value: [i, value],
			itemStyle: {
				color: !accent || line.rows[i]?.estimate.protection === 'uncertain' ? theme.paper : colour,
				borderColor: colour,
				borderWidth: 1.75
			},
			...(i === line.last && end !== '' ? { label } : {})
		})),
		z: accent ? 5 : 4
	};
}

/** The soft band of intervals: an unseen line at its foot, and its height stacked on that. */
function bandSeries({ band }: Line, { theme }: ChartContext): Part[] {
	const part = (values: (number | null)[], fill?: string): Part => ({
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
const timeSeries = (names: readonly string[], foot: number, { theme }: ChartContext): Part => ({
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

function tipsOf(course: Course, result: IndicatorResult, context: ChartContext): Tip[] {
	const { times, dimension, definition, own, rest } = course;
	const name = (member: string) => memberName(result, 'contrast', member, context);
	return times.map((time, i) => ({
		title: memberName(result, dimension, time, context),
		at: { dimension, value: time },
		lines: [
			tipLine(rest ? name('self') : '', own.rows[i], definition),
			...(rest ? [tipLine(name('rest'), rest.rows[i], definition)] : []),
			...changeLine(own.rows[i], definition)
		]
	}));
}

/** Lines over waves: this Quartier with its soft band, the others in grey, named at their ends. */
export function trend(result: IndicatorResult, context: ChartContext): Drawing {
	const course = courseOf(result);
	if (!course) return empty(context);
	const { times, dimension, definition, own, rest } = course;
	const { theme, width } = context;
	const scale = roundScale(
		[
			...own.values,
			...own.band.flatMap((one) => one ?? []),
			...(rest?.values ?? []),
			...(context.extent ?? [])
		].filter((one) => one !== null),
		{ steps: isCompact(context) ? 4 : 5, bounds: boundsOf(definition.unit) }
	);
	const ends = endsOf(course, scale, result, context);
	const left =
		12 + Math.max(...[scale.min, scale.max].map((v) => textWidth(String(v), theme.size.text)));
	const plot = width - left - ends.width;
	const margin = times.length === 1 ? 0.5 : 0.12;
	const range = [-margin, times.length - 1 + margin] as const;
	const unit = result.period ?? 'year';
	const position =
		dimension === 'wave'
			? wavePosition(times.map((time) => result.waves[time]))
			: dimension === 'period'
				? periodPosition(times, unit)
				: null;
	// Where something was asked in another way, the line goes on because someone said so.
	const breaks = result.breaks.flatMap(({ wave, of }) => {
		const at = dimension === 'wave' ? times.indexOf(wave) : -1;
		const title = of === undefined ? m.chart_break() : message(`chart_break_${of}`);
		return at < 1 ? [] : [{ title, from: at - 0.5, to: null }];
	});
	const marks = placeMarks(
		[...marksOf(context.events, position, range), ...breaks].sort((a, b) => a.from - b.from),
		range,
		plot,
		theme.size.small
	);
	const top = Math.max(marksHeight(marks), 10);
	const names =
		dimension === 'period'
			? timeLabels(times, unit, plot)
			: times.map((time) =>
					shorten(labelOf(result, dimension, time), plot / times.length, theme.size.small)
				);
	return drawing(
		context,
		describeChart('trend', result, context),
		() => tipsOf(course, result, context),
		{
			pointer: { type: 'line', snap: true, lineStyle: { color: theme.restLine, type: 'solid' } },
			height: top + plotHeight(context) + TIME_LABELS,
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
				timeSeries(names, scale.min, context),
				hatchedPlaces(
					own.rows.flatMap((row, at) => (isHidden(row) ? [{ at, word: m.chart_hidden() }] : [])),
					theme,
					{ upright: true, thickness: 24 }
				),
				...bandSeries(own, context),
				...(rest ? [lineSeries(rest, false, ends.rest, -ends.shift, context)] : []),
				lineSeries(own, true, ends.own, ends.shift, context)
			]
		}
	);
}
