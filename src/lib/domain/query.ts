import { CATEGORY_DIMENSIONS } from './record-kinds';
import { z } from './zod';

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

const categoryDimensionSchema = z.enum(CATEGORY_DIMENSIONS);

/**
 * What figures can be broken down by. `contrast` splits into the Quartier asked about (`self`) and
 * the other Quartiere (`rest`); `group:NAME` is a group of the respondents or the persons of the
 * cases, such as `group:age`. `arrival` splits the answers to overall questions into those of sheets that
 * came early and late; `elapsed` is the days since a case was opened. Where both `wave` and `period` are asked
 * for, figures of surveys run along waves, and those of casework and records along periods.
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
		/** the wave before, the period before, the first period, the other Quartiere (of one by `contrast`, of each by `quartier`; by `quartier` with `contrast` named, that one), or the other categories of a group in `by` */
		compare: z
			.union([
				z.enum(['previous-wave', 'previous-period', 'first-period', 'rest', 'quartier', 'arrival']),
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
