export { isRecipient } from './encryption/age';
export type { Backup } from './file/backups';
export type { Changes } from './file/changes';
export type { Chosen, Incoming, Saved } from './file-access';
export { takeWaiting } from './file-state';
export { isUnlinked } from './linked';
export { IngestClient, type CheckView, type FileView } from './ingest-client';
export type { Step, Upload } from './make-batches';
export type { HistoryStep } from './history';
export type { LastView, LastViewFile } from './last-view';
export { FLOOR, MOST_MINIMUM } from './kinds';
export { Workspace } from './workspace.svelte';
export { Drafts, type Draft } from './import/draft';
export {
	BEGINNING,
	isUnderWay,
	transition,
	type ImportEvent,
	type ImportState
} from './import/machine';
export {
	changeColumns,
	confirmed,
	goingOn,
	isForMany,
	likeThat,
	sharesOnly,
	withCorrections,
	withDateOrder,
	withField,
	withRowCorrections,
	type ColumnChange,
	type FieldRole
} from './import/mapping-edits';
export { suggestedWaves } from './import/waves';
export { asOrdered, asPoints, countAsTop, movedTo, reversed, setApart } from './import/scale-edits';
export {
	deleteWorkspace,
	listWorkspaces,
	newWorkspace,
	openApart,
	openWorkspace,
	type Listed
} from './workspaces';
export { inPlace } from './place';
export { isWriting } from './writer';
