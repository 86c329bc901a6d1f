import {
	absenceInPicture,
	isHidden,
	valueOnAxis,
	type Figure,
	type RowsModel
} from '../presentation';
import * as m from '../paraglide/messages';
import { marginText, number, valueText } from '../words';
import { drawing, FAINT, hatch, isCompact, isFaint, labels, places } from './frame';
import { intervalsByRow, rowAxis, rowLayout, setOff, valuesByRow } from './rows';
import { boundsOf, roundScale } from './scale';
import { ticks, whiskers } from './shapes';
import { textWidth } from './text';
import { fontOf } from './theme';
import type { ChartContext, Drawing, Kind, Size } from './types';

/** Value and interval at the end of a bar, and of a share the number that it is one of. */
function endText(figure: Figure | undefined): { value: string; base: string } {
	if (!figure) return { value: '', base: '' };
	const { value, indicator, n } = figure;
	if (value === null) return { value: absenceInPicture(figure), base: '' };
	// Of a complete count n is what was counted, not what it is a share of.
	const isShare = indicator.unit === 'percent' && !indicator.completeCount;
	return {
		value: `${valueText(value, indicator.unit)} ${marginText(figure, indicator.unit)}`.trim(),
		base: isShare && n !== null ? m.source_n({ n: number(n) }) : ''
	};
}

const HIDDEN_SHARE = 0.12;
const GAP = 8;
const BOTTOM = 8;

const layoutOf = ({ categories }: RowsModel, size: Size) =>
	rowLayout(
		categories.map(({ name }) => name),
		size
	);

function height(model: RowsModel, size: Size): number {
	const { height: row, top } = layoutOf(model, size);
	return model.categories.length * row + top + BOTTOM;
}

function draw(model: RowsModel, context: ChartContext): Drawing {
	const { theme } = context;
	const { categories, series } = model;
	const figures = series[0]?.figures ?? [];
	const layout = layoutOf(model, context);
	const own = figures.map(valueOnAxis);
	const intervals = intervalsByRow(figures);
	const rest = valuesByRow(series[1]?.figures ?? []);
	const scale = roundScale(
		[...own, ...intervals.map(([, high]) => high), ...rest.map(([value]) => value)].filter(
			(one) => one !== null
		),
		{ zero: true, bounds: boundsOf(categories[0]?.unit ?? '') }
	);
	const most = Math.max(
		...own.map((one) => one ?? 0),
		...intervals.map(([, high]) => high),
		...rest.map(([value]) => value)
	);
	const max = most > 0 ? most : scale.max;
	const min = Math.min(scale.min, 0);
	const texts = figures.map(endText);
	const end = (row: number): number => {
		const interval = intervals.find((one) => one[2] === row);
		const tick = rest.find((one) => one[1] === row)?.[0] ?? 0;
		const bar = isHidden(figures[row]) ? max * HIDDEN_SHARE : (own[row] ?? 0);
		return Math.max(interval?.[1] ?? 0, bar, tick);
	};
	const { text, small } = theme.size;
	const right =
		14 +
		Math.max(
			...texts.map(
				({ value, base }) =>
					textWidth(value, text) * 1.08 + (base ? textWidth(base, small) * 1.08 + GAP : 0)
			)
		);
	return drawing(model, context, {
		pointer: { type: 'shadow', shadowStyle: { color: theme.secondary, opacity: 0.08 } },
		height: height(model, context),
		grid: {
			left: layout.labelWidth || 1,
			right,
			top: layout.top,
			bottom: BOTTOM,
			outerBoundsMode: 'none'
		},
		xAxis: { type: 'value', show: false, min, max },
		yAxis: rowAxis(layout, context, setOff(model)),
		series: [
			places(categories.map((_, row) => [0, row])),
			{
				type: 'bar',
				silent: true,
				barWidth: isCompact(context) ? 14 : 18,
				data: categories.map(({ accent, target }, row) => ({
					value: own[row] ?? null,
					itemStyle: {
						color: accent ? theme.accent : theme.rest,
						opacity: isFaint(target, context) ? FAINT : 1,
						borderRadius: [0, 3, 3, 0]
					}
				}))
			},
			{
				type: 'bar',
				silent: true,
				barWidth: isCompact(context) ? 14 : 18,
				barGap: '-100%',
				itemStyle: hatch(theme),
				data: figures.map((figure) => (isHidden(figure) ? max * HIDDEN_SHARE : null))
			},
			ticks(rest, theme, 22),
			whiskers(intervals, theme),
			labels(
				texts.map(({ value, base }, row) => ({
					value: [end(row), row],
					name: base === '' ? value : `${value}{base|${base}}`,
					label:
						own[row] === null
							? { color: theme.secondary, fontWeight: 400 }
							: { color: theme.ink, fontWeight: 600 }
				})),
				{
					position: 'right',
					...fontOf(theme, 'text'),
					rich: {
						base: {
							...fontOf(theme, 'small'),
							color: theme.secondary,
							fontWeight: 400,
							padding: [0, 0, 0, GAP]
						}
					}
				}
			)
		]
	});
}

/** Horizontal bars from zero, sorted, with the value at the end and the interval as a thin line. */
export const bars: Kind<RowsModel> = { height, draw };
