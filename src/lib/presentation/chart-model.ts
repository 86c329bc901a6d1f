import type {
	Change,
	Dimension,
	DimensionValues,
	Estimate,
	IndicatorDefinition,
	PeriodUnit,
	QuartierMap
} from '../domain';

export const CHART_KINDS = [
	'dots',
	'trend',
	'strip',
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

/** One figure as it may be seen: what is hidden has its reason (`protection`) and no number at all. */
export type Figure = Pick<Estimate, 'value' | 'low' | 'high' | 'n' | 'protection'> & {
	indicator: IndicatorDefinition;
	/** what it is compared with, where both may be seen */
	change?: Change | undefined;
};

/** What a place of a chart stands for: a member of a dimension, or a figure. */
export type Target = { dimension: Dimension; value: string } | { indicator: string };

/** A place of a chart: a row, a time, a point or an area. */
export type Category = {
	/** as it is read, in full */
	readonly name: string;
	target: Target;
};

/** One that may be set off from the others: this Quartier, or where something should be done. */
export type AccentCategory = Category & { accent: boolean };

/** The figures of one name, category by category; undefined where nothing was asked or counted. */
export type Series = { name: string; figures: readonly (Figure | undefined)[] };

/** Something on an axis whose places are numbered from 0: an event, or a break; `to` null where it is a point. */
export type Mark = { title: string; from: number; to: number | null };

/** Every figure of the result, those that the chart has no place for included, as its table tells them. */
export type FigureTable = {
	dimensions: readonly Dimension[];
	/** what the figures are compared with; undefined where they are not */
	against: Change['against'] | undefined;
	readonly rows: readonly { at: DimensionValues; figure: Figure }[];
	/** the member of a dimension that a row is about, in words; '' where it is about none */
	wordOf: (at: DimensionValues, dimension: Dimension) => string;
};

/** What all chart models have. */
type Common<Kind extends ChartKind, Of extends Category> = {
	kind: Kind;
	/** what is shown, in the order asked for */
	indicators: readonly IndicatorDefinition[];
	/** what it is about: the figures by name, what they are broken down by, the wave, and how many are not shown */
	about: { indicators: string; by: string; wave: string | undefined; missing: number };
	/** what the figures allow to say, in words; null where nothing is certain */
	finding: string | null;
	/** in the order in which they are shown; none where nothing of the result fits the chart */
	categories: readonly Of[];
	series: readonly Series[];
	table: FigureTable;
};

/** Figures below each other; the second series is the other Quartiere. */
export type RowsModel = Common<
	'dots' | 'bars' | 'figures',
	AccentCategory & { unit: IndicatorDefinition['unit'] }
>;

/** What runs along an axis of times that are numbered from 0. */
type OverTime = {
	/** of the periods, where it runs along them */
	unit: PeriodUnit;
	/** ends of the axis */
	range: readonly [number, number];
	marks: readonly Mark[];
};

/** What a course runs along: waves, periods, or the months since a case was opened. */
export type CourseDimension = 'wave' | 'period' | 'elapsed';

/** A course; the second series is the other Quartiere. */
export type TrendModel = Common<'trend', Category & { short: string; until: string | undefined }> &
	OverTime & { dimension: CourseDimension };

/** A lane of a strip: one figure, whose places are those from `from` up to `to`, which is not one of them. */
export type Lane = { indicator: IndicatorDefinition; from: number; to: number };

/**
 * Several figures one below the other along the same years, as decimal numbers: `at` is the year of a place
 * with the part of it that is over. The second series is the other Quartiere.
 */
export type StripModel = Common<
	'strip',
	Category & { at: number; until: string | undefined; lane: number }
> & {
	lanes: readonly Lane[];
	/** ends of the axis, whole years */
	range: readonly [number, number];
	marks: readonly Mark[];
};

/** A period; `until` says up to which day, where the figures do not reach to its end. */
export type PeriodCategory = Category & { period: string; until: string | undefined };

/** Counts over periods: members of a dimension on top of each other, or one series alone (not `split`). */
export type StackedModel = Common<'stackedBars', PeriodCategory> & OverTime & { split: boolean };

/** What came, what went, and what is open at the end of each period: three series. */
export type FlowModel = Common<'flow', PeriodCategory> & OverTime;

/** An item; `sums` are the shares of each side in all, null unless every answer has a share to be seen. */
export type ItemCategory = Category & {
	sums: { negative: number; middle: number; positive: number } | null;
	/** the share in the top boxes, where the result has it */
	share: Figure | undefined;
};

/** Answers to items, a series for each answer, worst to best; the first `negative` of them are the negative side. */
export type LikertModel = Common<'likert', ItemCategory> & { negative: number };

/**
 * Two figures against each other, or one and its change: two series. `middle` are the lines that part
 * the four fields, in the units of the axes.
 */
export type MatrixModel = Common<'matrix', AccentCategory> & {
	middle: { across: number; up: number };
	/** the second series is the change of the first */
	ofChange: boolean;
};

/** A count day by day; `closed` says which event of closing covers a day. */
export type CalendarModel = Common<
	'calendar',
	Category & { period: string; closed: string | undefined }
>;

/** One figure on outlines; `area` is what the map calls a Quartier, `shapes` the category of each outline, if any. */
export type MapModel = Common<'map', Category & { area: string }> & {
	outlines: QuartierMap | undefined;
	shapes: readonly (number | null)[];
};

/** What a chart shows, without how it is drawn: on a page, in a picture, on a slide or in a sheet. */
export type ChartModel =
	| RowsModel
	| TrendModel
	| StripModel
	| StackedModel
	| FlowModel
	| LikertModel
	| MatrixModel
	| CalendarModel
	| MapModel;
