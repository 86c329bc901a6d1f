import { itemSchema, scaleSchema, z } from '../../domain';
import { fromEarlierKey } from '../load/item-key';

const valueSchema = z.union([
	z.string().transform((value) => ({ value, label: undefined })),
	z.object({ value: z.coerce.string(), label: z.string().optional() })
]);

/**
 * A column as a questionnaire or a file declares it: a field of a Frictionless Table Schema
 * (https://datapackage.org/standard/table-schema/, version 2), and what it has no word for under a
 * prefix of our own. What we do not know is left alone.
 */
export const fieldSchema = z.object({
	/** heading or code of the column */
	name: z.string(),
	/** the question in its words */
	title: z.string().optional(),
	type: z.string().default('any'),
	/** the answers in the order of the questionnaire */
	categories: z.array(valueSchema).optional(),
	categoriesOrdered: z.boolean().optional(),
	/** answers that are none, with their words */
	missingValues: z.array(valueSchema).optional(),
	/** what the columns of one question have in common; the question; and the row or option of this one */
	'quartierspiegel:group': z.string().optional(),
	'quartierspiegel:question': z.string().optional(),
	'quartierspiegel:row': z.string().optional(),
	/** cells that say that an option of several was chosen, where the columns of the group are options */
	'quartierspiegel:chosen': z.array(z.string()).optional(),
	'quartierspiegel:notChosen': z.array(z.string()).optional(),
	'quartierspiegel:options': z.array(z.string()).optional(),
	/** what stands between several answers in one cell */
	'quartierspiegel:delimiter': z.string().min(1).optional(),
	/** what the column was confirmed to be */
	'quartierspiegel:role': z.string().optional(),
	/** false where nobody ever confirmed it */
	'quartierspiegel:certain': z.boolean().optional(),
	'quartierspiegel:item': z
		.object({
			code: z.string(),
			topic: itemSchema.shape.topic,
			scale: scaleSchema.pick({
				id: true,
				kind: true,
				points: true,
				topBox: true,
				direction: true,
				settled: true
			})
		})
		.optional(),
	/** the column of the filter question and the answers that lead to this one */
	'quartierspiegel:askedIf': z
		.object({ name: z.string(), values: z.array(z.string()).min(1) })
		.optional(),
	/** the earlier item that this one goes on from */
	'quartierspiegel:continues': z
		.object({ key: z.string().transform(fromEarlierKey), text: z.string() })
		.optional(),
	/** the name of the group of persons, and the first years of its bands */
	'quartierspiegel:demography': z.string().optional(),
	'quartierspiegel:bands': z.array(z.number().int()).optional(),
	/** its cells are days or years of birth */
	'quartierspiegel:born': z.boolean().optional(),
	/** of days that could be read either way: what comes first */
	'quartierspiegel:dateOrder': z.enum(['day-first', 'month-first']).optional()
});
export type Field = z.infer<typeof fieldSchema>;

/** What is known about the columns of a file beside their cells. */
export const codebookSchema = z.object({ fields: z.array(fieldSchema).min(1) });
export type Codebook = z.infer<typeof codebookSchema>;
