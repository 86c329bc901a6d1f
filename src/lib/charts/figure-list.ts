import type { IndicatorResult } from '../domain';
import { intervalText, marginText, valueText } from '../words';
import { describeChart } from './describe';
import { absenceInPicture, changeLine, tipLine } from './figures';
import { drawing, empty, isCompact, places } from './frame';
import { entriesOf, shownValue, type Entry } from './read';
import { rowAxis, rowColumn, rowLayout, type RowLayout } from './rows';
import { textWidth } from './text';
import { fontOf } from './theme';
import type { ChartContext, Drawing, Part, Tip } from './types';

const TOP = 4;
const BOTTOM = 8;
const GAP = 10;

/** Value and uncertainty of a figure; of an amount between two bounds, the bounds. */
function wordsOf({ own, definition }: Entry): { value: string; margin: string } {
	const value = shownValue(own);
	if (!own || value === null)
		return { value: '', margin: own ? absenceInPicture(own.estimate, definition) : '' };
	const { low, high } = own.estimate;
	const range =
		definition.completeCount && low !== null && high !== null
			? `(${intervalText(low, high, definition.unit)})`
			: marginText(own.estimate, definition.unit);
	return { value: valueText(value, definition.unit), margin: range };
}

/** Names of figures begin at the left, as in a list. */
const leftAligned = (axis: Part, { compact, labelWidth }: RowLayout): Part =>
	compact
		? axis
		: { ...axis, axisLabel: { ...(axis['axisLabel'] as Part), align: 'left', margin: labelWidth } };

/** Figures in different units below each other: name, value and uncertainty. */
export function figureList(result: IndicatorResult, context: ChartContext): Drawing {
	const entries = entriesOf(result, context);
	if (entries.length === 0) return empty(context);
	const { theme } = context;
	const words = entries.map(wordsOf);
	const wide = (texts: readonly string[], size: number) =>
		Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size) * 1.2)));
	const valueWidth = wide(
		words.map(({ value }) => value),
		theme.size.text
	);
	const marginWidth = wide(
		words.map(({ margin }) => margin),
		theme.size.small
	);
	const column = valueWidth + marginWidth + GAP;
	const layout = rowLayout(
		entries.map(({ name }) => name),
		context,
		{ reserve: Math.min(0.7, (column + GAP) / context.width), column }
	);
	const style = { ...fontOf(theme, 'text'), color: theme.ink, fontWeight: 650 };
	const quiet = { ...fontOf(theme, 'small'), color: theme.secondary };
	return drawing(
		context,
		describeChart('figures', result, context),
		() =>
			entries.map(({ name, own, definition, target }): Tip => ({
				title: name,
				at: target,
				lines: [tipLine('', own, definition), ...changeLine(own, definition)]
			})),
		{
			pointer: { type: 'none' },
			height: entries.length * (isCompact(context) ? 46 : layout.height) + TOP + BOTTOM,
			grid: {
				left: layout.labelWidth || 8,
				right: layout.compact ? 6 : column + 6,
				top: TOP,
				bottom: BOTTOM,
				outerBoundsMode: 'none'
			},
			xAxis: { type: 'value', show: false, min: 0, max: 1 },
			yAxis: [
				leftAligned(rowAxis(layout, context), layout),
				rowColumn(
					words.map(({ value, margin }) => `{value|${value}}{gap|}{margin|${margin}}`),
					layout,
					context,
					{
						rich: {
							value: { ...style, width: valueWidth, align: 'right' },
							gap: { ...quiet, width: GAP },
							margin: { ...quiet, width: marginWidth, align: 'left' }
						},
						width: column
					}
				)
			],
			series: [places(entries.map((_, row) => [0, row]))]
		}
	);
}
