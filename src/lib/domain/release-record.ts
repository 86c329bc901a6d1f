import { isShown } from './estimate';
import type { Release } from './release';
import { z } from './zod';

/** In which form something left the house. */
const RELEASE_FORMS = ['picture', 'zip', 'csv', 'paper', 'terminal'] as const;

/** Signs of a name, and of what is kept, at most. */
const [MOST_NAME, MOST_KEPT] = [300, 4_000_000];

/**
 * What left the house, in the ledger: it stays there, as later releases are protected beside it. Only whom it went to, a
 * remark and whether it left at all are said later.
 */
export const releaseRecordSchema = z.strictObject({
	id: z.string(),
	/** what it is called where it is one thing, such as a page or a panel */
	title: z.string().trim().min(1).max(MOST_NAME),
	form: z.enum(RELEASE_FORMS),
	/** names of its tables, in order; the same one once */
	tables: z.array(z.string().max(MOST_NAME)),
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
	kept: z.string().max(MOST_KEPT),
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

/** What the ledger says of a release that leaves now: nothing of it is a number that was hidden. */
export function releaseRecord(
	{ title, tables }: Pick<ReleaseRecord, 'title' | 'tables'>,
	form: ReleaseRecord['form'],
	{ results, hidden, kept, before }: Release,
	author: string
): ReleaseRecord {
	const now = new Date().toISOString();
	const rows = results.flatMap((one) => one.rows);
	const minima = results.flatMap((one) => one.definitions.map(({ minimumBase }) => minimumBase));
	const small = hidden.filter(({ reason }) => reason === 'small-cell').length;
	return {
		id: crypto.randomUUID(),
		title: title.slice(0, MOST_NAME),
		form,
		tables: [...new Set(tables)].map((name) => name.slice(0, MOST_NAME)),
		minimum: minima.length > 0 ? Math.max(...minima) : null,
		shown: rows.filter(({ estimate }) => isShown(estimate)).length,
		hidden: {
			small,
			complementary: hidden.length - small - before.hidden,
			earlier: before.hidden
		},
		exposed: before.exposed,
		kept,
		...{ recipient: '', withdrawn: false },
		...{ author, created: now, changed: now }
	};
}

/** Whether two are the same thing on the same day, such as a page that is printed again. */
export const isSameRelease = (a: ReleaseRecord, b: ReleaseRecord): boolean =>
	a.title === b.title &&
	a.form === b.form &&
	a.kept === b.kept &&
	a.created.slice(0, 10) === b.created.slice(0, 10);
