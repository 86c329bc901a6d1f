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

/** Between two lanes a line has a gap. */
const GAP: Point = { x: Number.NaN, y: null, isOpen: false, isFaint: false };

/** Lines through the points of all lanes; hollow points are uncertain, the others', or of a year that is not over. */
function lineSeries(
	lanes: readonly (readonly Point[])[],
	accent: boolean,
	{ theme }: ChartContext
): OptionPart[] {
	const colour = accent ? theme.accent : theme.restLine;
	const line = (points: readonly Point[], dashed: boolean): OptionPart => ({
		type: 'line',
		silent: true,
		symbol: 'circle',
		symbolSize: accent ? 8 : 6,
		showSymbol: true,
		lineStyle: { color: colour, width: accent ? 2.5 : 1.75, ...(dashed ? { type: [4, 4] } : {}) },
		data: points.map(({ x, y, isOpen, isFaint }) => ({
			value: [Number.isNaN(x) ? null : x, y],
			itemStyle: {
				color: !accent || isFaint || isOpen ? theme.paper : colour,
				borderColor: colour,
				borderWidth: 1.75
			}
		})),
		z: accent ? 5 : 4
	});
	const isOver = (points: readonly Point[]) => points.filter(({ isOpen }) => !isOpen);
	const toOpen = (points: readonly Point[]) => {
		const open = points.findIndex(({ isOpen }) => isOpen);
		return open < 1 ? [] : points.slice(open - 1);
	};
	const whole = lanes.flatMap((points) => [...isOver(points), GAP]);
	const open = lanes.flatMap((points) => {
		const way = toOpen(points);
		return way.length === 0 ? [] : [...way, GAP];
	});
	return [line(whole, false), ...(open.length === 0 ? [] : [line(open, true)])];
}

/** The soft bands of the intervals of all lanes, each as one outline. */
function bandSeries(
	bands: readonly (readonly { x: number; low: number; high: number }[])[],
	{ theme }: ChartContext
): OptionPart {
	const outlines = bands
		.filter(({ length }) => length > 1)
		.map((band) => [
			...band.map(({ x, high }) => [x, high]),
			...band.toReversed().map(({ x, low }) => [x, low])
		]);
	return {
		type: 'custom',
		silent: true,
		data: outlines.map((_, at) => at),
		renderItem: (
			{ dataIndex }: { dataIndex: number },
			api: { coord(point: number[]): number[] }
		) => ({
			type: 'polygon',
			shape: { points: (outlines[dataIndex] ?? []).map((point) => api.coord(point)) },
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
	const pointsOf = (which: number): Point[][] =>
		model.lanes.map((lane, at) =>
			(figuresOf(model, lane)[which] ?? []).map((figure, i): Point => {
				const category = model.categories[lane.from + i];
				return {
					x: category?.at ?? 0,
					y: yOf(figure, at),
					isOpen: category?.until !== undefined,
					isFaint: figure?.protection === 'uncertain'
				};
			})
		);
	const bands = model.lanes.map((lane, at) =>
		(figuresOf(model, lane)[0] ?? []).flatMap((figure, i) => {
			const interval = intervalOnAxis(figure);
			const x = model.categories[lane.from + i]?.at ?? 0;
			return interval ? [{ x, low: y(at, interval[0]), high: y(at, interval[1]) }] : [];
		})
	);
	const rest = pointsOf(1);
	const small = { color: theme.secondary, ...fontOf(theme, 'small') };
	const gridLines = {
		type: 'line',
		silent: true,
		symbol: 'none',
		lineStyle: { color: theme.line, width: 1 },
		data: model.lanes.flatMap((_, at) => [
			[start, foot(at)],
			[end, foot(at)],
			[null, null],
			[start, head(at)],
			[end, head(at)],
			[null, null]
		]),
		z: 0
	};
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
			gridLines,
			bandSeries(bands, context),
			...(rest.flat().some((point) => point.y !== null) ? lineSeries(rest, false, context) : []),
			...lineSeries(pointsOf(0), true, context),
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
