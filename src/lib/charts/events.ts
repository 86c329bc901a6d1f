import type { Mark } from '../presentation';
import { shorten, textWidth } from './text';
import { fontOf } from './theme';
import type { ChartContext, OptionPart } from './types';

export type PlacedMark = Mark & { text: string; lane: number; centre: number };

const LANE = 17;
const GAP = 10;

/** Names above the plot, none over another: each in the first free lane, kept within the plot. */
export function placeMarks(
	marks: readonly Mark[],
	[start, end]: readonly [number, number],
	plotWidth: number,
	size: number
): PlacedMark[] {
	const lanes: number[] = [];
	const pixels = (at: number): number => ((at - start) / (end - start)) * plotWidth;
	return marks.map((mark) => {
		const text = shorten(mark.title, Math.min(190, plotWidth * 0.6), size);
		const half = textWidth(text, size) / 2;
		const middle = pixels(mark.to === null ? mark.from : (mark.from + mark.to) / 2);
		const centre = Math.min(Math.max(middle, half), Math.max(plotWidth - half, half));
		const free = lanes.findIndex((used) => used + GAP <= centre - half);
		const lane = free < 0 ? lanes.length : free;
		lanes[lane] = centre + half;
		return { ...mark, text, lane, centre };
	});
}

/** Height that the names of the marks take above the plot. */
export const marksHeight = (marks: readonly PlacedMark[]): number =>
	marks.length === 0 ? 0 : (Math.max(...marks.map(({ lane }) => lane)) + 1) * LANE + 4;

type Box = { x: number; y: number; height: number };
type Api = { value(dimension: number): number; coord(point: [number, number]): [number, number] };

/** Events as thin dashed lines, or grey bands with edges, with their names; on the axes of the given numbers. */
export const markSeries = (
	marks: readonly PlacedMark[],
	{ theme }: ChartContext,
	xAxisIndex: number
): OptionPart => ({
	id: 'events',
	type: 'custom',
	silent: true,
	clip: false,
	xAxisIndex,
	tooltip: { show: false },
	encode: { x: [0, 1] },
	data: marks.map(({ title, from, to }) => ({ value: [from, to ?? from], name: title })),
	renderItem: (params: { dataIndex: number; coordSys: Box }, api: Api) => {
		const mark = marks[params.dataIndex];
		if (!mark) return null;
		const { x: left, y, height } = params.coordSys;
		const [x] = api.coord([api.value(0), 0]);
		const [end] = api.coord([api.value(1), 0]);
		const top = y - mark.lane * LANE - 3;
		const upright = (at: number, from: number, style: OptionPart) => ({
			type: 'line',
			shape: { x1: at, y1: from, x2: at, y2: y + height },
			style: { lineWidth: 1, ...style }
		});
		// Edges, so that one band can be told from another that it overlaps.
		const body =
			mark.to === null
				? [upright(x, top, { stroke: theme.event, lineDash: [3, 3] })]
				: [
						{
							type: 'rect',
							shape: { x, y, width: Math.max(end - x, 2), height },
							style: { fill: theme.eventBand }
						},
						...[x, end].map((at) => upright(at, y, { stroke: theme.hatch, opacity: 0.5 }))
					];
		const text = {
			type: 'text',
			z2: 10,
			style: {
				text: mark.text,
				x: left + mark.centre,
				y: top - 1,
				align: 'center',
				verticalAlign: 'bottom',
				fill: theme.secondary,
				stroke: theme.paper,
				lineWidth: 3,
				...fontOf(theme, 'small')
			}
		};
		return { type: 'group', children: [...body, text] };
	},
	z: 0
});
