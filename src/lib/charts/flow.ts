import type { IndicatorResult, IndicatorRow } from '../domain';
import * as m from '../paraglide/messages';
import { valueText } from '../words';
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
import { drawing, empty, hatch, labelStyle, legend } from './frame';
import { definitionIn, isHidden, membersOf, nameOf, shownValue } from './read';
import { roundScale } from './scale';
import { textWidth } from './text';
import type { ChartContext, Drawing, Part, Tip } from './types';

/** New cases upwards, closed ones downwards, and the cases open at the end of each period as a line. */
export function flow(result: IndicatorResult, context: ChartContext): Drawing {
	const periods = membersOf(result, 'period');
	if (periods.length === 0) return empty(context);
	const { theme } = context;
	const series = (id: string): (IndicatorRow | undefined)[] =>
		periods.map((period) =>
			result.rows.find(
				(row) =>
					row.indicator === id &&
					row.dimensions.period === period &&
					row.dimensions.contrast !== 'rest'
			)
		);
	const [opened, closed, open] = [
		series('new-cases'),
		series('closed-cases'),
		series('open-cases')
	];
	const values = {
		opened: opened.map(shownValue),
		closed: closed.map(shownValue),
		open: open.map(shownValue)
	};
	const most = Math.max(
		...[...values.opened, ...values.closed, ...values.open].map((one) => one ?? 0),
		1
	);
	const placeholder = Math.max(most * 0.06, 0.5);
	const hiddenUp = opened.some(isHidden);
	const hiddenDown = closed.some(isHidden);
	const hiddenLine = open.some(isHidden);
	const scale = roundScale(
		[
			...values.opened.map((one) => one ?? 0),
			...values.closed.map((one) => -(one ?? 0)),
			...values.open.map((one) => one ?? 0),
			...(hiddenUp ? [placeholder] : []),
			...(hiddenDown ? [-placeholder] : [])
		],
		{ zero: true, whole: true }
	);
	const last = values.open.findLastIndex((one) => one !== null);
	const stock = values.open[last] ?? null;
	const end = stock === null ? '' : valueText(stock, 'count');
	const names = {
		opened: m.chart_new(),
		closed: m.chart_closed(),
		open: m.chart_open(),
		hidden: m.chart_hidden()
	};
	const legendNames = [
		names.opened,
		names.closed,
		names.open,
		...(hiddenUp || hiddenDown || hiddenLine ? [names.hidden] : [])
	];
	const right = 12 + textWidth(end, theme.size.text) * 1.1;
	const frame = columnFrame(result, context, { scale, names: legendNames, right });
	const bar = (
		data: (Part | number | null)[],
		name: string,
		style: Part,
		more: Part = {}
	): Part => ({
		type: 'bar',
		name,
		stack: 'flow',
		silent: true,
		barCategoryGap: '28%',
		barMaxWidth: 40,
		itemStyle: style,
		data,
		...more
	});
	const tips = () =>
		periods.map((period, i): Tip => ({
			title: periodTitle(result, period),
			at: { dimension: 'period', value: period },
			lines: countLines(
				[opened[i], closed[i], open[i]].flatMap((row) => {
					if (!row) return [];
					const definition = definitionIn(result, row.indicator);
					return [tipLine(nameOf(definition), row, definition)];
				})
			)
		}));
	return drawing(context, describeChart('flow', result, context), tips, {
		pointer: { type: 'shadow', shadowStyle: { color: theme.secondary, opacity: 0.08 } },
		legend: legend(
			legendNames.map((name) =>
				name === names.open ? { name, icon: 'path://M0,5h12v2h-12z' } : name
			),
			context
		),
		...columnAxes(frame, result, context, scale),
		series: [
			...columnBackground(frame, context),
			bar(
				values.opened.map((one, at) => paled(one, periods[at] ?? '', context, result)),
				names.opened,
				{
					color: theme.accent,
					borderRadius: [2, 2, 0, 0]
				}
			),
			bar(
				values.closed.map((one, at) =>
					paled(one === null ? null : -one, periods[at] ?? '', context, result)
				),
				names.closed,
				{ color: theme.rest, borderRadius: [0, 0, 2, 2] }
			),
			bar(
				opened.map((row) => (isHidden(row) ? placeholder : null)),
				names.hidden,
				hatch(theme),
				{ label: hiddenLabel(frame, context, 'top') }
			),
			bar(
				closed.map((row) => (isHidden(row) ? -placeholder : null)),
				names.hidden,
				hatch(theme),
				{ label: hiddenLabel(frame, context, 'bottom') }
			),
			{
				type: 'bar',
				name: names.hidden,
				silent: true,
				barGap: '-100%',
				barCategoryGap: '28%',
				barMaxWidth: 40,
				itemStyle: { ...hatch(theme), opacity: 0.45 },
				data: open.map((row) => (isHidden(row) ? scale.max : null)),
				z: 1
			},
			{
				type: 'line',
				name: names.open,
				silent: true,
				symbol: 'circle',
				symbolSize: 5,
				showSymbol: periods.length <= 16 || hiddenLine,
				lineStyle: { color: theme.ink, width: 2 },
				itemStyle: { color: theme.ink },
				data: values.open.map((value, i) => ({
					value,
					...(i === last
						? {
								symbolSize: 7,
								label: {
									...labelStyle(theme, 'ink'),
									fontWeight: 650,
									position: 'right',
									formatter: () => end
								}
							}
						: {})
				})),
				z: 5
			}
		]
	});
}
