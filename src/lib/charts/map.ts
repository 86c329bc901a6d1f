import * as m from '../paraglide/messages';
import type { QuartierMap } from '../domain';
import {
	absenceInPicture,
	isHidden,
	valueOnAxis,
	type Figure,
	type MapModel
} from '../presentation';
import { marginText, valueText } from '../words';
import { drawing, empty, hatch, isCompact, TARGET_POINTS } from './frame';
import { fittingVariants } from './map-labels';
import { shorten, textWidth } from './text';
import { between, fontOf } from './theme';
import type { ChartContext, Drawing, Kind, OptionPart, Size } from './types';

type Shape = QuartierMap['shapes'][number];

/** What ECharts is told of outlines; the same ones keep their name, and are told once. */
const told = new WeakMap<QuartierMap, NonNullable<Drawing['map']>>();
let count = 0;

/** The outlines as GeoJSON under a name, each shape under its place, since names may occur twice. */
function outlinesOf(map: QuartierMap): NonNullable<Drawing['map']> {
	const known = told.get(map);
	if (known) return known;
	const features = map.shapes.map(({ polygons }, at) => ({
		type: 'Feature',
		properties: { name: String(at) },
		geometry: { type: 'MultiPolygon', coordinates: polygons }
	}));
	const made = {
		name: `outlines-${++count}`,
		outlines: { type: 'FeatureCollection', features }
	};
	told.set(map, made);
	return made;
}

const pointsOf = (shapes: readonly Shape[]) => shapes.flatMap(({ polygons }) => polygons.flat(2));

/** The middle of the largest outline of a shape, by its bounds. */
function middleOf({ polygons }: Shape): [number, number] {
	const boxes = polygons.map(([outline = []]) => {
		const xs = outline.map(([x]) => x);
		const ys = outline.map(([, y]) => y);
		const [left, right, foot, head] = [
			Math.min(...xs),
			Math.max(...xs),
			Math.min(...ys),
			Math.max(...ys)
		];
		return {
			middle: [(left + right) / 2, (foot + head) / 2],
			size: (right - left) * (head - foot)
		};
	});
	const [largest] = boxes.toSorted((a, b) => b.size - a.size);
	return (largest?.middle ?? [0, 0]) as [number, number];
}

/** A degree of longitude is shorter than one of latitude; other coordinates are as they are. */
function aspectOf(shapes: readonly Shape[]): number {
	const points = pointsOf(shapes);
	const isDegrees = points.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
	if (!isDegrees) return 1;
	const latitude = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
	return Math.cos((latitude * Math.PI) / 180);
}

const HEIGHT = { least: 260, most: 460 };

/** Of the shorter side, how much a map takes. */
const SHARE = 0.98;

/** Pixels of a name on a narrow page, where every Quartier is to keep its own, and where that is too wide. */
const NARROW = { most: 66, least: 46 };

/** What stands below the name of an area; without its interval where there is no room for it. */
function figureText(figure: Figure | undefined, brief: boolean): string {
	if (!figure) return '';
	const { value, indicator } = figure;
	if (value === null) return absenceInPicture(figure);
	const text = valueText(value, indicator.unit);
	return brief ? text : `${text} ${marginText(figure, indicator.unit)}`.trim();
}

/** Where the middle of a shape stands in pixels, as ECharts lays out a map: as large as the shorter side has room for. */
function placer(
	shapes: readonly Shape[],
	{ width, height: high }: { width: number; height: number }
) {
	const points = pointsOf(shapes);
	const aspect = aspectOf(shapes);
	const [xs, ys] = [points.map(([x]) => x * aspect), points.map(([, y]) => y)];
	const [left, top] = [Math.min(...xs), Math.max(...ys)];
	const scale =
		(SHARE * Math.min(width, high)) / Math.max(Math.max(...xs) - left, top - Math.min(...ys));
	return ([x, y]: readonly [number, number]): [number, number] => [
		(x * aspect - left) * scale,
		(top - y) * scale
	];
}

/** Name and figure of each Quartier, in the middle of its first outline, each as full as there is room. */
function labelsOf(model: MapModel, outlines: QuartierMap, context: ChartContext) {
	const { theme, width } = context;
	const compact = isCompact(context);
	const small = theme.size.small;
	const place = placer(outlines.shapes, { width, height: height(model, context) });
	const all = model.categories.map(({ area }, at) => {
		const shape = outlines.shapes[model.shapes.indexOf(at)];
		const middle = shape && middleOf(shape);
		const figure = model.series[0]?.figures[at];
		const say = (name: string, brief: boolean) => `${name}\n${figureText(figure, brief)}`;
		const [short, shortest] = [NARROW.most, NARROW.least].map((room) => shorten(area, room, small));
		return {
			middle,
			at: middle ? place(middle) : ([0, 0] as const),
			variants: [
				...(compact ? [] : [say(area, false), say(area, true)]),
				say(short ?? '', true),
				say(shortest ?? '', true)
			]
		};
	});
	const taken = fittingVariants(all, (text) => ({
		width: Math.max(...text.split('\n').map((line) => textWidth(line, small) * 1.05)) + 10,
		height: 2 * small + 12
	}));
	return all.map(({ middle, variants }, at) => {
		const [name = '', figure = ''] = (variants[taken[at] ?? 0] ?? '').split('\n');
		return { value: middle, name: `{name|${name}}\n{figure|${figure}}` };
	});
}

/** On a narrow page as high as wide, so that names have room. */
const height = (_: MapModel, size: Size): number =>
	Math.round(
		Math.min(Math.max(size.width * (isCompact(size) ? 0.95 : 0.62), HEIGHT.least), HEIGHT.most)
	);

function draw(model: MapModel, context: ChartContext): Drawing {
	const { shapes, outlines } = model;
	if (!outlines) return empty(context, m.chart_none());
	const { theme } = context;
	const compact = isCompact(context);
	const figures = model.series[0]?.figures ?? [];
	const values = figures.map(valueOnAxis).filter((value) => value !== null);
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const styleOf = (figure: Figure | undefined): OptionPart => {
		const value = valueOnAxis(figure);
		if (value !== null) {
			const share = most > least ? (value - least) / (most - least) : 0.5;
			return { areaColor: between(theme.accentSoft, theme.accent, share) };
		}
		return isHidden(figure)
			? { ...hatch(theme), areaColor: theme.paper }
			: { areaColor: theme.line };
	};
	const shown = outlinesOf(outlines);
	const drawn = drawing(model, context, {
		pointer: { type: 'none' },
		height: height(model, context),
		geo: {
			map: shown.name,
			aspectScale: aspectOf(outlines.shapes),
			layoutCenter: ['50%', '50%'],
			layoutSize: `${SHARE * 100}%`,
			boundingCoords: undefined,
			silent: true,
			roam: false,
			itemStyle: { borderColor: theme.paper, borderWidth: 1.5, areaColor: theme.line },
			emphasis: { disabled: true },
			select: { disabled: true },
			label: { show: false },
			regions: outlines.shapes.map((_, at) => ({
				name: String(at),
				itemStyle: styleOf(figures[shapes[at] ?? -1])
			}))
		},
		series: [
			{
				id: TARGET_POINTS,
				type: 'scatter',
				coordinateSystem: 'geo',
				symbolSize: 1,
				itemStyle: { color: 'transparent', opacity: 1 },
				tooltip: { trigger: 'item' },
				data: labelsOf(model, outlines, context),
				label: {
					show: true,
					position: 'inside',
					formatter: ({ name: text }: { name: string }) => text,
					backgroundColor: `${theme.paper}d9`,
					borderRadius: 4,
					padding: compact ? [0, 1] : [2, 5],
					rich: {
						name: { ...fontOf(theme, 'small'), color: theme.ink, fontWeight: 600 },
						figure: { ...fontOf(theme, 'small'), color: theme.ink }
					}
				},
				z: 5
			}
		]
	});
	return Object.assign(drawn, { map: shown });
}

/** One figure on the outlines of the Quartiere. */
export const map: Kind<MapModel> = { height, draw };
