import * as m from '../paraglide/messages';
import { isHidden, type Figure, type StackedModel } from '../presentation';
import { valueText } from '../words';
import { columnAxes, columnBackground, columnFrame, hiddenLabel, paled } from './columns';
import { drawing, hatch, labelStyle } from './frame';
import { legend } from './legend';
import { roundScale } from './scale';
import type { ChartContext, Drawing, Kind, OptionPart, Size } from './types';

/** How much higher than its columns a chart is whose counts stand above them. */
const HEADROOM = 1.12;

/** Pixels that a count needs above its column. */
const VALUE_ROOM = 44;

/** The scale, how tall a hidden place is, and how the rest shares the drawing. */
function layoutOf(model: StackedModel, size: Size) {
	const { categories, series, split, indicators } = model;
	const hidden = categories.map((_, at) => series.some(({ figures }) => isHidden(figures[at])));
	const sums = categories.map((_, at) =>
		series.reduce((sum, { figures }) => sum + (figures[at]?.value ?? 0), 0)
	);
	// Not a figure: just tall enough for the pattern to be seen.
	const placeholder = Math.max(Math.max(...sums, 1) * 0.08, 0.5);
	const scale = roundScale(
		sums.map((sum, at) => sum * (split ? 1 : HEADROOM) + (hidden[at] ? placeholder : 0)),
		{ zero: true, whole: indicators[0]?.unit === 'count', steps: 4 }
	);
	const names = [
		...(split ? series.map(({ name }) => name) : []),
		...(hidden.includes(true) ? [m.chart_hidden()] : [])
	];
	const frame = columnFrame(model, size, { scale, names, right: 8 });
	return { hidden, placeholder, scale, names, frame };
}

function draw(model: StackedModel, context: ChartContext): Drawing {
	const { theme } = context;
	const { categories, series, split } = model;
	const { hidden, placeholder, scale, names, frame } = layoutOf(model, context);
	/** A single count stands above its column, where there is room for it. */
	const valuesAbove = (figures: readonly (Figure | undefined)[]): OptionPart =>
		!split && frame.plot / categories.length >= VALUE_ROOM
			? {
					label: {
						...labelStyle(theme, 'ink'),
						// That of a pale column is read like the others.
						opacity: 1,
						position: 'top',
						formatter: ({ dataIndex }: { dataIndex: number }) => {
							const figure = figures[dataIndex];
							return figure ? valueText(figure.value ?? 0, figure.indicator.unit) : '';
						}
					}
				}
			: {};
	const column = (
		values: (OptionPart | number | null)[],
		name: string,
		style: OptionPart
	): OptionPart => ({
		type: 'bar',
		name,
		stack: 'all',
		silent: true,
		barCategoryGap: '22%',
		barMaxWidth: 44,
		itemStyle: style,
		data: values
	});
	return drawing(model, context, {
		pointer: { type: 'shadow', shadowStyle: { color: theme.secondary, opacity: 0.08 } },
		legend: legend(names, context),
		...columnAxes(frame, model, context, scale),
		series: [
			...columnBackground(frame, context),
			...series.map(({ name, figures }, i) => ({
				...column(
					categories.map((category, at) => paled(figures[at]?.value || null, category, context)),
					name,
					{
						color: split ? theme.areas[i % theme.areas.length] : theme.accent,
						borderColor: theme.paper,
						borderWidth: 0.75
					}
				),
				...valuesAbove(figures)
			})),
			...(hidden.includes(true)
				? [
						{
							...column(
								hidden.map((one) => (one ? placeholder : null)),
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

/**
 * Columns of a count over periods, stacked by service area in the order of the members. What is
 * hidden stands on top of its column as a hatched place whose size says nothing.
 */
export const stackedBars: Kind<StackedModel> = {
	height: (model, size) => layoutOf(model, size).frame.height,
	draw
};
