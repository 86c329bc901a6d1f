import { fromEarlierKey } from './load/item-key';
import { calledToday, itemSchema, waveSchema, z, type Item } from '../domain';
import { ENCODINGS } from './decode';
import { EVIDENCE } from './evidence';
import { TOOLS } from './formats';
import { KINDS } from './kinds';
import { SEPARATORS } from './table';

export const ROLES = [
	'id',
	'date',
	'closed',
	'status',
	'quartier',
	'wave',
	'weight',
	'cluster',
	'demography',
	'item',
	'area',
	'topic',
	'access',
	'workform',
	'outcome',
	'reason',
	'city',
	'year',
	'dwellings',
	'households',
	'case',
	'contactkind',
	'minutes',
	'first',
	'debtstart',
	'debtend',
	'months',
	'stage',
	'solution',
	'averted',
	'benefit',
	'advised',
	'entitled',
	'applied',
	'decided',
	'granted',
	'amount',
	'meetingPlace',
	'offer',
	'targetGroup',
	'visits',
	'volunteers',
	'hours',
	'partner',
	'partnerkind',
	'since',
	'until',
	'title',
	'from',
	'to',
	'eventkind',
	'text',
	'opentext',
	'timing',
	'dropped',
	'ignored'
] as const;
export type Role = (typeof ROLES)[number];

export const columnSchema = z.strictObject({
	index: z.number().int().min(0),
	heading: z.string(),
	role: z.preprocess(calledToday, z.enum(ROLES)),
	/** for items: what is asked and how it is answered */
	item: itemSchema.optional(),
	/** true where words or a declaration decide what the column is, its order and its missing codes, or a person said so */
	certain: z.boolean().default(true),
	/** what decided it */
	evidence: z.array(z.enum(EVIDENCE)).optional(),
	/** what the questions of one battery have in common: they are answered on one scale */
	battery: z.string().optional(),
	/** for demography: the name under which filters know the group, such as `age` */
	group: z.string().optional(),
	/** for ages in years: the first year of each band after the youngest */
	bands: z.array(z.number().int()).optional(),
	/** of a group with bands: its cells are days or years of birth, of which nothing but the band is kept */
	born: z.boolean().optional(),
	/** for groups: keeps answers such as `keine Angabe` as a category of their own */
	verbatim: z.boolean().optional(),
	/**
	 * of an item with a column for each option: the words of the question, the option, and the cells that
	 * say it was chosen or not; the columns of one question share their item's group
	 */
	option: z
		.strictObject({
			question: z.string(),
			label: z.string(),
			yes: z.array(z.string()),
			no: z.array(z.string())
		})
		.optional(),
	/** of an item with several answers in one cell: what stands between them */
	delimiter: z.string().min(1).optional(),
	/** what the user settled: a cell, and what it is read as; null leaves its rows out */
	corrections: z.array(z.tuple([z.string(), z.string().nullable()])).optional(),
	/** of an item that not everybody was asked: the column of the filter question, and the answers that lead to it */
	askedIf: z
		.strictObject({ index: z.number().int().min(0), values: z.array(z.string()).min(1) })
		.optional(),
	/** of an item: the earlier one that it goes on from, though its words are others, because the user says so */
	continues: z
		.strictObject({ key: z.string().transform(fromEarlierKey), text: z.string() })
		.optional(),
	/** of the target groups of meeting places: those that are children or young people, because the user said so */
	young: z.array(z.string()).optional(),
	/** of days such as 03/04/2025: what comes first, where the column does not show it and the user said it */
	dateOrder: z.enum(['day-first', 'month-first']).optional(),
	/**
	 * what the user settled in single rows, where the same cell means something else in others: the line,
	 * its cell, and what that is read as; null leaves the row out
	 */
	rowCorrections: z
		.array(z.tuple([z.number().int().min(1), z.string(), z.string().nullable()]))
		.optional(),
	/** why the column is not kept */
	dropped: z.string().optional()
});
export type ColumnMapping = z.infer<typeof columnSchema>;

/** The first years of the bands of an age that are suggested, after the youngest. */
export const AGE_BANDS = [30, 45, 65];

/** Of days of birth nothing is kept but the bands of the ages. */
export const BORN = { group: 'age', bands: AGE_BANDS, born: true } as const;

/** How a column tells ages apart, where it does. */
export const bandsOf = ({ bands, born }: ColumnMapping): Pick<ColumnMapping, 'bands' | 'born'> =>
	bands ? { bands, ...(born ? { born } : {}) } : {};

/** Names of cells with the population of each. */
const populations = z.array(z.tuple([z.string(), z.number().min(0)]));

/** How the sheets of a wave were drawn; a wave without a design asked everybody. */
const waveDesignSchema = z.strictObject({
	/** what was drawn in each Quartier (stratum): households, or whole houses (the role `cluster`) */
	drawn: z.enum(['households', 'houses']),
	/** how many of them each Quartier has; households come from the master data where it is not said */
	populations: populations.optional()
});

/** Known margins that the weights of a wave are calibrated to: post-stratification or raking. */
const weightingSchema = z.strictObject({
	margins: z
		.array(
			z.strictObject({
				/** `quartier`, or the name of a group such as `age` */
				dimension: z.string(),
				populations
			})
		)
		.min(1),
	/** largest weight as a multiple of the mean weight */
	cap: z.number().min(1).optional()
});
export type Weighting = z.infer<typeof weightingSchema>;

/**
 * How a file is read, as data: everything that was recognised, suggested and confirmed. The same
 * mapping over the same rows always gives the same tables.
 */
export const mappingSchema = z.strictObject({
	kind: z.preprocess(calledToday, z.enum(KINDS)),
	tool: z.enum(TOOLS),
	/** null where the file is no text */
	encoding: z.enum(ENCODINGS).nullable(),
	separator: z.enum(SEPARATORS).nullable(),
	/** of a workbook, the sheet that was read */
	sheet: z.string().optional(),
	headerRow: z.number().int().min(1),
	headerRows: z.number().int().min(1).default(1),
	columns: z.array(columnSchema),
	/** one value for the whole file, where no column says it */
	quartierForAll: z.string().optional(),
	yearForAll: z.number().int().optional(),
	/** key in the file ('' for the whole file) to the wave's name and field period */
	waves: z
		.array(
			z.strictObject({
				key: z.string(),
				...waveSchema.shape,
				design: waveDesignSchema.optional(),
				weighting: weightingSchema.optional()
			})
		)
		.default([]),
	/** spelling in the file to the name of the Quartier; null leaves the rows out */
	quartierNames: z.array(z.tuple([z.string(), z.string().nullable()])).default([]),
	/** outcomes of cases that count as success */
	success: z.array(z.string()).default([])
});
export type Mapping = z.infer<typeof mappingSchema>;

/**
 * The item of a column. In batches of versions that had no word for it, an item is settled where its column
 * was certain: what was never confirmed then is no figure now.
 */
export function itemOf({ item, certain }: ColumnMapping): Item | undefined {
	if (!item || item.scale.settled !== undefined) return item;
	return { ...item, scale: { ...item.scale, settled: certain } };
}

/** The first column of a role. */
export const columnOf = (mapping: Mapping, role: Role): ColumnMapping | undefined =>
	mapping.columns.find((column) => column.role === role);
