import type { IndicatorResult } from '../domain';
import * as m from '../paraglide/messages';
import { valueText } from '../words';
import { isCompact } from './frame';
import { memberName, shownValue } from './read';
import type { AxisScale } from './scale';
import { shorten, textWidth } from './text';
import { plotHeight } from './time';
import type { Course, Line } from './trend-data';
import type { ChartContext } from './types';

/** What stands at the ends of the lines, the pixels it needs, and how far the two must move apart. */
export type Ends = { own: string; rest: string; width: number; shift: number };

/** A name with its last value, in two lines where one is too narrow. */
function endText(line: Line, name: string, course: Course, room: number, context: ChartContext) {
	const value = shownValue(line.rows[line.last]);
	if (value === null) return '';
	const size = context.theme.size.text;
	const figure = valueText(value, course.definition.unit);
	if (name === '') return figure;
	const left = room - textWidth(` ${figure}`, size) - 4;
	return isCompact(context) && textWidth(name, size) > left
		? `${shorten(name, room, size)}\n${figure}`
		: `${shorten(name, left, size)} ${figure}`;
}

/** How far our name moves down (up where negative), and theirs the other way, not to stand on each other. */
function shiftOf({ own, rest }: Course, { min, max }: AxisScale, context: ChartContext): number {
	if (!rest || own.last < 0 || own.last !== rest.last) return 0;
	const difference = (own.values[own.last] ?? 0) - (rest.values[rest.last] ?? 0);
	const pixels = (Math.abs(difference) / (max - min)) * plotHeight(context);
	const needed = isCompact(context) ? 34 : 18;
	return pixels >= needed ? 0 : ((needed - pixels) / 2) * (difference > 0 ? -1 : 1);
}

/** The names at the ends of the lines, instead of a legend. */
export function endsOf(
	course: Course,
	scale: AxisScale,
	result: IndicatorResult,
	context: ChartContext
): Ends {
	const { own, rest } = course;
	const size = context.theme.size.text;
	const room = Math.min(isCompact(context) ? 92 : 170, context.width * 0.3);
	const name = rest ? memberName(result, 'contrast', 'self', context) : '';
	const texts = {
		own: endText(own, name, course, room, context),
		rest: rest ? endText(rest, m.chart_rest_short(), course, room, context) : ''
	};
	const lines = Object.values(texts).flatMap((text) => text.split('\n'));
	const width = 12 + Math.max(...lines.map((line) => textWidth(line, size) * 1.08 + 4));
	return { ...texts, width, shift: shiftOf(course, scale, context) };
}
