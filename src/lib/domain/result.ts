import type { IndicatorDefinition } from './definition';
import type { Change, Estimate, Verdict } from './estimate';
import type { Dimension, IndicatorQuery, PeriodUnit } from './query';
import type { Item } from './item';
import type { Wave } from './wave';

/** Dimension to value id, for example `{ quartier: 'sz-lebenstedt', wave: '2025' }`. Periods are the ISO date of their first day. */
export type DimensionValues = Partial<Record<Dimension, string>>;

export type IndicatorRow = {
	indicator: string;
	dimensions: DimensionValues;
	estimate: Estimate;
	change?: Change;
};

/** One value of a dimension as it stands in the result, in the order in which it is to be shown. */
export type DimensionMember = { value: string; label: string };

/** What the reader must be told beside the figures. */
export type ResultNote =
	| 'unlike-scales'
	| 'wording-changed'
	| 'items-changed'
	| 'coarser-period'
	| 'weighted'
	| 'hidden-cells'
	| 'no-dwellings'
	| 'groups-ignored'
	| 'members-ignored'
	| 'incomplete-period'
	| 'standardised'
	| 'not-standardised';

/** Rao and Scott's test whether answers differ between the categories of a group. */
export type TableTest = {
	indicator: string;
	/** dimension values that the table has in common */
	dimensions: DimensionValues;
	/** the F statistic with its degrees of freedom; null where a row or column is empty or hidden */
	statistic: number | null;
	ndf: number | null;
	ddf: number | null;
	pValue: number | null;
};

/** The straight line through the estimates of three waves or more. */
export type TrendTest = {
	indicator: string;
	/** dimension values that the line has in common */
	dimensions: DimensionValues;
	waves: string[];
	/** change in a year, with its 95 % interval, in the unit of the figure */
	slope: number | null;
	low: number | null;
	high: number | null;
	/** two-sided, adjusted by Benjamini–Hochberg within the table it stands in */
	pValue: number | null;
	/** p value of the test whether a straight line fits; null where it cannot be told */
	lackOfFit: number | null;
	verdict: Verdict;
};

/**
 * Who looks: staff who may see the data (`inside`), or everyone outside the house, on a picture, a
 * slide or a sheet (`handing-over`).
 */
export type Audience = 'inside' | 'handing-over';

/** The answer to a query. It may be shown to the audience that it was asked for, and to nobody else. */
export type IndicatorResult<For extends Audience = Audience> = {
	audience: For;
	query: IndicatorQuery;
	/** definitions of the indicators asked for, in the order of the query */
	definitions: IndicatorDefinition[];
	rows: IndicatorRow[];
	/** per dimension of `by`, the members in order */
	members: Partial<Record<Dimension, DimensionMember[]>>;
	/** per table that `compare` sets a group against: whether answer and group depend on each other */
	tests?: TableTest[];
	/** per line over three waves or more: its slope */
	trends?: TrendTest[];
	/** the waves it is about with their field periods, by the values of the dimension `wave` */
	waves: Record<string, Wave>;
	/** the items of the dimension `item`, by its values: wording, topic and scale */
	items: Record<string, Item>;
	/**
	 * questions that an indicator would be about, in the waves of the query, if it were settled what their
	 * answers mean: they are left out of its figures until a person has said so
	 */
	unsettled: { indicator: string; item: string; text: string }[];
	/**
	 * waves from which on something (an item, or what an indicator asks) was asked in another way than
	 * before: in other words, on another scale, or an index by other items
	 */
	breaks: {
		wave: string;
		item?: string;
		indicator?: string;
		of?: 'scale' | 'items';
		text: string;
	}[];
	/** the unit really used for `period` */
	period?: PeriodUnit;
	/** first and last day that the casework covers, where the result is about casework */
	coverage?: { from: string; to: string };
	notes: ResultNote[];
};

/** A sentence of an open answer, with the words in it that are a term. */
export type Sentence = { text: string; forms: string[] };
