import * as m from '../paraglide/messages';
import type { FlowModel, PeriodCategory, StackedModel } from '../presentation';
import { marksHeight, markSeries, placeMarks, type PlacedMark } from './events';
import { FAINT, isCompact, isFaint, labelStyle, places } from './frame';
import { legendHeight } from './legend';
import type { AxisScale } from './scale';
import { textWidth } from './text';
import { plotHeight, TIME_LABELS, timeLabels } from './time';
import { fontOf } from './theme';
import type { ChartContext, OptionPart, Size } from './types';
import { valueAxis } from './value-axis';

type PeriodsModel = StackedModel | FlowModel;

/** Space for the columns of a chart over periods, with the marks of events above it. */
export type ColumnFrame = {
	/** of the periods */
	count: number;
	left: number;
	right: number;
	plot: number;
	top: number;
	/** of all */
	height: number;
	marks: PlacedMark[];
};

/** How a chart over periods divides its width and height; `names` are those of its legend. */
export function columnFrame(
	{ categories, range, marks }: PeriodsModel,
	size: Size,
	{ scale, names, right }: { scale: AxisScale; names: readonly string[]; right: number }
): ColumnFrame {
	const { width, theme } = size;
	const { text, small } = theme.size;
	const left = 10 + Math.max(...[scale.min, scale.max].map((v) => textWidth(String(v), text)));
	const plot = width - left - right;
	const placed = placeMarks(marks, range, plot, small);
	const top = legendHeight(names, width, small) + marksHeight(placed) + 10;
	const height = top + plotHeight(size) + TIME_LABELS;
	return { count: categories.length, left, right, plot, top, height, marks: placed };
}

/** Grid and axes of a chart over periods; a second, unseen axis takes days between the columns. */
export function columnAxes(
	{ left, right, top, height, plot }: ColumnFrame,
	{ categories, unit, range }: PeriodsModel,
	{ theme }: ChartContext,
	scale: AxisScale
): OptionPart & { height: number } {
	const names = timeLabels(
		categories.map(({ period }) => period),
		unit,
		plot
	);
	return {
		height,
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
				min: range[0],
				max: range[1],
				axisPointer: { show: false }
			}
		],
		yAxis: valueAxis(scale, theme, { signless: true })
	};
}

/** The series that every chart over periods starts with: events, and a point in each place. */
export const columnBackground = (
	{ marks, count }: ColumnFrame,
	context: ChartContext
): OptionPart[] => [
	markSeries(marks, context, 1),
	places(Array.from({ length: count }, (_, i) => [i, 0] as const))
];

/** How much of its colour the column of a period has that is not over. */
const UNFINISHED = 0.55;

/** The value of a column, pale where another stretch of time is picked, and where its own is not over. */
export function paled(
	value: number | null,
	{ target, until }: Pick<PeriodCategory, 'target' | 'until'>,
	context: Pick<ChartContext, 'picked'>
): OptionPart | number | null {
	if (value === null) return null;
	if (isFaint(target, context)) return { value, itemStyle: { opacity: FAINT } };
	return until !== undefined ? { value, itemStyle: { opacity: UNFINISHED } } : value;
}

/** The word on a hatched place, where the column is wide enough for it. */
export const hiddenLabel = (
	{ plot, count }: ColumnFrame,
	context: ChartContext,
	position: 'top' | 'bottom'
): OptionPart => {
	const word = m.chart_hidden();
	const fits = (plot / Math.max(count, 1)) * 0.95 > textWidth(word, context.theme.size.small);
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
