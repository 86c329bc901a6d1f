import * as m from '../paraglide/messages';
import { extentOnAxis, type AccentCategory, type Extent, type MatrixModel } from '../presentation';
import { drawing, isCompact, labels, TARGET_POINTS } from './frame';
import { labelPlaces } from './label-positions';
import { boundsOf, roundScale, type AxisScale } from './scale';
import { shorten, textWidth } from './text';
import { fontOf, type ChartTheme } from './theme';
import type { ChartContext, Drawing, Kind, OptionPart, Size } from './types';
import { valueAxis } from './value-axis';

type Point = AccentCategory & { uncertain: boolean; x: Extent; y: Extent };

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
const crosses = (points: readonly Point[], colours: readonly string[]): OptionPart => ({
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
	{ middle }: MatrixModel,
	across: AxisScale,
	up: AxisScale,
	{ restLine }: ChartTheme
): OptionPart[] => {
	const line = (data: [number, number][]): OptionPart => ({
		type: 'line',
		silent: true,
		symbol: 'none',
		lineStyle: { color: restLine, width: 1, type: [4, 4] },
		data,
		z: 1
	});
	return [
		line([
			[middle.across, up.min],
			[middle.across, up.max]
		]),
		line([
			[across.min, middle.up],
			[across.max, middle.up]
		])
	];
};

/** The name of the field in its corner. */
const cornerWord = (
	model: MatrixModel,
	across: AxisScale,
	up: AxisScale,
	theme: ChartTheme
): OptionPart =>
	labels(
		model.ofChange ? [] : [{ value: [across.min, up.max], name: m.chart_needs_action() }],
		{
			position: 'insideTopLeft',
			offset: [6, 4],
			color: theme.attention,
			...fontOf(theme, 'text'),
			fontWeight: 650
		},
		{ z: 1 }
	);

/** The points with what they have on both axes. */
function pointsOf({ categories, series }: MatrixModel): Point[] {
	const [across, up] = series;
	return categories.flatMap((category, at): Point[] => {
		const figure = across?.figures[at];
		const [x, y] = [extentOnAxis(figure), extentOnAxis(up?.figures[at])];
		if (!figure || !x || !y) return [];
		return [{ ...category, uncertain: figure.protection === 'uncertain', x, y }];
	});
}

const height = (_: MatrixModel, { width }: Size): number =>
	Math.round(Math.min(Math.max(width * 0.66, 300), 440));

function draw(model: MatrixModel, context: ChartContext): Drawing {
	const { theme, width } = context;
	const { ofChange, indicators } = model;
	const compact = isCompact(context);
	const points = pointsOf(model);
	const steps = { steps: compact ? 3 : 5 };
	const ends = (of: 'x' | 'y') => points.flatMap((point) => [point[of].low, point[of].high]);
	const across = roundScale(ends('x'), { ...steps, bounds: boundsOf(indicators[0]?.unit ?? '') });
	const up = roundScale([...ends('y'), ...(ofChange ? [0] : [])], steps);
	const strong = ofChange ? theme.accent : theme.attention;
	const colours = points.map(({ accent }) => (accent ? strong : theme.restLine));
	const whole = height(model, context);
	const plot = { left: LEFT, right: width - RIGHT, top: TOP, bottom: whole - BOTTOM };
	const names = points.map(({ name }) => shorten(name, compact ? 110 : 190, theme.size.small));
	// On a narrow page only those that matter are named.
	const named = ({ accent }: Point) => !compact || accent || ofChange;
	const places = labelPlaces(
		points.map((point, at) => ({
			x:
				plot.left +
				((point.x.value - across.min) / (across.max - across.min)) * (plot.right - plot.left),
			y: plot.bottom - ((point.y.value - up.min) / (up.max - up.min)) * (plot.bottom - plot.top),
			width: named(point) ? textWidth(names[at] ?? '', theme.size.small) + 6 : Infinity,
			must: named(point) && (point.accent || points.length <= FEW)
		})),
		plot,
		{ height: 16, dot: DOT }
	);
	const labelAt = (at: number): OptionPart => {
		const place = places[at];
		const matters = points[at]?.accent === true;
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
	const axis = (name: string, scale: AxisScale): OptionPart => ({
		...valueAxis(scale, theme),
		name,
		nameTextStyle: { color: theme.secondary, ...fontOf(theme, 'small') }
	});
	const [acrossName = '', upName = ''] = model.series.map(({ name }) => name);
	return drawing(model, context, {
		pointer: { type: 'none' },
		height: whole,
		grid: { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
		xAxis: {
			...axis(acrossName, across),
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
			...partings(model, across, up, theme),
			cornerWord(model, across, up, theme),
			crosses(points, colours),
			{
				id: TARGET_POINTS,
				type: 'scatter',
				symbolSize: DOT,
				data: points.map((point, at) => ({
					value: [point.x.value, point.y.value],
					name: names[at] ?? '',
					itemStyle: {
						color: point.uncertain ? theme.paper : colours[at],
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
	});
}

/** Two figures of each item or Quartier against each other, with intervals on both axes. */
export const matrix: Kind<MatrixModel> = { height, draw };
