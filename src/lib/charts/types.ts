import type { EChartsCoreOption } from 'echarts/core';
import type { Dimension } from '../domain';
import type { ChartModel, Tip } from '../presentation';
import type { ChartTheme } from './theme';

/** What a drawing depends on beside what it shows. */
export type ChartContext = {
	theme: ChartTheme;
	/** of the drawing area, in CSS pixels; below 520 the compact variant is drawn */
	width: number;
	animate: boolean;
	/** values that the axis of values must reach to, so that charts side by side have the same */
	extent?: readonly number[] | undefined;
	/** whether a member is one of those that are picked; undefined where none of its dimension is */
	picked?: ((dimension: Dimension, value: string) => boolean | undefined) | undefined;
	/** patterns on the negative side, for paper without colour */
	decal?: boolean | undefined;
};

/** What the size of a chart depends on. */
export type Size = Pick<ChartContext, 'theme' | 'width' | 'extent'>;

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

/** How a kind of chart is drawn, and how high it is in CSS pixels, which needs no drawing. */
export type Kind<Model extends ChartModel> = {
	height: (model: Model, size: Size) => number;
	draw: (model: Model, context: ChartContext) => Drawing;
};

/** A piece of an option. ECharts' own types for it cost more words than they catch mistakes. */
export type OptionPart = Record<string, unknown>;
