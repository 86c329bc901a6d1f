import * as m from '../paraglide/messages';
import {
	intervalOnAxis,
	valueOnAxis,
	type Figure,
	type Lane,
	type StripModel
} from '../presentation';
import { valueText } from '../words';
import { marksHeight, placeMarks } from './events';
import { isCompact } from './frame';
import { scaleOfUnit, type AxisScale } from './scale';
import { textWidth } from './text';
import { TIME_LABELS } from './time';
import type { Size } from './types';

/** Height of a lane, and the part of it above its plot, where its name stands. */
const LANE = { wide: 116, compact: 104 };
const NAME = 26;
/** between the plot of a lane and the next one */
const GAP = 10;

export const heightOfLane = (size: Size): number => LANE[isCompact(size) ? 'compact' : 'wide'];

/** The figures of a lane and the others beside them. */
export const figuresOf = ({ series }: StripModel, { from, to }: Lane) =>
	series.map(({ figures }) => figures.slice(from, to));

/** The axis of a lane, the same as that of its figure in any other chart. */
function scaleOf(model: StripModel, lane: Lane): AxisScale {
	const values = figuresOf(model, lane)
		.flat()
		.flatMap((figure) => [valueOnAxis(figure) ?? [], intervalOnAxis(figure) ?? []].flat());
	return scaleOfUnit(lane.indicator.unit, values, { steps: 3 });
}

/** What stands at the end of the lines of a lane. */
function endsOf(model: StripModel, lane: Lane): { own: string; rest: string } {
	const last = (figures: readonly (Figure | undefined)[] = []): string => {
		const found = figures.findLast((figure) => (figure?.value ?? null) !== null);
		return found && found.value !== null ? valueText(found.value, found.indicator.unit) : '';
	};
	const [own, rest] = figuresOf(model, lane);
	const others = last(rest);
	return { own: last(own), rest: others === '' ? '' : `${m.chart_rest_short()} ${others}` };
}

/** How scales, names at the ends, marks and plot share the drawing. */
export function layoutOf(model: StripModel, size: Size) {
	const { width, theme } = size;
	const scales = model.lanes.map((lane) => scaleOf(model, lane));
	const ends = model.lanes.map((lane) => endsOf(model, lane));
	const numbers = scales.flatMap(({ min, max }) => [String(min), String(max)]);
	const left = 12 + Math.max(...numbers.map((text) => textWidth(text, theme.size.small)), 0);
	const texts = ends.flatMap(({ own, rest }) => [own, rest]);
	const right = 16 + Math.max(...texts.map((text) => textWidth(text, theme.size.text) * 1.08), 0);
	const plot = width - left - right;
	const marks = placeMarks(model.marks, model.range, plot, theme.size.small, plot + right);
	const top = Math.max(marksHeight(marks), 10);
	return { scales, ends, left, right, plot, marks, top };
}

/** The height of all of it. */
export const heightFrom = ({ top }: { top: number }, model: StripModel, size: Size): number =>
	top + model.lanes.length * heightOfLane(size) + TIME_LABELS;

/** Where a value of a lane stands on the one axis of the chart, which counts pixels from the foot. */
export function placing(model: StripModel, scales: readonly AxisScale[], size: Size) {
	const each = heightOfLane(size);
	const foot = (lane: number): number => (model.lanes.length - 1 - lane) * each + GAP;
	const plot = each - NAME - GAP;
	return {
		foot,
		head: (lane: number): number => foot(lane) + plot,
		y: (lane: number, value: number): number => {
			const { min, max } = scales[lane] ?? { min: 0, max: 1 };
			return foot(lane) + ((value - min) / (max - min)) * plot;
		}
	};
}
