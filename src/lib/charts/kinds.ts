import type { IndicatorResult } from '../domain';
import { bars } from './bars';
import { dots, entriesHeight } from './dots';
import { flow } from './flow';
import { likert, likertHeight } from './likert';
import { stackedBars } from './stacked-bars';
import { chartTheme } from './theme';
import { timeHeight, trend } from './trend';
import type { Build, ChartContext, ChartKind, Drawing } from './types';

const BUILDS: Record<ChartKind, Build> = { dots, trend, likert, stackedBars, bars, flow };

/** The chart of a result with its words place by place. */
export const draw = (kind: ChartKind, result: IndicatorResult, context: ChartContext): Drawing =>
	BUILDS[kind](result, context);

/** The chart of a result as an option for ECharts. Takes shown figures only, whatever the result holds. */
export const chartOption = (
	kind: ChartKind,
	result: IndicatorResult,
	context: ChartContext
): Drawing['option'] => draw(kind, result, context).option;

/** The height in CSS pixels that a chart needs in a width; known before it is drawn, so that nothing jumps. */
export function heightOf(kind: ChartKind, result: IndicatorResult, width: number): number {
	const context = { width, theme: chartTheme('light') };
	switch (kind) {
		case 'dots':
		case 'bars':
			return entriesHeight(result, context);
		case 'likert':
			return likertHeight(result, context);
		case 'trend':
		case 'stackedBars':
		case 'flow':
			return timeHeight(context);
	}
}
