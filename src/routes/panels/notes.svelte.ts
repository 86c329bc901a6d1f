import type { NoteSubject } from '$lib/steering';

/** The notes that are open in a dialog: what they are about, and its name. */
class OpenNotes {
	current = $state.raw<{ subject: NoteSubject; name: string } | null>(null);
}

export const notesDialog = new OpenNotes();

/** Opens the notes about a panel, a Quartier or a wave. */
export function openNotes(subject: NoteSubject, name: string): void {
	notesDialog.current = { subject, name };
}
