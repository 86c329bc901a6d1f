import type { IndicatorResult } from '../domain';
import type { ChartKind, ChartModel } from './chart-model';
import { calendarModel } from './models/calendar';
import type { ModelContext } from './models/common';
import { likertModel } from './models/likert';
import { mapModel } from './models/map';
import { matrixModel } from './models/matrix';
import { flowModel, stackedModel } from './models/periods';
import { rowsModel } from './models/rows';
import { stripModel } from './models/strip';
import { trendModel } from './models/trend';

type Build = (result: IndicatorResult, context: ModelContext) => ChartModel;

const MODELS: Record<ChartKind, Build> = {
	dots: (...of) => rowsModel('dots', ...of),
	bars: (...of) => rowsModel('bars', ...of),
	figures: (...of) => rowsModel('figures', ...of),
	trend: trendModel,
	strip: stripModel,
	likert: likertModel,
	stackedBars: stackedModel,
	flow: flowModel,
	matrix: matrixModel,
	calendar: calendarModel,
	map: mapModel
};

/** What a chart of a kind shows of a result: shown figures only, whatever the result holds. */
export const chartModel = (
	kind: ChartKind,
	result: IndicatorResult,
	context: ModelContext = {}
): ChartModel => MODELS[kind](result, context);
