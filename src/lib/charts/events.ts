import type { Mark } from '../presentation';
import { shorten, textWidth } from './text';
import { fontOf } from './theme';
import type { ChartContext, OptionPart } from './types';

/**
 * Where the name of a mark stands: flush beside its own line, `start` is where it begins. Lanes are counted
 * from the plot upwards.
 */
export type PlacedMark = Mark & {
	text: string;
	lane: number;
	start: number;
	align: 'left' | 'right';
};

const LANE = 17;
const GAP = 10;
/** Height of a name. */
const TEXT = 13;
/** between a line and its name */
const BESIDE = 4;

type Place = { mark: PlacedMark; at: number; end: number; from: number; to: number };

/** Whether the line of a mark, which goes up to its lane, would run through the name of another. */
const crosses = (line: Place, name: Place): boolean =>
	line.mark.lane > name.mark.lane && line.at > name.from - 2 && line.at < name.to + 2;

const isInTheWay = (one: Place, other: Place): boolean =>
	crosses(one, other) ||
	crosses(other, one) ||
	(one.mark.lane === other.mark.lane &&
		Math.min(one.from, one.at) < Math.max(other.to, other.end) + GAP &&
		Math.min(other.from, other.at) < Math.max(one.to, one.end) + GAP);

/**
 * Names above the plot, each flush beside its own line and crossed by none: in the lowest lane that is free.
 *
 * @param plotWidth pixels between the ends of the range
 * @param room pixels that names may take, from the start of the plot, so beyond its end too
 */
export function placeMarks(
	marks: readonly Mark[],
	[start, end]: readonly [number, number],
	plotWidth: number,
	size: number,
	room = plotWidth
): PlacedMark[] {
	const pixels = (at: number): number => ((at - start) / (end - start)) * plotWidth;
	const placed: Place[] = [];
	const found = new Map<Mark, PlacedMark>();
	const candidates = (mark: Mark): Place[] => {
		const at = pixels(mark.from);
		const text = shorten(mark.title, Math.max(room - at, at) - 2 * BESIDE, size);
		const width = textWidth(text, size);
		const sides = [
			{ align: 'left', from: at + BESIDE },
			{ align: 'right', from: at - BESIDE - width }
		] as const;
		const fitting = sides.filter(({ from }) => from >= 0 && from + width <= room);
		return fitting.flatMap(({ align, from }) =>
			Array.from({ length: marks.length + 1 }, (_, lane): Place => ({
				mark: { ...mark, text, lane, start: align === 'left' ? from : at - BESIDE, align },
				at,
				end: mark.to === null ? at : pixels(mark.to),
				from,
				to: from + width
			}))
		);
	};
	// From the end: a name that runs on to the right stands above the lines that it runs over.
	for (const mark of marks.toSorted((a, b) => b.from - a.from)) {
		const all = candidates(mark);
		const place = all.find((one) => !placed.some((other) => isInTheWay(one, other))) ?? all.at(-1);
		if (!place) continue;
		placed.push(place);
		found.set(mark, place.mark);
	}
	return marks.flatMap((mark) => found.get(mark) ?? []);
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
		const edge = { stroke: theme.hatch, opacity: 0.5 };
		const body =
			mark.to === null
				? [upright(x, top - TEXT, { stroke: theme.event, lineDash: [3, 3] })]
				: [
						{
							type: 'rect',
							shape: { x, y, width: Math.max(end - x, 2), height },
							style: { fill: theme.eventBand }
						},
						upright(x, top - TEXT, edge),
						upright(end, y, edge),
						// A bracket below its name spans the band, so that those that overlap can be told apart.
						{
							type: 'line',
							shape: { x1: x, y1: top, x2: end, y2: top },
							style: { lineWidth: 1.5, stroke: theme.hatch }
						}
					];
		const text = {
			type: 'text',
			z2: 10,
			style: {
				text: mark.text,
				x: left + mark.start,
				y: top - 1,
				align: mark.align,
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
