import * as m from '../paraglide/messages';
import { isHidden, type FlowModel } from '../presentation';
import { valueText } from '../words';
import { columnAxes, columnBackground, columnFrame, hiddenLabel, paled } from './columns';
import { drawing, hatch, labelStyle } from './frame';
import { legend } from './legend';
import { roundScale } from './scale';
import { textWidth } from './text';
import type { ChartContext, Drawing, Kind, OptionPart, Size } from './types';

/** What came, what went and what is open, the scale, and how the rest shares the drawing. */
function layoutOf(model: FlowModel, size: Size) {
	const [opened = [], closed = [], open = []] = model.series.map(({ figures }) => figures);
	const valuesOf = (figures: typeof opened) => figures.map((figure) => figure?.value ?? null);
	const values = { opened: valuesOf(opened), closed: valuesOf(closed), open: valuesOf(open) };
	const most = Math.max(
		...[...values.opened, ...values.closed, ...values.open].map((one) => one ?? 0),
		1
	);
	const placeholder = Math.max(most * 0.06, 0.5);
	const hidden = {
		up: opened.some(isHidden),
		down: closed.some(isHidden),
		line: open.some(isHidden)
	};
	const scale = roundScale(
		[
			...values.opened.map((one) => one ?? 0),
			...values.closed.map((one) => -(one ?? 0)),
			...values.open.map((one) => one ?? 0),
			...(hidden.up ? [placeholder] : []),
			...(hidden.down ? [-placeholder] : [])
		],
		{ zero: true, whole: true }
	);
	const last = values.open.findLastIndex((one) => one !== null);
	const stock = values.open[last] ?? null;
	const end = stock === null ? '' : valueText(stock, 'count');
	const [openedName = '', closedName = '', openName = ''] = model.series.map(({ name }) => name);
	const names = {
		opened: openedName,
		closed: closedName,
		open: openName,
		hidden: m.chart_hidden()
	};
	const legendNames = [
		names.opened,
		names.closed,
		names.open,
		...(hidden.up || hidden.down || hidden.line ? [names.hidden] : [])
	];
	const right = 12 + textWidth(end, size.theme.size.text) * 1.1;
	const frame = columnFrame(model, size, { scale, names: legendNames, right });
	return {
		opened,
		closed,
		open,
		values,
		placeholder,
		hidden,
		scale,
		last,
		end,
		names,
		legendNames,
		frame
	};
}

function draw(model: FlowModel, context: ChartContext): Drawing {
	const { theme } = context;
	const { categories } = model;
	const layout = layoutOf(model, context);
	const { opened, closed, open, values, placeholder, hidden, scale, last, end } = layout;
	const { names, legendNames, frame } = layout;
	const bar = (
		data: (OptionPart | number | null)[],
		name: string,
		style: OptionPart,
		more: OptionPart = {}
	): OptionPart => ({
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
	return drawing(model, context, {
		pointer: { type: 'shadow', shadowStyle: { color: theme.secondary, opacity: 0.08 } },
		legend: legend(
			legendNames.map((name) =>
				name === names.open ? { name, icon: 'path://M0,5h12v2h-12z' } : name
			),
			context
		),
		...columnAxes(frame, model, context, scale),
		series: [
			...columnBackground(frame, context),
			bar(
				categories.map((one, at) => paled(values.opened[at] ?? null, one, context)),
				names.opened,
				{
					color: theme.accent,
					borderRadius: [2, 2, 0, 0]
				}
			),
			bar(
				categories.map((one, at) => {
					const value = values.closed[at] ?? null;
					return paled(value === null ? null : -value, one, context);
				}),
				names.closed,
				{ color: theme.rest, borderRadius: [0, 0, 2, 2] }
			),
			bar(
				opened.map((figure) => (isHidden(figure) ? placeholder : null)),
				names.hidden,
				hatch(theme),
				{ label: hiddenLabel(frame, context, 'top') }
			),
			bar(
				closed.map((figure) => (isHidden(figure) ? -placeholder : null)),
				names.hidden,
				hatch(theme),
				{ label: hiddenLabel(frame, context, 'bottom') }
			),
			// Over the whole height, so that nobody reads it as a column of a figure.
			...[scale.max, scale.min].map((edge) => ({
				type: 'bar',
				name: names.hidden,
				stack: 'hidden',
				silent: true,
				barGap: '-100%',
				barCategoryGap: '28%',
				barMaxWidth: 40,
				itemStyle: { ...hatch(theme), opacity: 0.45 },
				data: open.map((figure) => (isHidden(figure) ? edge : null)),
				z: 1
			})),
			{
				type: 'line',
				name: names.open,
				silent: true,
				symbol: 'circle',
				symbolSize: 5,
				showSymbol: categories.length <= 16 || hidden.line,
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

/** New cases upwards, closed ones downwards, and the cases open at the end of each period as a line. */
export const flow: Kind<FlowModel> = {
	height: (model, size) => layoutOf(model, size).frame.height,
	draw
};
