import type { IndicatorResult } from '../domain';
import * as m from '../paraglide/messages';
import { describeChart } from './describe';
import { changeLine, tipLine } from './figures';
import { drawing, empty, isCompact, labels, TARGET_POINTS } from './frame';
import { labelPlaces } from './label-positions';
import { matrixOf, needsAction, type Matrix, type Point } from './matrix-data';
import { nameOf } from './read';
import { boundsOf, roundScale, type AxisScale } from './scale';
import { shorten, textWidth } from './text';
import { fontOf, type ChartTheme } from './theme';
import type { ChartContext, Drawing, Part, Tip } from './types';
import { valueAxis } from './value-axis';

const TOP = 26;
const BOTTOM = 44;
const LEFT = 52;
const RIGHT = 16;

/** So many names find their place; of more, those that overlap are left to the tooltip and the table. */
const FEW = 12;

/** Diameter of a point in pixels. */
const DOT = 11;

type Api = {
	value(dimension: number): number;
	coord(point: readonly [number, number]): [number, number];
};

/** Soft crosses of the intervals on both axes. */
const crosses = (points: readonly Point[], colours: readonly string[]): Part => ({
	type: 'custom',
	silent: true,
	clip: true,
	data: points.map(({ x, y }) => [x.value, y.value, x.low, x.high, y.low, y.high]),
	encode: { x: [0, 2, 3], y: [1, 4, 5] },
	renderItem: ({ dataIndex }: { dataIndex: number }, api: Api) => {
		const [x, y, left, right, foot, head] = [0, 1, 2, 3, 4, 5].map((at) => api.value(at)) as [
			number,
			number,
			number,
			number,
			number,
			number
		];
		const line = (from: [number, number], to: [number, number]) => {
			const [x1, y1] = api.coord(from);
			const [x2, y2] = api.coord(to);
			return {
				type: 'line',
				shape: { x1, y1, x2, y2 },
				style: { stroke: colours[dataIndex], lineWidth: 2.5, lineCap: 'round', opacity: 0.4 }
			};
		};
		return { type: 'group', children: [line([left, y], [right, y]), line([x, foot], [x, head])] };
	},
	z: 2
});

/** The lines that part the four fields. */
const partings = (
	{ middle }: Matrix,
	across: AxisScale,
	up: AxisScale,
	{ restLine }: ChartTheme
): Part[] => {
	const line = (data: [number, number][]): Part => ({
		type: 'line',
		silent: true,
		symbol: 'none',
		lineStyle: { color: restLine, width: 1, type: [4, 4] },
		data,
		z: 1
	});
	return [
		line([
			[middle.x, up.min],
			[middle.x, up.max]
		]),
		line([
			[across.min, middle.y],
			[across.max, middle.y]
		])
	];
};

const tipOf = ({ name, dimension, member, across, up }: Point, matrix: Matrix): Tip => ({
	title: name,
	at: { dimension, value: member },
	lines: [
		tipLine(nameOf(matrix.across), across, matrix.across),
		...(matrix.up ? [tipLine(nameOf(matrix.up), up, matrix.up)] : []),
		...changeLine(across, matrix.across)
	]
});

/** The name of the field in its corner. */
const cornerWord = (matrix: Matrix, across: AxisScale, up: AxisScale, theme: ChartTheme): Part =>
	labels(
		matrix.up ? [{ value: [across.min, up.max], name: m.chart_needs_action() }] : [],
		{
			position: 'insideTopLeft',
			offset: [6, 4],
			color: theme.attention,
			...fontOf(theme, 'text'),
			fontWeight: 650
		},
		{ z: 1 }
	);

/** Two figures of each item or Quartier against each other, with intervals on both axes. */
export function matrix(result: IndicatorResult, context: ChartContext): Drawing {
	const found = matrixOf(result, context);
	if (!found || found.points.length === 0) return empty(context);
	const { theme, width } = context;
	const compact = isCompact(context);
	// In the order of the axis, so that the keys walk from left to right.
	const points = found.points.toSorted((a, b) => a.x.value - b.x.value);
	const steps = { steps: compact ? 3 : 5 };
	const ends = (of: 'x' | 'y') => points.flatMap((point) => [point[of].low, point[of].high]);
	const across = roundScale(ends('x'), { ...steps, bounds: boundsOf(found.across.unit) });
	const up = roundScale([...ends('y'), ...(found.up ? [] : [0])], steps);
	const emphasised = (point: Point) =>
		found.up ? needsAction(found, point) : point.name === context.quartier;
	const colours = points.map((point) =>
		emphasised(point) ? (found.up ? theme.attention : theme.accent) : theme.restLine
	);
	const height = Math.round(Math.min(Math.max(width * 0.66, 300), 440));
	const plot = { left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM };
	const names = points.map(({ name }) => shorten(name, compact ? 110 : 190, theme.size.small));
	// On a narrow page only those that matter are named.
	const named = (point: Point) => !compact || emphasised(point) || !found.up;
	const places = labelPlaces(
		points.map((point, at) => ({
			x:
				plot.left +
				((point.x.value - across.min) / (across.max - across.min)) * (plot.right - plot.left),
			y: plot.bottom - ((point.y.value - up.min) / (up.max - up.min)) * (plot.bottom - plot.top),
			width: named(point) ? textWidth(names[at] ?? '', theme.size.small) + 6 : Infinity,
			must: named(point) && (emphasised(point) || points.length <= FEW)
		})),
		plot,
		{ height: 16, dot: DOT }
	);
	const labelAt = (at: number): Part => {
		const place = places[at];
		const matters = emphasised(points[at]!);
		return place
			? {
					show: true,
					color: matters ? theme.ink : theme.secondary,
					fontWeight: matters ? 600 : 400,
					position: 'inside',
					offset: [place.dx, place.dy],
					align: place.align,
					verticalAlign: 'middle',
					backgroundColor: `${theme.paper}b3`,
					padding: [0, 3],
					...fontOf(theme, 'small'),
					formatter: ({ name }: { name: string }) => name
				}
			: { show: false };
	};
	const axis = (name: string, scale: AxisScale): Part => ({
		...valueAxis(scale, theme),
		name,
		nameTextStyle: { color: theme.secondary, ...fontOf(theme, 'small') }
	});
	const upName = found.up ? nameOf(found.up) : m.chart_matrix_change();
	return drawing(
		context,
		describeChart('matrix', result, context),
		() => points.map((point) => tipOf(point, found)),
		{
			pointer: { type: 'none' },
			height,
			grid: { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
			xAxis: {
				...axis(nameOf(found.across), across),
				nameLocation: 'middle',
				nameGap: 26
			},
			yAxis: {
				...axis(shorten(upName, width - LEFT, theme.size.small), up),
				nameLocation: 'end',
				nameGap: 10,
				nameTextStyle: {
					color: theme.secondary,
					...fontOf(theme, 'small'),
					align: 'left',
					padding: [0, 0, 0, -LEFT + 8]
				}
			},
			series: [
				...partings(found, across, up, theme),
				cornerWord(found, across, up, theme),
				crosses(points, colours),
				{
					id: TARGET_POINTS,
					type: 'scatter',
					symbolSize: DOT,
					data: points.map((point, at) => ({
						value: [point.x.value, point.y.value],
						name: names[at] ?? '',
						itemStyle: {
							color: point.across.estimate.protection === 'uncertain' ? theme.paper : colours[at],
							borderColor: colours[at],
							borderWidth: 2,
							opacity: 1
						},
						label: labelAt(at)
					})),
					tooltip: { trigger: 'item' },
					z: 5
				}
			]
		}
	);
}
