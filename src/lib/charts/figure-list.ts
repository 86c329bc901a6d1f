import { absenceInPicture, type Figure, type RowsModel } from '../presentation';
import { intervalText, marginText, valueText } from '../words';
import { drawing, places } from './frame';
import { rowAxis, rowColumn, rowLayout, type RowLayout } from './rows';
import { textWidth } from './text';
import { fontOf } from './theme';
import type { ChartContext, Drawing, Kind, OptionPart, Size } from './types';

const BOTTOM = 8;
const GAP = 10;

/** Value and uncertainty of a figure; of an amount between two bounds, the bounds. */
function wordsOf(figure: Figure | undefined): { value: string; margin: string } {
	if (!figure || figure.value === null)
		return { value: '', margin: figure ? absenceInPicture(figure) : '' };
	const { value, low, high, indicator } = figure;
	const margin =
		indicator.completeCount && low !== null && high !== null
			? `(${intervalText(low, high, indicator.unit)})`
			: marginText(figure, indicator.unit);
	return { value: valueText(value, indicator.unit), margin };
}

/** Names of figures begin at the left, as in a list. */
const leftAligned = (axis: OptionPart, { compact, labelWidth }: RowLayout): OptionPart =>
	compact
		? axis
		: {
				...axis,
				axisLabel: { ...(axis['axisLabel'] as OptionPart), align: 'left', margin: labelWidth }
			};

/** Names, values and what surrounds them: how they share the width. */
function layoutOf({ categories, series }: RowsModel, size: Size) {
	const { text, small } = size.theme.size;
	const words = (series[0]?.figures ?? []).map(wordsOf);
	const wide = (texts: readonly string[], of: number) =>
		Math.ceil(Math.max(0, ...texts.map((one) => textWidth(one, of) * 1.2)));
	const valueWidth = wide(
		words.map(({ value }) => value),
		text
	);
	const marginWidth = wide(
		words.map(({ margin }) => margin),
		small
	);
	const column = valueWidth + marginWidth + GAP;
	const rows = rowLayout(
		categories.map(({ name }) => name),
		size,
		{ reserve: Math.min(0.7, (column + GAP) / size.width), column }
	);
	return { words, valueWidth, marginWidth, column, rows };
}

function height(model: RowsModel, size: Size): number {
	const { rows } = layoutOf(model, size);
	return model.categories.length * (rows.compact ? 46 : rows.height) + rows.top + BOTTOM;
}

function draw(model: RowsModel, context: ChartContext): Drawing {
	const { theme } = context;
	const { words, valueWidth, marginWidth, column, rows } = layoutOf(model, context);
	const style = { ...fontOf(theme, 'text'), color: theme.ink, fontWeight: 650 };
	const quiet = { ...fontOf(theme, 'small'), color: theme.secondary };
	return drawing(model, context, {
		pointer: { type: 'none' },
		height: height(model, context),
		grid: {
			left: rows.labelWidth || 8,
			right: rows.compact ? 6 : column + 6,
			top: rows.top,
			bottom: BOTTOM,
			outerBoundsMode: 'none'
		},
		xAxis: { type: 'value', show: false, min: 0, max: 1 },
		yAxis: [
			leftAligned(rowAxis(rows, context), rows),
			rowColumn(
				words.map(({ value, margin }) => `{value|${value}}{gap|}{margin|${margin}}`),
				rows,
				context,
				{
					rich: {
						value: { ...style, width: valueWidth, align: 'right' },
						// All of them to the right: what stands between two sides would be centred.
						gap: { ...quiet, width: GAP, align: 'right' },
						margin: { ...quiet, width: marginWidth, align: 'right' }
					},
					width: column
				}
			)
		],
		series: [places(model.categories.map((_, row) => [0, row]))]
	});
}

/** Figures in different units below each other: name, value and uncertainty. */
export const figureList: Kind<RowsModel> = { height, draw };
