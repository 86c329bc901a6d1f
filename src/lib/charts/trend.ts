import type { IndicatorResult, IndicatorRow } from '../domain';
import * as m from '../paraglide/messages';
import { periodText, valueText } from '../words';
import { changeSentence } from './change';
import { describeChart } from './describe';
import {
	marksHeight,
	marksOf,
	markSeries,
	periodPosition,
	placeMarks,
	wavePosition
} from './events';
import { onAxis, tipLine } from './figures';
import { drawing, empty, isCompact, labelStyle, PLACES } from './frame';
import { isHidden, memberName, membersOf, shownInterval, shownValue } from './read';
import { hatchedPlaces } from './shapes';
import { boundsOf, roundScale, type Scale } from './scale';
import { shorten, textWidth } from './text';
import { plotHeight, TIME_LABELS, timeLabels } from './time';
import type { ChartContext, Drawing, Part, Tip } from './types';

const lastShown = (values: readonly (number | null)[]): number =>
	values.findLastIndex((value) => value !== null);

/** How far the names at the ends must move, ours down (or up where negative), not to stand on each other. */
function endShift(
	{ own, rest }: { own: (number | null)[]; rest: (number | null)[] },
	{ min, max }: Scale,
	context: ChartContext
): number {
	const [ours, theirs] = [lastShown(own), lastShown(rest)];
	if (ours < 0 || ours !== theirs) return 0;
	const difference = (own[ours] ?? 0) - (rest[theirs] ?? 0);
	const pixels = (Math.abs(difference) / (max - min)) * plotHeight(context);
	const needed = isCompact(context) ? 34 : 18;
	return pixels >= needed ? 0 : ((needed - pixels) / 2) * (difference > 0 ? -1 : 1);
}

/** Lines over waves: this Quartier with its soft band, the others in grey, named at their ends. */
export function trend(result: IndicatorResult, context: ChartContext): Drawing {
	const definition = result.definitions[0];
	const { times, dimension, own, rest } = courseOf(result);
	if (!definition || times.length === 0) return empty(context);
	const { theme, width } = context;
	const compact = isCompact(context);
	const contrasted = result.query.by.includes('contrast');
	const axis = (row: Row): number | null => {
		const value = shownValue(row);
		return value === null ? null : onAxis(value, definition);
	};
	const band = own.map((row) => shownInterval(row)?.map((one) => onAxis(one, definition)) ?? null);
	const lines = { own: own.map(axis), rest: rest.map(axis) };
	const scale = roundScale(
		[...lines.own, ...lines.rest, ...band.flatMap((one) => one ?? [])].filter(
			(one) => one !== null
		),
		{ steps: compact ? 4 : 5, bounds: boundsOf(definition.unit) }
	);

	const names = {
		own: contrasted ? memberName(result, 'contrast', 'self', context) : '',
		rest: contrasted ? m.chart_rest_short() : ''
	};
	const size = theme.size.text;
	const room = Math.min(compact ? 92 : 170, width * 0.3);
	const endText = (row: Row, name: string): string => {
		const value = shownValue(row);
		if (value === null) return '';
		const figure = valueText(value, definition.unit);
		const rest = room - textWidth(` ${figure}`, size) - 4;
		if (name === '') return figure;
		return compact && textWidth(name, size) > rest
			? `${shorten(name, room, size)}\n${figure}`
			: `${shorten(name, rest, size)} ${figure}`;
	};
	const ends = {
		own: endText(own[lastShown(lines.own)], names.own),
		rest: endText(rest[lastShown(lines.rest)], names.rest)
	};
	const right =
		12 +
		Math.max(
			...[ends.own, ends.rest]
				.flatMap((t) => t.split('\n'))
				.map((t) => textWidth(t, size) * 1.08 + 4)
		);
	const left = 12 + Math.max(...[scale.min, scale.max].map((v) => textWidth(String(v), size)));
	const range = [
		times.length === 1 ? -0.5 : -0.12,
		times.length === 1 ? 0.5 : times.length - 0.88
	] as const;
	const plot = width - left - right;
	const position =
		dimension === 'wave' ? wavePosition(times) : periodPosition(times, result.period ?? 'year');
	const marks = placeMarks(marksOf(context.events, position, range), range, plot, theme.size.small);
	const shownTimes =
		dimension === 'wave'
			? times.map((time) => shorten(time, plot / times.length, theme.size.small))
			: timeLabels(times, result.period ?? 'year', plot);

	const top = Math.max(marksHeight(marks), 10);
	const apart = endShift(lines, scale, context);
	const line = (values: (number | null)[], rows: Row[], end: string, accent: boolean): Part => {
		const colour = accent ? theme.accent : theme.restLine;
		return {
			type: 'line',
			silent: true,
			symbol: 'circle',
			symbolSize: accent ? 8 : 6,
			showSymbol: true,
			lineStyle: { color: colour, width: accent ? 2.5 : 1.75 },
			data: values.map((value, i) => ({
				value: [i, value],
				itemStyle: {
					color: rows[i]?.estimate.protection === 'uncertain' || !accent ? theme.paper : colour,
					borderColor: colour,
					borderWidth: 1.75
				},
				...(i === lastShown(values) && end !== ''
					? {
							label: {
								...labelStyle(theme, accent ? 'accent' : 'secondary'),
								fontWeight: accent ? 650 : 400,
								position: 'right',
								distance: 8,
								offset: [0, accent ? apart : -apart],
								lineHeight: size + 2,
								formatter: () => end
							}
						}
					: {})
			})),
			z: accent ? 5 : 4
		};
	};
	const bandPart = (values: (number | null)[], fill: string | null): Part => ({
		type: 'line',
		silent: true,
		stack: 'band',
		stackStrategy: 'all',
		symbol: 'none',
		lineStyle: { opacity: 0 },
		...(fill === null ? {} : { areaStyle: { color: fill, opacity: 0.75 } }),
		data: values.map((value, i) => [i, value]),
		z: 1
	});
	const tips = times.map((time, i): Tip => {
		const lines = [tipLine(names.own, own[i], definition)];
		if (contrasted) {
			lines.push(tipLine(memberName(result, 'contrast', 'rest', context), rest[i], definition));
		}
		const change = own[i]?.change;
		if (change)
			lines.push({ name: '', value: changeSentence(change, definition.unit), detail: '' });
		return {
			title: dimension === 'wave' ? time : periodText(time, result.period ?? 'year'),
			lines
		};
	});

	return drawing(context, describeChart('trend', result, context), tips, {
		pointer: { type: 'line', snap: true, lineStyle: { color: theme.restLine, type: 'solid' } },
		height: top + plotHeight(context) + TIME_LABELS,
		grid: {
			left,
			right,
			top,
			bottom: TIME_LABELS,
			outerBoundsMode: 'none'
		},
		xAxis: {
			type: 'value',
			min: range[0],
			max: range[1],
			interval: 1,
			axisLine: { show: false },
			axisTick: { show: false },
			splitLine: { show: false },
			axisLabel: { show: false },
			axisPointer: { show: true }
		},
		yAxis: {
			type: 'value',
			...scale,
			axisLine: { show: false },
			axisTick: { show: false },
			axisPointer: { show: false },
			axisLabel: { color: theme.secondary, fontSize: theme.size.small },
			splitLine: { lineStyle: { color: theme.line } }
		},
		series: [
			markSeries(marks, context, 0),
			placesAndTimes(shownTimes, scale.min, context),
			hatchedPlaces(
				own.flatMap((row, at) => (isHidden(row) ? [{ at, word: m.chart_hidden() }] : [])),
				theme,
				{ upright: true, thickness: 24 }
			),
			bandPart(
				band.map((one) => one?.[0] ?? null),
				null
			),
			bandPart(
				band.map((one) => (one ? (one[1] ?? 0) - (one[0] ?? 0) : null)),
				theme.accentSoft
			),
			...(contrasted ? [line(lines.rest, rest, ends.rest, false)] : []),
			line(lines.own, own, ends.own, true)
		]
	});
}

/** One unseen point per time at the foot of the plot, with the name of the time below it. */
const placesAndTimes = (names: readonly string[], foot: number, { theme }: ChartContext): Part => ({
	id: PLACES,
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
		fontFamily: theme.font,
		fontSize: theme.size.small,
		formatter: ({ name }: { name: string }) => name
	}
});
