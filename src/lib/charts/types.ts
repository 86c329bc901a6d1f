import type { EChartsCoreOption } from 'echarts/core';
import type { Dimension, IndicatorResult, QuartierEvent, QuartierMap } from '../domain';
import type { ChartTheme } from './theme';

export const CHART_KINDS = [
	'dots',
	'trend',
	'likert',
	'stackedBars',
	'bars',
	'flow',
	'figures',
	'matrix',
	'calendar',
	'map'
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
	/** outlines of the Quartiere, for a map */
	map?: QuartierMap | undefined;
	/** values that the axis of values must reach to, so that charts side by side have the same */
	extent?: readonly number[] | undefined;
	/** whether a member is one of those that are picked; undefined where none of its dimension is */
	picked?: ((dimension: Dimension, value: string) => boolean | undefined) | undefined;
	/** patterns on the negative side, for paper without colour */
	decal?: boolean | undefined;
};

/** What words take of the context: the name of the Quartier. */
export type WordContext = Partial<ChartContext>;

export type TipLine = { name: string; value: string; detail: string };

/** What a place of a chart stands for: a member of a dimension, or a figure. */
export type Target = { dimension: Dimension; value: string } | { indicator: string };

/** The words for one place on the category axis, for the pointer and for screen readers alike. */
export type Tip = {
	title: string;
	lines: TipLine[];
	/** what it is about, for whoever picks it */
	at?: Target | undefined;
	/** details beside the values */ dense?: boolean;
};

/** A chart as data. */
export type Drawing = {
	/** for ECharts */
	option: EChartsCoreOption;
	/** CSS pixels that it needs */
	height: number;
	/** outlines that ECharts must know by their name before the option */
	map?: { name: string; outlines: object } | undefined;
	/** what it shows, in a few sentences */
	description: string;
	/** its words, place by place along its axis */
	readonly tips: Tip[];
	/** the words of a place as HTML, where it is found by both its coordinates and not along an axis */
	tipHtml?: ((place: number) => string) | undefined;
	/** places from one to its neighbour on the right, where they fill a plane column by column */
	across?: number | undefined;
};

export type Build = (result: IndicatorResult, context: ChartContext) => Drawing;

/** A piece of an option. ECharts' own types for it cost more words than they catch mistakes. */
export type Part = Record<string, unknown>;
