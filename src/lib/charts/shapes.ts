import { fontOf, type ChartTheme } from './theme';
import type { OptionPart } from './types';

type Api = {
	value(dimension: number): number;
	coord(point: readonly [number, number]): [number, number];
};
type Box = { x: number; y: number; width: number; height: number };

/** Strokes in the place of something hidden. */
export const hatchPattern = ({ hatch }: ChartTheme): OptionPart => ({
	symbol: 'rect',
	dashArrayX: [1, 0],
	dashArrayY: [1, 4],
	rotation: -Math.PI / 4,
	color: hatch
});

/** A place on the axis, and the word that stands in it. */
export type HatchedPlace = { at: number; word: string };

/**
 * Hatched places of what is hidden, from one end of the plot to the other, so that none can be taken
 * for a value; along the rows, or upright in the places of a time axis.
 */
export const hatchedPlaces = (
	places: readonly HatchedPlace[],
	theme: ChartTheme,
	{ upright = false, thickness }: { upright?: boolean; thickness: number }
): OptionPart => ({
	type: 'custom',
	silent: true,
	data: places.map(({ at }) => (upright ? [at, null] : [null, at])),
	encode: upright ? { x: 0 } : { y: 1 },
	renderItem: (params: { dataIndex: number; coordSys: Box }, api: Api) => {
		const { at, word } = places[params.dataIndex] ?? { at: 0, word: '' };
		const { x, y, width, height } = params.coordSys;
		const [cx, cy] = api.coord(upright ? [at, 0] : [0, at]);
		const shape = upright
			? { x: cx - thickness / 2, y, width: thickness, height }
			: { x, y: cy - thickness / 2, width, height: thickness, r: Math.min(thickness / 2, 5) };
		const style = {
			fill: theme.paper,
			stroke: theme.hatch,
			lineWidth: 0.75,
			decal: hatchPattern(theme)
		};
		const text = {
			type: 'text',
			x: upright ? cx : x + width / 2,
			y: upright ? y + height / 2 : cy,
			rotation: upright ? Math.PI / 2 : 0,
			style: {
				text: word,
				align: 'center',
				verticalAlign: 'middle',
				fill: theme.secondary,
				...fontOf(theme, 'small'),
				backgroundColor: theme.paper,
				padding: [1, 6]
			}
		};
		return { type: 'group', children: [{ type: 'rect', shape, style }, ...(word ? [text] : [])] };
	},
	z: 2
});

/** Soft bars of intervals along the rows; data are `[low, high, row]`. */
export const intervalBars = (
	data: readonly (readonly [number, number, number])[],
	theme: ChartTheme,
	colour: (row: number) => string = () => theme.accentSoft
): OptionPart => ({
	type: 'custom',
	silent: true,
	clip: true,
	data,
	encode: { x: [0, 1], y: 2 },
	renderItem: (_: unknown, api: Api) => {
		const row = api.value(2);
		const [x1, y] = api.coord([api.value(0), row]);
		const [x2] = api.coord([api.value(1), row]);
		return {
			type: 'line',
			shape: { x1, y1: y, x2, y2: y },
			style: { stroke: colour(row), lineWidth: 8, lineCap: 'round' }
		};
	},
	z: 2
});

/** Thin lines with ends for the intervals of bars; data are `[low, high, row]`. */
export const whiskers = (
	data: readonly (readonly [number, number, number])[],
	theme: ChartTheme
): OptionPart => ({
	type: 'custom',
	silent: true,
	clip: true,
	data,
	encode: { x: [0, 1], y: 2 },
	renderItem: (_: unknown, api: Api) => {
		const row = api.value(2);
		const [x1, y] = api.coord([api.value(0), row]);
		const [x2] = api.coord([api.value(1), row]);
		const lines = [
			{ x1, y1: y, x2, y2: y },
			...[x1, x2].map((x) => ({ x1: x, y1: y - 4, x2: x, y2: y + 4 }))
		];
		// A light edge below, so that the line is seen on the bar as well as beside it.
		const strokes = [
			{ stroke: theme.paper, lineWidth: 2.75, opacity: 0.8 },
			{ stroke: theme.ink, lineWidth: 1.25 }
		];
		return {
			type: 'group',
			children: strokes.flatMap((style) => lines.map((shape) => ({ type: 'line', shape, style })))
		};
	},
	z: 4
});

/** Upright ticks for the other Quartiere; data are `[value, row]`. */
export const ticks = (
	data: readonly (readonly [number, number])[],
	theme: ChartTheme,
	height = 18
): OptionPart => ({
	type: 'scatter',
	silent: true,
	symbol: 'rect',
	symbolSize: [3, height],
	itemStyle: { color: theme.restLine, opacity: 1 },
	data,
	z: 3
});
