import { noteSchema, type Note, type NoteSubject } from '$lib/steering';
import { workspace } from '../workspace';
import { author } from './author.svelte';

/** A change of one note: what it was before and what it is now; null where it was or is not there. */
export type NoteChange = { before: Note | null; after: Note | null };

const now = (): string => new Date().toISOString();

/** Keeps a change. @throws ProblemError `records_newer` */
const keep = ({ before, after }: NoteChange): Promise<void> =>
	after
		? workspace.records.putBy('notes', author.name || after.author, after)
		: workspace.records.remove('notes', before?.id ?? '', author.name);

/** Writes a new note. */
export async function writeNote(
	about: NoteSubject,
	{ kind, text, author }: Pick<Note, 'kind' | 'text' | 'author'>
): Promise<NoteChange> {
	const written = now();
	const after = noteSchema.parse({
		id: crypto.randomUUID(),
		about,
		kind,
		text,
		author: author.trim(),
		created: written,
		changed: written,
		settled: null
	});
	const change = { before: null, after };
	await keep(change);
	return change;
}

/** Changes a note. */
export async function changeNote(before: Note, parts: Partial<Note>): Promise<NoteChange> {
	const change = { before, after: noteSchema.parse({ ...before, ...parts, changed: now() }) };
	await keep(change);
	return change;
}

/** Settles a note, or opens it again. */
export const settleNote = (note: Note): Promise<NoteChange> =>
	changeNote(note, { settled: note.settled === null ? now() : null });

/** Takes a note away. */
export async function removeNote(before: Note): Promise<NoteChange> {
	const change = { before, after: null };
	await keep(change);
	return change;
}

/** Takes a change back; that itself is not to be taken back. */
export async function undoChange({ before, after }: NoteChange): Promise<null> {
	await keep({ before: after, after: before });
	return null;
}
