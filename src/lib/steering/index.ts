export { eventsOf, eventsSchema, withEvent } from './events';
export { mapSchema, MOST_MAP_BYTES, readMap, type QuartierMap } from './map';
export {
	NOTE_KINDS,
	notesAbout,
	notesSchema,
	noteSchema,
	type Note,
	type NoteSubject
} from './notes';
export { withoutRecord, withRecord } from './records';
export {
	viewPanelSchema,
	viewsSchema,
	withMoved,
	withoutPanel,
	withPanels,
	type View,
	type ViewPanel
} from './views';
