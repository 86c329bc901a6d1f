import type { EChartsCoreOption } from 'echarts/core';
import {
	describeChart,
	tipsOf,
	type ChartModel,
	type Target,
	type Tip,
	type TipLine
} from '../presentation';
import { hatchPattern } from './shapes';
import { escaped } from './text';
import { fontOf, type ChartTheme } from './theme';
import type { ChartContext, Drawing, OptionPart } from './types';

/** Below this many pixels the compact variant is drawn. */
const COMPACT_BELOW = 520;
export const isCompact = ({ width }: { width: number }): boolean => width < COMPACT_BELOW;

/** Series that has a point in every place of the axis, so that the pointer finds hidden ones too. */
export const TARGET_POINTS = 'places';

/** A pattern in the place of something hidden. */
export const hatch = (theme: ChartTheme): OptionPart => ({
	color: theme.paper,
	borderColor: theme.hatch,
	borderWidth: 0.75,
	decal: hatchPattern(theme)
});

const line = ({ name, value, detail }: TipLine, theme: ChartTheme, dense: boolean): string => {
	const figure = value ? `${name ? `${escaped(name)}: ` : ''}<b>${escaped(value)}</b>` : '';
	const small = `color:${theme.secondary};font-size:${theme.size.small}px`;
	const rest = detail && `<span style="${small}">${escaped(detail)}</span>`;
	const between = figure && rest && (dense ? '&ensp;' : '<br>');
	return `<div style="margin-top:4px">${figure}${between}${rest}</div>`;
};

/** The words of one place as HTML; the only place where text becomes HTML, and all of it is escaped. */
const tipHtml = ({ title, lines, dense }: Tip, theme: ChartTheme): string =>
	`<div style="max-width:300px;white-space:normal;line-height:1.35"><b>${escaped(title)}</b>${lines
		.map((one) => line(one, theme, dense))
		.join('')}</div>`;

/** The words of one place as plain text, for screen readers. */
export const tipText = ({ title, lines }: Tip): string =>
	[
		title,
		...lines.map(({ name, value, detail }) =>
			[name ? `${name}: ${value}` : value, detail].filter(Boolean).join(', ')
		)
	].join('. ');

/** What ECharts says of a point that a tooltip is asked for. */
type Pointed = { seriesId?: string; dataIndex: number };

const tooltip = (
	tips: () => readonly Tip[],
	{ theme, animate }: ChartContext,
	pointer: OptionPart
): OptionPart => ({
	trigger: 'axis',
	renderMode: 'html',
	// Where it would go anyway; said, so that ECharts does not lay out the page to find out.
	appendTo: (chart: HTMLElement) => chart,
	confine: true,
	transitionDuration: animate ? 0.12 : 0,
	backgroundColor: theme.paper,
	borderColor: theme.line,
	borderWidth: 1,
	padding: [8, 12],
	textStyle: { color: theme.ink, ...fontOf(theme, 'text') },
	extraCssText: 'box-shadow:0 4px 16px rgb(0 0 0 / 14%);border-radius:8px',
	axisPointer: { animation: false, label: { show: false }, ...pointer },
	// Of a place of an axis all points, on a plane the one that is pointed at.
	formatter: (params: Pointed | readonly Pointed[]) => {
		const points = [params].flat();
		const point = points.find((one) => one.seriesId === TARGET_POINTS) ?? points[0];
		const tip = point && tips()[point.dataIndex];
		return tip ? tipHtml(tip, theme) : '';
	}
});

/** What all charts have in common, around what each brings. The words are made when someone asks for them. */
export function drawing(
	model: ChartModel,
	context: ChartContext,
	{
		pointer,
		height,
		series,
		across,
		...parts
	}: { pointer: OptionPart; height: number; series: OptionPart[]; across?: number } & OptionPart
): Drawing {
	const { theme, animate } = context;
	let made: Tip[] | undefined;
	const tips = (): Tip[] => (made ??= tipsOf(model));
	const description = describeChart(model);
	const option: EChartsCoreOption = {
		animation: animate,
		animationDuration: 250,
		animationDurationUpdate: 250,
		backgroundColor: 'transparent',
		textStyle: { ...fontOf(theme, 'text'), color: theme.ink },
		aria: { enabled: true, label: { enabled: true, description } },
		// An axis finds one place of a column; on a plane the pointer itself is asked.
		tooltip: {
			...tooltip(tips, context, pointer),
			...(across === undefined ? {} : { trigger: 'none', triggerOn: 'none' })
		},
		...parts,
		// Pointing at a place says its words; the picture itself stays as it is.
		series: series.map((one) => ({ emphasis: { disabled: true }, ...one }))
	};
	return {
		option,
		height,
		description,
		get tips() {
			return tips();
		},
		...(across === undefined
			? {}
			: {
					across,
					tipHtml: (place: number) => {
						const tip = tips()[place];
						return tip ? tipHtml(tip, theme) : '';
					}
				})
	};
}

/** Height of the word in an empty place. */
export const EMPTY_HEIGHT = 120;

/** A word in an empty place: nothing that fits the chart is in the result. */
export const empty = ({ theme }: ChartContext, word: string): Drawing => ({
	option: {
		animation: false,
		aria: { enabled: true, label: { enabled: true, description: word } },
		xAxis: { type: 'value', show: false, min: 0, max: 1 },
		yAxis: { type: 'value', show: false, min: 0, max: 1 },
		series: [
			{
				type: 'scatter',
				silent: true,
				symbolSize: 0,
				data: [{ value: [0.5, 0.5], name: word }],
				label: {
					...labelStyle(theme, 'secondary'),
					position: 'inside',
					formatter: ({ name }: { name: string }) => name
				}
			}
		]
	},
	height: EMPTY_HEIGHT,
	description: word,
	tips: []
});

export const labelStyle = (
	theme: ChartTheme,
	colour: 'ink' | 'secondary' | 'accent'
): OptionPart => ({
	show: true,
	color: theme[colour],
	...fontOf(theme, 'text')
});

/** Texts at points, where ECharts' own labels would not stand: a point that is not seen itself. */
export const labels = (
	data: { value: (number | null)[]; name: string; label?: OptionPart }[],
	label: OptionPart,
	more: OptionPart = {}
): OptionPart => ({
	type: 'scatter',
	silent: true,
	symbolSize: 0.01,
	itemStyle: { color: 'transparent', opacity: 1 },
	tooltip: { show: false },
	data,
	label: { show: true, distance: 6, formatter: ({ name }: { name: string }) => name, ...label },
	z: 5,
	...more
});

/** An unseen point in every place of the axis. */
export const places = (points: readonly (readonly [number, number])[]): OptionPart => ({
	id: TARGET_POINTS,
	type: 'scatter',
	silent: true,
	symbolSize: 0.01,
	itemStyle: { color: 'transparent' },
	data: points
});

/** Whether others of its kind are picked and this is not: it steps back, and stays readable. */
export function isFaint(target: Target, { picked }: Pick<ChartContext, 'picked'>): boolean {
	return 'dimension' in target && picked?.(target.dimension, target.value) === false;
}

/** How much of its colour something has that steps back. */
export const FAINT = 0.35;
