import type { ChartTheme } from './theme';
import type { Part } from './types';

type Api = {
	value(dimension: number): number;
	coord(point: readonly [number, number]): [number, number];
	size(span: readonly [number, number]): [number, number];
};

/** Soft bars of intervals along the rows; data are `[low, high, row]`. */
export const intervalBars = (
	data: readonly (readonly [number, number, number])[],
	theme: ChartTheme,
	colour: (row: number) => string = () => theme.accentSoft
): Part => ({
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
): Part => ({
	type: 'custom',
	silent: true,
	clip: true,
	data,
	encode: { x: [0, 1], y: 2 },
	renderItem: (_: unknown, api: Api) => {
		const row = api.value(2);
		const [x1, y] = api.coord([api.value(0), row]);
		const [x2] = api.coord([api.value(1), row]);
		const stroke = { style: { stroke: theme.ink, lineWidth: 1.25, opacity: 0.75 } };
		const upright = (x: number) => ({
			type: 'line',
			shape: { x1: x, y1: y - 4, x2: x, y2: y + 4 },
			...stroke
		});
		return {
			type: 'group',
			children: [
				{ type: 'line', shape: { x1, y1: y, x2, y2: y }, ...stroke },
				upright(x1),
				upright(x2)
			]
		};
	},
	z: 4
});

/** Upright ticks for the other Quartiere; data are `[value, row]`. */
export const ticks = (
	data: readonly (readonly [number, number])[],
	theme: ChartTheme,
	height = 18
): Part => ({
	type: 'scatter',
	silent: true,
	symbol: 'rect',
	symbolSize: [3, height],
	itemStyle: { color: theme.restLine },
	data,
	z: 3
});
