import type { ChartKind, ChartModel } from '../presentation';
import { bars } from './bars';
import { calendar } from './calendar';
import { dots } from './dots';
import { figureList } from './figure-list';
import { flow } from './flow';
import { empty, EMPTY_HEIGHT } from './frame';
import { likert } from './likert';
import { map } from './map';
import { matrix } from './matrix';
import { stackedBars } from './stacked-bars';
import { strip } from './strip';
import { chartTheme } from './theme';
import { trend } from './trend';
import type { ChartContext, Drawing, Kind } from './types';

const KINDS: { [Of in ChartKind]: Kind<ChartModel & { kind: Of }> } = {
	dots,
	trend,
	strip,
	likert,
	stackedBars,
	bars,
	flow,
	figures: figureList,
	matrix,
	calendar,
	map
};

const kindOf = ({ kind }: ChartModel): Kind<ChartModel> => KINDS[kind] as Kind<ChartModel>;

/** A chart model as a drawing with its words place by place. */
export const draw = (model: ChartModel, context: ChartContext): Drawing =>
	model.categories.length === 0 ? empty(context) : kindOf(model).draw(model, context);

/**
 * The height in CSS pixels that a chart needs in a width; known before anything is drawn, so that
 * nothing jumps. Events take a line or more above charts over time.
 */
export const heightOf = (model: ChartModel, width: number): number =>
	model.categories.length === 0
		? EMPTY_HEIGHT
		: kindOf(model).height(model, { theme: chartTheme('light'), width });
