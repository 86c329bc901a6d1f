import * as m from '../paraglide/messages';
import { absenceWord, isHidden, type ChartKind, type ChartModel } from '../presentation';
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

/** Whether no figure of a chart may be seen: then it would be axes around nothing. */
const isEmpty = ({ categories, series, kind }: ChartModel): boolean =>
	categories.length === 0 ||
	(kind !== 'map' &&
		series.every(({ figures }) => figures.every((figure) => (figure?.value ?? null) === null)));

/** Why there is nothing to see, in the words of the first figure that says so. */
function whyEmpty({ series }: ChartModel): string {
	const figures = series.flatMap((one) => one.figures);
	const hidden = figures.find(isHidden) ?? figures.find((one) => one !== undefined);
	if (!hidden) return m.chart_none();
	return isHidden(hidden) ? m.chart_all_hidden({ why: absenceWord(hidden) }) : absenceWord(hidden);
}

const kindOf = ({ kind }: ChartModel): Kind<ChartModel> => KINDS[kind] as Kind<ChartModel>;

/** A chart model as a drawing with its words place by place. */
export const draw = (model: ChartModel, context: ChartContext): Drawing =>
	isEmpty(model) ? empty(context, whyEmpty(model)) : kindOf(model).draw(model, context);

/**
 * The height in CSS pixels that a chart needs in a width; known before anything is drawn, so that
 * nothing jumps. Events take a line or more above charts over time.
 */
export const heightOf = (model: ChartModel, width: number): number =>
	isEmpty(model)
		? EMPTY_HEIGHT
		: kindOf(model).height(model, { theme: chartTheme('light'), width });
