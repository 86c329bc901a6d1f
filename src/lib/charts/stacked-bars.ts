import type { Dimension, IndicatorResult, IndicatorRow } from '../domain';
import * as m from '../paraglide/messages';
import {
	columnAxes,
	columnBackground,
	columnFrame,
	hiddenLabel,
	paled,
	periodTitle
} from './columns';
import { describeChart } from './describe';
import { countLines, tipLine } from './figures';
import { drawing, empty, hatch, legend } from './frame';
import { isHidden, memberName, membersOf, nameOf, otherDimensions, shownValue } from './read';
import { roundScale } from './scale';
import type { ChartContext, Drawing, Part, Tip } from './types';

/** The dimension whose members are stacked; undefined where there is one column per period. */
const stackedBy = (result: IndicatorResult): Dimension | undefined =>
	otherDimensions(result).find((dimension) => dimension !== 'period');

/**
 * Columns of a count over periods, stacked by service area in the order of the members. What is
 * hidden stands on top of its column as a hatched place whose size says nothing.
 */
export function stackedBars(result: IndicatorResult, context: ChartContext): Drawing {
	const definition = result.definitions[0];
	const periods = membersOf(result, 'period');
	if (!definition || periods.length === 0) return empty(context);
	const { theme } = context;
	const dimension = stackedBy(result);
	const parts = dimension ? membersOf(result, dimension) : [''];
	const names = parts.map((part) =>
		dimension ? memberName(result, dimension, part, context) : nameOf(definition)
	);
	const rows = result.rows.filter(
		(row) => row.indicator === definition.id && row.dimensions.contrast !== 'rest'
	);
	const cell = (period: string, part: string): IndicatorRow | undefined =>
		rows.find(
			(row) =>
				row.dimensions.period === period && (!dimension || row.dimensions[dimension] === part)
		);
	const sums = periods.map((period) =>
		parts.reduce((sum, part) => sum + (shownValue(cell(period, part)) ?? 0), 0)
	);
	const anyHidden = rows.some(isHidden);
	const most = Math.max(...sums, 1);
	// Not a figure: just tall enough for the pattern to be seen.
	const placeholder = Math.max(most * 0.08, 0.5);
	const hiddenIn = (period: string) => parts.some((part) => isHidden(cell(period, part)));
	const scale = roundScale(
		sums.map((sum, i) => sum + (hiddenIn(periods[i] ?? '') ? placeholder : 0)),
		{ zero: true, whole: definition.unit === 'count', steps: 4 }
	);
	const legendNames = [...(dimension ? names : []), ...(anyHidden ? [m.chart_hidden()] : [])];
	const frame = columnFrame(result, context, { scale, names: legendNames, right: 8 });
	const column = (values: (Part | number | null)[], name: string, style: Part): Part => ({
		type: 'bar',
		name,
		stack: 'all',
		silent: true,
		barCategoryGap: '22%',
		barMaxWidth: 44,
		itemStyle: style,
		data: values
	});
	const tips = () =>
		periods.map((period): Tip => ({
			title: periodTitle(result, period),
			at: { dimension: 'period', value: period },
			lines: countLines(
				parts.map((part, i) =>
					tipLine(dimension ? (names[i] ?? '') : '', cell(period, part), definition)
				)
			)
		}));
	return drawing(context, describeChart('stackedBars', result, context), tips, {
		pointer: { type: 'shadow', shadowStyle: { color: theme.secondary, opacity: 0.08 } },
		legend: legend(legendNames, context),
		...columnAxes(frame, result, context, scale),
		series: [
			...columnBackground(frame, context),
			...parts.map((part, i) =>
				column(
					periods.map((period) =>
						paled(shownValue(cell(period, part)) || null, period, context, result)
					),
					names[i] ?? '',
					{
						color: dimension ? theme.areas[i % theme.areas.length] : theme.accent,
						borderColor: theme.paper,
						borderWidth: 0.75
					}
				)
			),
			...(anyHidden
				? [
						{
							...column(
								periods.map((period) => (hiddenIn(period) ? placeholder : null)),
								m.chart_hidden(),
								hatch(theme)
							),
							label: hiddenLabel(frame, context, 'top')
						}
					]
				: [])
		]
	});
}
