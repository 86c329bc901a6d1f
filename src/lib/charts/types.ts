import type { EChartsCoreOption } from 'echarts/core';
import type { IndicatorResult, QuartierEvent } from '../domain';
import type { ChartTheme } from './theme';

export const CHART_KINDS = [
	'dots',
	'trend',
	'likert',
	'stackedBars',
	'bars',
	'flow',
	'figures'
] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** What a chart depends on beside its figures. */
export type ChartContext = {
	theme: ChartTheme;
	/** of the drawing area, in CSS pixels; below 520 the compact variant is drawn */
	width: number;
	/** marks on time axes: those of the Quartier and those of all */
	events: readonly QuartierEvent[];
	/** name shown for the member `self` of `contrast`, and set off among the members of `quartier` */
	quartier?: string | undefined;
	animate: boolean;
	/** patterns on the negative side, for paper without colour */
	decal?: boolean | undefined;
};

/** What words take of the context: the name of the Quartier. */
export type WordContext = Partial<ChartContext>;

export type TipLine = { name: string; value: string; detail: string };

/** The words for one place on the category axis, for the pointer and for screen readers alike. */
export type Tip = {
	title: string;
	lines: TipLine[];
	/** details beside the values */ dense?: boolean;
};

/** A chart as data. */
export type Drawing = {
	/** for ECharts */
	option: EChartsCoreOption;
	/** CSS pixels that it needs */
	height: number;
	/** what it shows, in a few sentences */
	description: string;
	/** its words, place by place along its axis */
	readonly tips: Tip[];
};

export type Build = (result: IndicatorResult, context: ChartContext) => Drawing;

/** A piece of an option. ECharts' own types for it cost more words than they catch mistakes. */
export type Part = Record<string, unknown>;
