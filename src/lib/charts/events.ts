import { MONTHS_IN, type PeriodUnit, type QuartierEvent, type Wave } from '../domain';
import { shorten, textWidth } from './text';
import { fontOf } from './theme';
import type { ChartContext, Part } from './types';

const DAY = 86_400_000;

/** An event on an axis whose places are numbered from 0; `to` null where it is a point in time. */
export type Mark = { title: string; from: number; to: number | null };
export type PlacedMark = Mark & { text: string; lane: number; centre: number };

const day = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY;

/** Where a day stands among periods: column `i` reaches from i − 0.5 to i + 0.5. */
export function periodPosition(
	periods: readonly string[],
	unit: PeriodUnit
): (iso: string) => number {
	const starts = periods.map(day);
	const [year, month] = (periods.at(-1) ?? '2000-01').split('-').map(Number) as [number, number];
	const end = Date.UTC(year, month - 1 + MONTHS_IN[unit], 1) / DAY;
	return (iso) => {
		const date = day(iso);
		const index = starts.findLastIndex((start) => start <= date);
		if (index < 0) return -Infinity;
		const next = starts[index + 1] ?? end;
		return index - 0.5 + (date - (starts[index] ?? 0)) / (next - (starts[index] ?? 0));
	};
}

/** A day as a year and the part of it that is over. */
function decimalYear(date: number): number {
	const year = new Date(date * DAY).getUTCFullYear();
	return year + (date - day(`${year}-01-01`)) / 365.25;
}

/**
 * Where a day stands among waves, each of which is taken to be in the middle of its field period. Null where
 * a period is not known, or they do not ascend.
 */
export function wavePosition(
	waves: readonly (Pick<Wave, 'from' | 'to'> | undefined)[]
): ((iso: string) => number) | null {
	const years = waves.map((wave) =>
		wave ? decimalYear((day(wave.from) + day(wave.to)) / 2) : Number.NaN
	);
	if (years.some((year, i) => !(year > (years[i - 1] ?? -Infinity)))) return null;
	return (iso) => {
		const date = decimalYear(day(iso));
		const after = years.findIndex((one) => one > date);
		if (after === 0) return date - (years[0] ?? 0);
		if (after < 0) return years.length - 1 + date - (years.at(-1) ?? 0);
		const [from, to] = [years[after - 1] ?? 0, years[after] ?? 0];
		return after - 1 + (date - from) / (to - from);
	};
}

/** Events that reach into the axis, cut to it. */
export function marksOf(
	events: readonly QuartierEvent[],
	position: ((iso: string) => number) | null,
	[start, end]: readonly [number, number]
): Mark[] {
	if (!position) return [];
	return events
		.map(({ title, from, to }) => ({
			title,
			from: position(from),
			to: to === null ? null : position(to)
		}))
		.filter(({ from, to }) => from <= end && (to ?? from) >= start)
		.map((mark) => ({
			...mark,
			from: Math.max(mark.from, start),
			to: mark.to === null ? null : Math.min(mark.to, end)
		}))
		.sort((a, b) => a.from - b.from);
}

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
): Part => ({
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
		const upright = (at: number, from: number, style: Part) => ({
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
