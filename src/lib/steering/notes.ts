import { z } from '../domain';
import { withIndicator } from './earlier';

/** What a note is: something seen, something asked, something decided, or something that works. */
export const NOTE_KINDS = ['observation', 'question', 'decision', 'best-practice'] as const;

/** What a note is about; what is missing is not meant. */
export const noteSubjectSchema = z.preprocess(
	withIndicator,
	z.strictObject({
		quartier: z.string().optional(),
		wave: z.string().optional(),
		panel: z.string().optional(),
		/** id of the indicator that the panel showed, where that was chosen */
		indicator: z.string().optional()
	})
);
export type NoteSubject = z.infer<typeof noteSubjectSchema>;

/** A text that somebody leaves at a panel, a Quartier or a wave. */
export const noteSchema = z.strictObject({
	id: z.string(),
	kind: z.enum(NOTE_KINDS),
	text: z.string().trim().min(1).max(5000),
	about: noteSubjectSchema,
	author: z.string(),
	/** ISO times: when it was written, changed last, and settled (null: it is open) */
	created: z.iso.datetime(),
	changed: z.iso.datetime(),
	settled: z.iso.datetime().nullable()
});
export type Note = z.infer<typeof noteSchema>;

/**
 * The notes about a subject: those that name everything that it names. Open ones first, then the newest.
 *
 * @param leadsTo whether the key under which a note was written is that of a Quartier now
 */
export function notesAbout(
	notes: readonly Note[],
	subject: NoteSubject,
	leadsTo: (key: string, quartier: string) => boolean = (key, quartier) => key === quartier
): Note[] {
	return notes
		.filter(({ about }) =>
			(Object.keys(subject) as (keyof NoteSubject)[]).every(
				(name) =>
					subject[name] === undefined ||
					about[name] === subject[name] ||
					(name === 'quartier' &&
						about.quartier !== undefined &&
						leadsTo(about.quartier, subject.quartier ?? '')) ||
					// Written at the panel, whatever it showed.
					(name === 'indicator' && about.indicator === undefined)
			)
		)
		.toSorted(
			(a, b) =>
				Number(a.settled !== null) - Number(b.settled !== null) || (a.created < b.created ? 1 : -1)
		);
}
