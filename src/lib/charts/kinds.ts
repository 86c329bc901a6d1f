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

/** Whether a chart of counts counts nothing: bars and columns of no height. */
const isZero = ({ kind, series }: ChartModel): boolean =>
	['stackedBars', 'flow', 'bars', 'calendar'].includes(kind) &&
	series.every(({ figures }) =>
		figures.every((figure) => !figure || figure.value === 0 || figure.protection === 'no-base')
	);

/** Whether no figure of a chart may be seen: then it would be axes around nothing. */
const isEmpty = (model: ChartModel): boolean =>
	model.categories.length === 0 ||
	isZero(model) ||
	(model.kind !== 'map' &&
		model.series.every(({ figures }) =>
			figures.every((figure) => (figure?.value ?? null) === null)
		));

/** Why there is nothing to see, in the words of the first figure that says so. */
function whyEmpty(model: ChartModel): string {
	const { series } = model;
	const figures = series.flatMap((one) => one.figures);
	if (isZero(model) && figures.some((figure) => figure?.value === 0)) return m.chart_zero();
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
