import { fail } from '../domain';
import type { Preview } from './file/changes';

/** How saving ended. */
export type Saved = 'saved' | 'merged' | 'cancelled';

/** A file that is to come in. */
export type Chosen = { file: File; handle: FileSystemFileHandle | undefined };

/** A file that is to come in, and what would change. */
export type Incoming = Chosen & Preview;

const PICKER: FilePickerOptions = {
	id: 'quartierspiegel',
	types: [{ description: 'Quartierspiegel', accept: { 'application/zip': ['.quartierspiegel'] } }]
};
const WRITING = { mode: 'readwrite' } as const;

/** Whether the browser writes to files that somebody chose, or only downloads them. */
export const writesFiles = (): boolean =>
	typeof window !== 'undefined' && window.showSaveFilePicker !== undefined;

/** What a dialog of the browser gives; undefined where it was closed without an answer. */
const picked = <T>(dialog: Promise<T> | undefined): Promise<T | undefined> =>
	Promise.resolve(dialog).catch((error: unknown) => {
		if (error instanceof DOMException && error.name === 'AbortError') return undefined;
		throw error;
	});

/** Lets somebody choose a file to save in. One that is there is emptied by Chromium, which has asked. */
export const pickToSave = (suggestedName: string): Promise<FileSystemFileHandle | undefined> =>
	picked(window.showSaveFilePicker?.({ ...PICKER, suggestedName }));

/** Lets somebody choose a file to open. */
export const pickToOpen = async (): Promise<FileSystemFileHandle | undefined> =>
	(await picked(window.showOpenFilePicker?.(PICKER)))?.[0];

/** Whether a file can be written without a question. */
export const mayWriteNow = async (handle: FileSystemFileHandle): Promise<boolean> =>
	((await handle.queryPermission?.(WRITING)) ?? 'granted') === 'granted';

/** Whether a file may be written; asks where the browser wants to be asked, which needs a click just before. */
export async function mayWrite(handle: FileSystemFileHandle): Promise<boolean> {
	if (await mayWriteNow(handle)) return true;
	return (await handle.requestPermission?.(WRITING)) === 'granted';
}

/** Has the workspace written to a file: see `saveTo` of the worker. @throws ProblemError `file_not_written` */
export async function writingTo<T>(
	handle: FileSystemFileHandle,
	work: () => Promise<T>
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		// Of an error of the browser only its words come from a worker.
		if (error instanceof Error && error.name === 'ProblemError') throw error;
		return fail('file_not_written', { reason: String(error) }, { file: handle.name });
	}
}
