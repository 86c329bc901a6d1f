import * as m from '../paraglide/messages';
import {
	intervalOnAxis,
	isHidden,
	valueOnAxis,
	type Figure,
	type StripModel
} from '../presentation';
import { locale, number } from '../words';
import { markSeries } from './events';
import { drawing, labels, labelStyle, places } from './frame';
import { figuresOf, heightFrom, heightOfLane, layoutOf, placing } from './strip-layout';
import { shorten } from './text';
import { TIME_LABELS } from './time';
import { fontOf } from './theme';
import type { ChartContext, Drawing, Kind, OptionPart } from './types';

type Point = { x: number; y: number | null; isOpen: boolean; isFaint: boolean };

/** A line through the points of a lane; hollow points are uncertain, the others', or not over, and then it is dashed. */
function lineSeries(
	points: readonly Point[],
	accent: boolean,
	{ theme }: ChartContext
): OptionPart[] {
	const colour = accent ? theme.accent : theme.restLine;
	const open = points.findIndex(({ isOpen }) => isOpen);
	const line = (some: readonly Point[], dashed: boolean): OptionPart => ({
		type: 'line',
		silent: true,
		symbol: 'circle',
		symbolSize: accent ? 8 : 6,
		showSymbol: true,
		lineStyle: { color: colour, width: accent ? 2.5 : 1.75, ...(dashed ? { type: [4, 4] } : {}) },
		data: some.map(({ x, y, isOpen, isFaint }) => ({
			value: [x, y],
			itemStyle: {
				color: !accent || isFaint || isOpen ? theme.paper : colour,
				borderColor: colour,
				borderWidth: 1.75
			}
		})),
		z: accent ? 5 : 4
	});
	if (open < 1) return [line(points, false)];
	return [line(points.slice(0, open), false), line(points.slice(open - 1), true)];
}

/** The soft band of the intervals of a lane, as one outline. */
function bandSeries(
	band: readonly { x: number; low: number; high: number }[],
	{ theme }: ChartContext
): OptionPart {
	const outline = [
		...band.map(({ x, high }) => [x, high]),
		...band.toReversed().map(({ x, low }) => [x, low])
	];
	return {
		type: 'custom',
		silent: true,
		data: band.length > 1 ? [0] : [],
		renderItem: (_: unknown, api: { coord(point: number[]): number[] }) => ({
			type: 'polygon',
			shape: { points: outline.map((point) => api.coord(point)) },
			style: { fill: theme.accentSoft, opacity: 0.75 }
		}),
		z: 1
	};
}

function draw(model: StripModel, context: ChartContext): Drawing {
	const { theme } = context;
	const layout = layoutOf(model, context);
	const { scales, ends, left, right, plot, marks, top } = layout;
	const { foot, head, y } = placing(model, scales, context);
	const [start, end] = model.range;
	const yOf = (figure: Figure | undefined, lane: number): number | null => {
		const value = valueOnAxis(figure);
		return value === null ? null : y(lane, value);
	};
	const lanes = model.lanes.flatMap((lane, at): OptionPart[] => {
		const own = figuresOf(model, lane);
		const categories = model.categories.slice(lane.from, lane.to);
		const points = own.map((figures) =>
			figures.map((figure, i): Point => ({
				x: categories[i]?.at ?? 0,
				y: yOf(figure, at),
				isOpen: categories[i]?.until !== undefined,
				isFaint: figure?.protection === 'uncertain'
			}))
		);
		const band = (own[0] ?? []).flatMap((figure, i) => {
			const interval = intervalOnAxis(figure);
			const x = categories[i]?.at ?? 0;
			return interval ? [{ x, low: y(at, interval[0]), high: y(at, interval[1]) }] : [];
		});
		return [
			bandSeries(band, context),
			...(points[1]?.some((point) => point.y !== null)
				? lineSeries(points[1], false, context)
				: []),
			...lineSeries(points[0] ?? [], true, context)
		];
	});
	const small = { color: theme.secondary, ...fontOf(theme, 'small') };
	const gridLines = model.lanes.map((_, at) => ({
		type: 'line',
		silent: true,
		symbol: 'none',
		lineStyle: { color: theme.line, width: 1 },
		data: [
			[start, foot(at)],
			[end, foot(at)],
			[null, null],
			[start, head(at)],
			[end, head(at)]
		],
		z: 0
	}));
	const ticks = model.lanes.flatMap((_, at) => {
		const { min, max } = scales[at] ?? { min: 0, max: 0 };
		return [
			{ value: [start, foot(at)], name: number(min) },
			{ value: [start, head(at)], name: number(max) }
		];
	});
	const names = model.lanes.map(({ indicator }, at) => ({
		value: [start, head(at)],
		name: shorten(indicator.name[locale()], plot, theme.size.text)
	}));
	const endLabels = model.lanes.flatMap((lane, at) => {
		const { own, rest } = ends[at] ?? { own: '', rest: '' };
		const last = (figures: readonly (Figure | undefined)[]) => {
			const index = figures.findLastIndex((figure) => (figure?.value ?? null) !== null);
			return { x: model.categories[lane.from + index]?.at ?? end, y: yOf(figures[index], at) ?? 0 };
		};
		const [ours = [], others = []] = figuresOf(model, lane);
		const [a, b] = [last(ours), last(others)];
		// Two that would stand on each other move apart.
		const near = rest !== '' && Math.abs(a.y - b.y) < 16 ? (16 - Math.abs(a.y - b.y)) / 2 : 0;
		const shift = a.y >= b.y ? -near : near;
		return [
			...(own === ''
				? []
				: [
						{
							value: [a.x, a.y],
							name: own,
							label: { ...labelStyle(theme, 'accent'), fontWeight: 650, offset: [0, shift] }
						}
					]),
			...(rest === ''
				? []
				: [
						{
							value: [b.x, b.y],
							name: rest,
							label: { ...labelStyle(theme, 'secondary'), offset: [0, -shift] }
						}
					])
		];
	});
	const years = Array.from({ length: end - start }, (_, i) => start + i);
	const step = [1, 2, 5, 10].find((one) => (plot / years.length) * one >= 38) ?? 20;
	return drawing(model, context, {
		pointer: { type: 'none' },
		across: 1,
		height: heightFrom(layout, model, context),
		grid: { left, right, top, bottom: TIME_LABELS, outerBoundsMode: 'none' },
		xAxis: {
			type: 'value',
			min: start,
			max: end,
			interval: 1,
			axisLine: { show: false },
			axisTick: { show: false },
			axisLabel: { show: false },
			splitLine: { show: true, lineStyle: { color: theme.line, opacity: 0.6 } }
		},
		yAxis: {
			type: 'value',
			show: false,
			min: 0,
			max: model.lanes.length * heightOfLane(context)
		},
		series: [
			markSeries(marks, context, 0),
			places(
				model.categories.map(({ at, lane }, i) => {
					const figure = model.series[0]?.figures[i];
					return [at, yOf(figure, lane) ?? (foot(lane) + head(lane)) / 2] as const;
				})
			),
			...gridLines,
			...lanes,
			labels(ticks, { ...small, position: 'left', distance: 6 }),
			labels(names, {
				...labelStyle(theme, 'ink'),
				fontWeight: 600,
				align: 'left',
				position: [0, -20]
			}),
			labels(endLabels, { position: 'right', distance: 8 }),
			labels(
				model.categories.flatMap(({ at, lane }, i) =>
					isHidden(model.series[0]?.figures[i])
						? [{ value: [at, (foot(lane) + head(lane)) / 2], name: m.chart_hidden() }]
						: []
				),
				{ ...small, position: 'inside' }
			),
			labels(
				years.flatMap((year, i) =>
					i % step === 0 ? [{ value: [year + 0.5, 0], name: String(year) }] : []
				),
				{ ...small, position: 'bottom', distance: 8 }
			)
		]
	});
}

/** Figures below each other along the same years: this Quartier with its soft band, the others in grey. */
export const strip: Kind<StripModel> = {
	height: (model, size) => heightFrom(layoutOf(model, size), model, size),
	draw
};
