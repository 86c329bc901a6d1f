import type { IndicatorResult } from '../domain';
import { dateText, periodText } from '../words';
import * as m from '../paraglide/messages';
import {
	marksHeight,
	marksOf,
	markSeries,
	periodPosition,
	placeMarks,
	type PlacedMark
} from './events';
import { isCompact, labelStyle, legendHeight, places } from './frame';
import { FAINT, isFaint, membersOf } from './read';
import type { AxisScale } from './scale';
import { textWidth } from './text';
import { plotHeight, TIME_LABELS, timeLabels } from './time';
import { fontOf } from './theme';
import type { ChartContext, Part } from './types';
import { valueAxis } from './value-axis';

/** Space for the columns of a chart over periods, with the marks of events above it. */
export type ColumnFrame = {
	periods: string[];
	left: number;
	right: number;
	plot: number;
	top: number;
	marks: PlacedMark[];
};

/** How a chart over periods divides its width and height; `names` are those of its legend. */
export function columnFrame(
	result: IndicatorResult,
	context: ChartContext,
	{ scale, names, right }: { scale: AxisScale; names: readonly string[]; right: number }
): ColumnFrame {
	const { width, theme } = context;
	const periods = membersOf(result, 'period');
	const left =
		10 + Math.max(...[scale.min, scale.max].map((v) => textWidth(String(v), theme.size.text)));
	const plot = width - left - right;
	const range = [-0.5, periods.length - 0.5] as const;
	const position = periodPosition(periods, result.period ?? 'year');
	const marks = placeMarks(marksOf(context.events, position, range), range, plot, theme.size.small);
	const top = legendHeight(names, width, theme.size.small) + marksHeight(marks) + 10;
	return { periods, left, right, plot, top, marks };
}

/** Grid and axes of a chart over periods; a second, unseen axis takes days between the columns. */
export function columnAxes(
	{ periods, left, right, top, plot }: ColumnFrame,
	result: IndicatorResult,
	context: ChartContext,
	scale: AxisScale
): Part & { height: number } {
	const { theme } = context;
	const names = timeLabels(periods, result.period ?? 'year', plot);
	return {
		height: top + plotHeight(context) + TIME_LABELS,
		grid: { left, right, top, bottom: TIME_LABELS, outerBoundsMode: 'none' },
		xAxis: [
			{
				type: 'category',
				data: names,
				axisLine: { lineStyle: { color: theme.restLine, width: 1 } },
				axisTick: { show: false },
				axisLabel: {
					color: theme.secondary,
					...fontOf(theme, 'small'),
					interval: 0,
					hideOverlap: false
				}
			},
			{
				type: 'value',
				show: false,
				min: -0.5,
				max: periods.length - 0.5,
				axisPointer: { show: false }
			}
		],
		yAxis: valueAxis(scale, theme, { signless: true })
	};
}

/** The series that every chart over periods starts with: events, and a point in each place. */
export const columnBackground = (
	{ marks, periods }: ColumnFrame,
	context: ChartContext
): Part[] => [markSeries(marks, context, 1), places(periods.map((_, i) => [i, 0]))];

/** The value of a column, pale where another stretch of time is picked, and where its own is not over. */
export function paled(
	value: number | null,
	period: string,
	context: Pick<ChartContext, 'picked'>,
	result: IndicatorResult
): Part | number | null {
	if (value === null) return null;
	if (isFaint({ dimension: 'period', value: period }, context))
		return { value, itemStyle: { opacity: FAINT } };
	return isUnfinished(result, period) ? { value, itemStyle: { opacity: UNFINISHED } } : value;
}

/** How much of its colour the column of a period has that is not over. */
const UNFINISHED = 0.55;

/** Whether a period is the last one, and the figures do not reach to its end. */
const isUnfinished = (result: IndicatorResult, period: string): boolean =>
	result.notes.includes('incomplete-period') && period === membersOf(result, 'period').at(-1);

/** A period in words, with the day up to which it is covered where that is not its last one. */
export function periodTitle(result: IndicatorResult, period: string): string {
	const unit = result.period ?? 'year';
	const name = periodText(period, unit);
	return isUnfinished(result, period) && result.coverage
		? `${name}, ${m.chart_until({ date: dateText(result.coverage.to) })}`
		: name;
}

/** The word on a hatched place, where the column is wide enough for it. */
export const hiddenLabel = (
	{ plot, periods }: ColumnFrame,
	context: ChartContext,
	position: 'top' | 'bottom'
): Part => {
	const word = m.chart_hidden();
	const fits =
		(plot / Math.max(periods.length, 1)) * 0.95 > textWidth(word, context.theme.size.small);
	return fits && !isCompact(context)
		? {
				...labelStyle(context.theme, 'secondary'),
				...fontOf(context.theme, 'small'),
				position,
				distance: 3,
				formatter: () => word
			}
		: { show: false };
};
