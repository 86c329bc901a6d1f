import type { IndicatorResult, IndicatorRow, QuartierMap } from '../domain';
import { marginText, valueText } from '../words';
import { describeChart } from './describe';
import { absenceInPicture, changeLine, onAxis, tipLine } from './figures';
import { drawing, empty, hatch, isCompact, TARGET_POINTS } from './frame';
import { isHidden, latestRows, shownValue } from './read';
import { shorten } from './text';
import { between, fontOf } from './theme';
import type { ChartContext, Drawing, Part, Tip } from './types';

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

/** Pixels of a name on a narrow page, where every Quartier is to keep its own. */
const NARROW = 66;

/** One figure on the outlines of the Quartiere; without outlines, nothing. */
export function map(result: IndicatorResult, context: ChartContext): Drawing {
	const { map: outlines, theme, width } = context;
	const [definition] = result.definitions;
	if (!outlines || !definition) return empty(context);
	const compact = isCompact(context);
	const rows = latestRows(result);
	const rowOf = ({ quartier }: Shape): IndicatorRow | undefined =>
		quartier === null ? undefined : rows.find((row) => row.dimensions.quartier === quartier);
	const values = rows.flatMap((row) => {
		const value = shownValue(row);
		return value === null ? [] : [onAxis(value, definition)];
	});
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const colourOf = (value: number): string => {
		const share = most > least ? (onAxis(value, definition) - least) / (most - least) : 0.5;
		return between(theme.accentSoft, theme.accent, share);
	};
	const styleOf = (shape: Shape): Part => {
		const row = rowOf(shape);
		const value = shownValue(row);
		if (value !== null) return { areaColor: colourOf(value) };
		return isHidden(row) ? { ...hatch(theme), areaColor: theme.paper } : { areaColor: theme.line };
	};
	const known = outlines.shapes.filter((shape) => rowOf(shape));
	const shown = outlinesOf(outlines);
	const drawn = drawing(
		context,
		describeChart('map', result, context),
		() =>
			known.map((shape): Tip => {
				const row = rowOf(shape);
				return {
					title: shape.name,
					at: { dimension: 'quartier', value: shape.quartier ?? '' },
					lines: [tipLine('', row, definition), ...changeLine(row, definition)]
				};
			}),
		{
			pointer: { type: 'none' },
			height: Math.round(Math.min(Math.max(width * 0.62, HEIGHT.least), HEIGHT.most)),
			geo: {
				map: shown.name,
				aspectScale: aspectOf(outlines.shapes),
				layoutCenter: ['50%', '50%'],
				layoutSize: '98%',
				boundingCoords: undefined,
				silent: true,
				roam: false,
				itemStyle: { borderColor: theme.paper, borderWidth: 1.5, areaColor: theme.line },
				emphasis: { disabled: true },
				select: { disabled: true },
				label: { show: false },
				regions: outlines.shapes.map((shape, at) => ({
					name: String(at),
					itemStyle: styleOf(shape)
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
					data: known.map((shape) => {
						const row = rowOf(shape);
						const value = shownValue(row);
						const figure =
							value === null || !row
								? row
									? absenceInPicture(row.estimate, definition)
									: ''
								: compact
									? valueText(value, definition.unit)
									: `${valueText(value, definition.unit)} ${marginText(row.estimate, definition.unit)}`;
						const name = compact ? shorten(shape.name, NARROW, theme.size.small) : shape.name;
						return {
							value: middleOf(shape),
							name: `{name|${name}}\n{figure|${figure.trim()}}`
						};
					}),
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
					labelLayout: { hideOverlap: true },
					z: 5
				}
			]
		}
	);
	return Object.assign(drawn, { map: shown });
}
