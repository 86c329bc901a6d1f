export { eventsOf } from './events';
export { MOST_MAP_BYTES, readMap } from './map';
export { NOTE_KINDS, notesAbout, noteSchema, type Note, type NoteSubject } from './notes';
export {
	viewPanelSchema,
	viewSchema,
	withMoved,
	withoutPanel,
	withPanels,
	type View,
	type ViewPanel
} from './views';
