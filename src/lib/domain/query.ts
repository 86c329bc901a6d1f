import { z } from './zod';
import type { Change, Estimate, Verdict } from './estimate';
import type { Item } from './records';

/** Units of time for casework. A `calendarQuarter` is three months; a Quartier is a place. */
export const PERIOD_UNITS = ['day', 'month', 'calendarQuarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Calendar months of each unit; a day is less than one. */
export const MONTHS_IN: Record<PeriodUnit, number> = {
	day: 0,
	month: 1,
	calendarQuarter: 3,
	year: 12
};

/** How an interval of a share can be made. */
export const SHARE_INTERVALS = ['logit', 'beta', 'wilson', 'wald'] as const;

const isoDate = z.iso.date();

/** Dimensions whose members are words that cases and other records use, such as service areas. */
export const CATEGORY_DIMENSIONS = [
	'area',
	'caseTopic',
	'access',
	'workForm',
	'outcome',
	'closingReason',
	'channel',
	'stage',
	'solution',
	'benefit',
	'treff',
	'offer',
	'target',
	'partnerKind'
] as const;
const categoryDimensionSchema = z.enum(CATEGORY_DIMENSIONS);
export type CategoryDimension = z.infer<typeof categoryDimensionSchema>;

/**
 * What figures can be broken down by. `contrast` splits into the Quartier asked about (`self`) and
 * the other Quartiere (`rest`); `group:NAME` is a group of the respondents or the persons of the
 * cases, such as `group:age`. `arrival` splits the answers to overall questions into those of sheets that
 * came early and late; `elapsed` is the days since a case was opened.
 */
export const dimensionSchema = z.union([
	z.enum([
		'quartier',
		'contrast',
		'wave',
		'period',
		'item',
		'answer',
		...CATEGORY_DIMENSIONS,
		'arrival',
		'elapsed'
	]),
	z.templateLiteral(['group:', z.string()])
]);
export type Dimension = z.infer<typeof dimensionSchema>;

/** One question to the data. Small, serialisable, and the same for the browser, Node and a server. */
export const indicatorQuerySchema = z
	.strictObject({
		indicators: z.array(z.string()).min(1),
		by: z.array(dimensionSchema).default([]),
		/** Quartier id that the dimension `contrast` sets against the rest, and `compare` by Quartier against each other one */
		contrast: z.string().optional(),
		filters: z
			.strictObject({
				quartier: z.array(z.string()).optional(),
				wave: z.array(z.string()).optional(),
				item: z.array(z.string()).optional(),
				/** heading of the open question that terms are about; else the one answered most often */
				question: z.string().optional(),
				/** first and last day, both included; acts on casework */
				period: z.strictObject({ from: isoDate, to: isoDate }).optional(),
				/** group name to the categories kept, for example `{ age: ['65 und älter'] }` */
				groups: z.record(z.string(), z.array(z.string())).optional(),
				/** dimension to the members kept; acts on the figures that have that dimension */
				members: z.partialRecord(categoryDimensionSchema, z.array(z.string())).optional()
			})
			.default({}),
		/** unit of the dimension `period`; a coarser one is taken where cells are too small */
		period: z.enum(PERIOD_UNITS).optional(),
		/** the wave before, the period before, the other Quartiere (of one by `contrast`, of each by `quartier`; by `quartier` with `contrast` named, that one), or the other categories of a group in `by` */
		compare: z
			.union([
				z.enum(['previous-wave', 'previous-period', 'rest', 'quartier', 'arrival']),
				z.templateLiteral(['group:', z.string()])
			])
			.optional(),
		/** groups whose mixture is made the same everywhere (direct standardisation); acts on means and shares of answers */
		standardise: z.array(z.string()).optional(),
		/** how intervals of shares are made; `logit` where answers are weighted, `wilson` where not */
		interval: z.enum(SHARE_INTERVALS).optional(),
		/** id of the item in the denominator of a ratio */
		denominator: z.string().optional(),
		/** what one eviction costs, in euros, with its range: there is no such figure but the user's own */
		evictionCost: z
			.strictObject({ low: z.number().min(0), high: z.number().min(0) })
			.refine(({ low, high }) => low <= high, { message: 'low is above high' })
			.optional(),
		/** corrects for the finite population of waves that were drawn; not for comparisons over time */
		finitePopulation: z.boolean().optional()
	})
	.refine((query) => !query.by.includes('contrast') || query.contrast !== undefined, {
		message: 'contrast needs a Quartier'
	})
	.refine((query) => !query.by.includes('period') || query.period !== undefined, {
		message: 'period needs a unit'
	});
export type IndicatorQuery = z.infer<typeof indicatorQuerySchema>;
export type IndicatorQueryInput = z.input<typeof indicatorQuerySchema>;

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
export type Note =
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

/** A text in both languages. */
export type Words = { de: string; en: string };

/** What a reader of a figure needs to know of its definition. */
export type IndicatorDefinition = {
	id: string;
	name: Words;
	/** one sentence that a reader without statistics understands */
	description: Words;
	/** how it is calculated, with its uncertainty */
	formula: Words;
	/** the standard or the work that defines it */
	source: Words;
	group: 'survey' | 'casework' | 'debt' | 'benefit' | 'treff' | 'network' | 'master';
	unit:
		| 'percent'
		| 'points'
		| 'index'
		| 'nps'
		| 'value'
		| 'count'
		| 'per-1000-dwellings'
		| 'days'
		| 'minutes'
		| 'euros';
	direction: 'higher-better' | 'lower-better' | 'neutral';
	kind:
		| 'share'
		| 'mean'
		| 'index'
		| 'nps'
		| 'distribution'
		| 'choice'
		| 'quantile'
		| 'ratio'
		| 'total'
		| 'count'
		| 'rate'
		| 'duration'
		| 'amount';
	/** answer sheets or cases below which the figure is not shown */
	minimumBase: number;
	/** complete counts have no interval */
	completeCount: boolean;
};

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
	verdict: Verdict;
};

export type IndicatorResult = {
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
	notes: Note[];
};
