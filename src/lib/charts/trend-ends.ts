import * as m from '../paraglide/messages';
import { valueOnAxis, type Figure, type TrendModel } from '../presentation';
import { valueText } from '../words';
import { isCompact } from './frame';
import type { AxisScale } from './scale';
import { shorten, textWidth } from './text';
import { plotHeight } from './time';
import type { Size } from './types';

/** What stands at the ends of the lines, the pixels it needs, and how far the two must move apart. */
export type Ends = { own: string; rest: string; width: number; shift: number };

/** The place of the last figure that is shown; −1 where there is none. */
export const lastShown = (figures: readonly (Figure | undefined)[]): number =>
	figures.findLastIndex((figure) => (figure?.value ?? null) !== null);

/** Pixels of a line of text. */
const LINE = 17;

/** Pixels that a value needs beside the one before it. */
const VALUE_ROOM = 38;

/** A value at a point of a line, in words, and on which side of it. */
export type PointLabel = { text: string; position: 'top' | 'bottom' };

/**
 * The values at the points of our line before its end, on the side away from the line of the others;
 * none where they would stand on each other.
 *
 * @param plot pixels across
 */
export function pointLabels(
	figures: readonly (Figure | undefined)[],
	rest: readonly (Figure | undefined)[] | undefined,
	plot: number
): readonly (PointLabel | undefined)[] {
	if (plot / Math.max(figures.length, 1) < VALUE_ROOM) return [];
	const last = lastShown(figures);
	return figures.map((figure, at) => {
		if (at === last || figure?.value === null || figure?.value === undefined) return undefined;
		const other = rest?.[at]?.value ?? null;
		return {
			text: valueText(figure.value, figure.indicator.unit),
			position: other !== null && other > figure.value ? 'bottom' : 'top'
		};
	});
}

/** A name with its last value, in two lines where one is too narrow. */
function endText(
	figures: readonly (Figure | undefined)[],
	name: string,
	room: number,
	size: Size
): string {
	const last = figures[lastShown(figures)];
	if (!last || last.value === null) return '';
	const { text } = size.theme.size;
	const figure = valueText(last.value, last.indicator.unit);
	if (name === '') return figure;
	const left = room - textWidth(` ${figure}`, text) - 4;
	return isCompact(size) && textWidth(name, text) > left
		? `${shorten(name, room, text)}\n${figure}`
		: `${shorten(name, left, text)} ${figure}`;
}

/** How far our name moves down (up where negative), and theirs the other way, not to stand on each other. */
function shiftOf(
	{ series }: TrendModel,
	{ min, max }: AxisScale,
	size: Size,
	texts: Pick<Ends, 'own' | 'rest'>
): number {
	const [own = [], rest] = series.map(({ figures }) => figures);
	const last = lastShown(own);
	if (!rest || last < 0 || last !== lastShown(rest)) return 0;
	const difference = (valueOnAxis(own[last]) ?? 0) - (valueOnAxis(rest[last]) ?? 0);
	const pixels = (Math.abs(difference) / (max - min)) * plotHeight(size);
	const lines = texts.own.split('\n').length + texts.rest.split('\n').length;
	const needed = (lines * LINE) / 2 + 1;
	return pixels >= needed ? 0 : ((needed - pixels) / 2) * (difference > 0 ? -1 : 1);
}

/** The names at the ends of the lines, instead of a legend. */
export function endsOf(model: TrendModel, scale: AxisScale, size: Size): Ends {
	const { series, categories } = model;
	const [first, rest] = series;
	const room = Math.min(isCompact(size) ? 92 : 170, size.width * 0.3);
	const until = categories.at(-1)?.until;
	const own = first ? endText(first.figures, first.name, room, size) : '';
	const isOpen = until !== undefined && lastShown(first?.figures ?? []) === categories.length - 1;
	const texts = {
		own: isOpen ? `${own}\n${until}` : own,
		rest: rest ? endText(rest.figures, m.chart_rest_short(), room, size) : ''
	};
	const lines = Object.values(texts).flatMap((text) => text.split('\n'));
	const width =
		12 + Math.max(...lines.map((line) => textWidth(line, size.theme.size.text) * 1.08 + 4));
	return { ...texts, width, shift: shiftOf(model, scale, size, texts) };
}
