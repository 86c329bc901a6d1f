import type { IndicatorResult, QuartierEvent } from '../domain';
import { bars } from './bars';
import { calendar } from './calendar';
import { dots } from './dots';
import { figureList } from './figure-list';
import { flow } from './flow';
import { likert } from './likert';
import { map } from './map';
import { matrix } from './matrix';
import { stackedBars } from './stacked-bars';
import { chartTheme } from './theme';
import { trend } from './trend';
import type { Build, ChartContext, ChartKind, Drawing } from './types';

const BUILDS: Record<ChartKind, Build> = {
	dots,
	trend,
	likert,
	stackedBars,
	bars,
	flow,
	figures: figureList,
	matrix,
	calendar,
	map
};

/** The chart of a result with its words place by place. Takes shown figures only, whatever the result holds. */
export const draw = (kind: ChartKind, result: IndicatorResult, context: ChartContext): Drawing =>
	BUILDS[kind](result, context);

/**
 * The height in CSS pixels that a chart needs in a width; known before ECharts is there, so that
 * nothing jumps. Events take a line or more above charts over time.
 */
export const heightOf = (
	kind: ChartKind,
	result: IndicatorResult,
	width: number,
	events: readonly QuartierEvent[] = []
): number =>
	draw(kind, result, { theme: chartTheme('light'), width, events, animate: false }).height;
