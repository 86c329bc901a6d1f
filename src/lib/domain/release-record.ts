import { z } from './zod';

/** In which form something left the house. */
const RELEASE_FORMS = ['picture', 'zip', 'csv', 'paper', 'terminal'] as const;

/**
 * What left the house, in the ledger: it stays there, as later releases are protected beside it. Only whom it went to, a
 * remark and whether it left at all are said later.
 */
export const releaseRecordSchema = z.strictObject({
	id: z.string(),
	/** what it is called where it is one thing, such as a page or a panel */
	title: z.string().trim().min(1).max(300),
	form: z.enum(RELEASE_FORMS),
	/** names of its tables, in order; the same one once */
	tables: z.array(z.string().max(300)).max(1000),
	/** the largest minimum frequency below which a count of it was hidden; null where it had no count */
	minimum: z.number().int().nullable(),
	/** how many figures it told, and how many not: as they are small, to protect those, because of earlier releases */
	shown: z.number().int(),
	hidden: z.strictObject({
		small: z.number().int(),
		complementary: z.number().int(),
		earlier: z.number().int()
	}),
	/** small figures that followed from earlier releases, and all that had to do with them was hidden */
	exposed: z.number().int(),
	/** what its tables told (`KeptTables`) */
	kept: z.string(),
	/** whom it went to; '' where nobody said it */
	recipient: z.string().max(500),
	/** somebody said that it did not leave after all */
	withdrawn: z.boolean(),
	author: z.string(),
	/** ISO times: when it left, and when something was said of it last */
	created: z.iso.datetime(),
	changed: z.iso.datetime()
});
export type ReleaseRecord = z.infer<typeof releaseRecordSchema>;
