import {
	intervalOnAxis,
	valueOnAxis,
	withoutHeading,
	type Figure,
	type RowsModel
} from '../presentation';
import { isCompact } from './frame';
import { textWidth, wrap } from './text';
import { fontOf } from './theme';
import type { ChartContext, OptionPart } from './types';

/** Where the parts of a chart of rows stand: labels on the left, or above each row when compact. */
export type RowLayout = {
	compact: boolean;
	height: number;
	/** pixels above the first row */
	top: number;
	/** pixels on the left that belong to the labels */
	labelWidth: number;
	lines: string[][];
};

const PADDING = 14;

/** Height of a row with names of one line, of two, and the same above it; a long list stands closer together. */
const ROW = { one: 34, two: 40, above: 46, aboveInTwo: 58 };
const DENSE = { one: 26, two: 33, above: 40 };
const MANY = 10;
/** Above the first row, and what a second line of its name takes there. */
const TOP = { one: 4, two: 20 };

/** A name without the heading of its topic, such as `Wohnumfeld: Müllplatz`, where there is no room for both. */
const shortened = (name: string, room: number, size: number): string =>
	textWidth(name, size) <= room ? name : withoutHeading(name);

/**
 * How labels and rows share the width. `reserve` is the share that must stay
 * for the drawing, `column` what stands above the rows on the right when compact, in pixels.
 */
export function rowLayout(
	names: readonly string[],
	{ width, theme }: Pick<ChartContext, 'width' | 'theme'>,
	{ reserve = 0.6, column = 0 }: { reserve?: number; column?: number } = {}
): RowLayout {
	const size = theme.size.text;
	if (isCompact({ width })) {
		const room = width - column - 12;
		const isMany = names.length > MANY;
		const lines = names.map((name) =>
			wrap(shortened(name, room, size), room, size, isMany ? 1 : 2)
		);
		const isHigh = lines.some((one) => one.length > 1);
		const height = isMany ? DENSE.above : isHigh ? ROW.aboveInTwo : ROW.above;
		const top = (lines[0]?.length ?? 0) > 1 ? TOP.two : TOP.one;
		return { compact: true, height, top, labelWidth: 0, lines };
	}
	const wanted = Math.max(...names.map((name) => textWidth(name, size) * 1.04 + 2), 40);
	const labelWidth = Math.min(wanted, width * (1 - reserve) - PADDING, 300);
	const lines = names.map((name) => wrap(name, labelWidth, size, 2));
	const room = names.length > MANY ? DENSE : ROW;
	const height = lines.some((one) => one.length > 1) ? room.two : room.one;
	return { compact: false, height, top: TOP.one, labelWidth: labelWidth + PADDING, lines };
}

/** Where labels stand when compact: on top of their row. */
const above = (compact: boolean): OptionPart =>
	compact ? { verticalAlign: 'bottom', padding: [0, 0, 10, 0] } : {};

/** The axis with the names of the rows, the first on top. */
export const rowAxis = (
	{ compact, lines }: RowLayout,
	{ theme }: ChartContext,
	emphasised: readonly boolean[] = []
): OptionPart => ({
	type: 'category',
	inverse: true,
	data: lines.map((one, i) => ({
		value: one.join('\n'),
		...(emphasised[i]
			? { textStyle: { ...above(compact), color: theme.accent, fontWeight: 600 } }
			: {})
	})),
	axisLine: { show: false },
	axisTick: { show: false },
	splitLine: { show: false },
	axisLabel: {
		interval: 0,
		hideOverlap: false,
		color: theme.ink,
		...fontOf(theme, 'text'),
		margin: compact ? 0 : PADDING,
		...(compact ? { inside: true, align: 'left' } : {}),
		...above(compact)
	},
	z: 4
});

/** A column of texts to the right of the rows, or above them on the right when compact. */
export const rowColumn = (
	texts: readonly string[],
	{ compact }: RowLayout,
	{ theme }: ChartContext,
	{ rich, heading, width }: { rich: OptionPart; heading?: string; width: number }
): OptionPart => ({
	type: 'category',
	inverse: true,
	position: 'right',
	data: texts,
	axisLine: { show: false },
	axisTick: { show: false },
	axisPointer: { show: false },
	...(heading === undefined || compact
		? {}
		: {
				name: heading,
				nameLocation: 'start',
				nameGap: 8,
				nameTextStyle: {
					color: theme.secondary,
					...fontOf(theme, 'small'),
					align: 'right',
					padding: [0, -width, 0, 0]
				}
			}),
	axisLabel: {
		interval: 0,
		hideOverlap: false,
		color: theme.ink,
		...fontOf(theme, 'text'),
		align: 'right',
		rich,
		...(compact ? { inside: true, margin: 0, ...above(true) } : { margin: width })
	},
	z: 4
});

/** Colours of better, worse and neither, as rich text styles. */
export const toneStyles = ({ theme }: ChartContext): Record<string, OptionPart> => {
	const style = { ...fontOf(theme, 'text'), fontWeight: 600 };
	return {
		better: { ...style, color: theme.better },
		worse: { ...style, color: theme.worse },
		neutral: { ...style, color: theme.ink },
		quiet: { ...style, fontWeight: 400, ...fontOf(theme, 'small'), color: theme.secondary }
	};
};

/** The intervals that are shown, as `[low, high, row]` on the axis. */
export const intervalsByRow = (
	figures: readonly (Figure | undefined)[]
): [number, number, number][] =>
	figures.flatMap((figure, row): [number, number, number][] => {
		const interval = intervalOnAxis(figure);
		return interval ? [[...interval, row]] : [];
	});

/** The values that are shown, as `[value, row]` on the axis. */
export const valuesByRow = (figures: readonly (Figure | undefined)[]): [number, number][] =>
	figures.flatMap((figure, row): [number, number][] => {
		const value = valueOnAxis(figure);
		return value === null ? [] : [[value, row]];
	});

/** Which rows are set off: none where all would be. */
export const setOff = ({ categories }: RowsModel): boolean[] => {
	const all = categories.every(({ accent }) => accent);
	return categories.map(({ accent }) => accent && !all);
};
