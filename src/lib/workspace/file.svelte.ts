import { fail } from '../domain';
import type { Batches } from './batches.svelte';
import type { Changes } from './file/changes';
import {
	changedSince,
	keepHandle,
	keptHandle,
	readFileState,
	timesOf,
	writeFileState,
	type FileState
} from './file-state';
import { now } from './json-files';
import type { Records } from './records.svelte';
import type { Store } from './store';
import { withFileWorker } from './with-file-worker';
import type { Writer } from './writer';

const ENDING = '.quartierspiegel';
const PICKER = {
	id: 'quartierspiegel',
	types: [{ description: 'Quartierspiegel', accept: { 'application/zip': [ENDING] } }]
};

type Parts = { store: Store; writer: Writer; batches: Batches; records: Records };

/** A file that is to come in, and what would change. */
export type Incoming = {
	file: File;
	handle: FileSystemFileHandle | undefined;
	changes: Changes;
};

const isCancelled = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'AbortError';

/** Opens a dialog of the browser; undefined where it was closed without an answer. */
const picked = <T>(dialog: Promise<T>): Promise<T | undefined> =>
	dialog.catch((error: unknown) => {
		if (isCancelled(error)) return undefined;
		throw error;
	});

/** The file of the workspace: what of it is saved there, and what comes in from others. */
export class WorkspaceFile {
	/** what was saved last; null where nothing ever was */
	state = $state.raw<FileState | null>(null);
	/** the file can be written without asking for another one */
	isConnected = $state(false);
	isBusy = $state(false);
	/** saving by itself did not work, and waits until somebody saves */
	failed = $state(false);
	/** what came in last can be taken back */
	canTakeBack = $state(false);

	readonly #parts: Parts;
	readonly #show: () => Promise<void>;
	#handle: FileSystemFileHandle | undefined;

	/** @param show shows everything as it lies on the disk now */
	constructor(parts: Parts, show: () => Promise<void>) {
		this.#parts = parts;
		this.#show = show;
	}

	/** Shows what came in, here and in other windows. */
	async #reload(): Promise<void> {
		await this.#show();
		this.#parts.writer.tellData();
		this.canTakeBack = (await this.#parts.store.list('backups')).length > 0;
	}

	#times = $derived.by(() =>
		timesOf([['batches', this.#parts.batches.records], ...this.#parts.records.versions])
	);
	/** how many changes are in this browser alone */
	unsaved = $derived(changedSince(this.state?.times ?? {}, this.#times));

	/** whether a change waits to be saved by itself */
	isDue = $derived(
		!this.isBusy &&
			this.isConnected &&
			this.state?.auto === true &&
			this.unsaved > 0 &&
			!this.failed
	);

	/** Whether the browser writes to files, or downloads them. */
	get writesFiles(): boolean {
		return typeof window !== 'undefined' && window.showSaveFilePicker !== undefined;
	}

	/** Reads which file there was. */
	async open(): Promise<void> {
		const { store } = this.#parts;
		this.state = await readFileState(store);
		this.canTakeBack = (await store.list('backups')).length > 0;
		if (!this.writesFiles || !this.state) return;
		this.#handle = await keptHandle().catch(() => undefined);
		this.isConnected = this.#handle !== undefined;
	}

	/** Does one piece of work at a time, while no other window writes anything. */
	async #work<T>(work: () => Promise<T>): Promise<T> {
		if (this.isBusy) fail('file_busy');
		this.isBusy = true;
		try {
			return await this.#parts.writer.alone(() => this.#parts.writer.changeRecords(work));
		} finally {
			this.isBusy = false;
		}
	}

	async #isSaved(name: string, times: Record<string, string>): Promise<void> {
		this.failed = false;
		this.state = { name, savedAt: now(), auto: this.state?.auto ?? false, times };
		await writeFileState(this.#parts.store, this.state);
	}

	/** Asks for the right to write where the browser wants to be asked. @throws ProblemError `file_no_permission` */
	async #mayWrite(handle: FileSystemFileHandle): Promise<void> {
		const mode = { mode: 'readwrite' } as const;
		const state = (await handle.queryPermission?.(mode)) ?? 'granted';
		if (state === 'granted') return;
		if ((await handle.requestPermission?.(mode)) !== 'granted')
			fail('file_no_permission', {}, { file: handle.name });
	}

	/** Saves what has changed, without a question. Where that does not work, the state says what is not saved. */
	async saveByItself(): Promise<void> {
		const handle = this.#handle;
		const mode = { mode: 'readwrite' } as const;
		try {
			if (!handle || (await handle.queryPermission?.(mode)) !== 'granted') this.failed = true;
			else await this.#write(handle);
		} catch {
			this.failed = true;
		}
	}

	/**
	 * Saves the workspace in its file; true where the file had something new, which came in. Without a file it asks
	 * for one, or hands one over for download.
	 *
	 * @param download takes the file where the browser does not write any
	 */
	async save(
		suggestedName: string,
		download: (blob: Blob, name: string) => void
	): Promise<'saved' | 'merged' | 'cancelled' | Incoming> {
		if (!this.writesFiles) {
			const times = this.#times;
			const bytes = await this.#work(() => withFileWorker((api) => api.pack()));
			download(new Blob([bytes], { type: 'application/zip' }), suggestedName);
			await this.#isSaved(suggestedName, times);
			return 'saved';
		}
		return this.#handle ? this.#write(this.#handle) : this.saveAs(suggestedName);
	}

	/** Saves the workspace in another file. Where something stands in it, that has to be taken in first. */
	async saveAs(suggestedName: string): Promise<'saved' | 'merged' | 'cancelled' | Incoming> {
		const dialog = window.showSaveFilePicker?.({ ...PICKER, suggestedName });
		const handle = dialog && (await picked(dialog));
		if (!handle) return 'cancelled';
		const file = await handle.getFile();
		return file.size > 0 ? this.look(file, handle) : this.#write(handle);
	}

	async #write(handle: FileSystemFileHandle): Promise<'saved' | 'merged'> {
		await this.#mayWrite(handle);
		const isNew = await this.#work(async () => {
			try {
				return await withFileWorker((api) => api.saveTo(handle));
			} catch (error) {
				// Of an error of the browser only its words come from a worker.
				if (error instanceof Error && error.name === 'ProblemError') throw error;
				return fail('file_not_written', { reason: String(error) }, { file: handle.name });
			}
		});
		this.#handle = handle;
		this.isConnected = true;
		await keepHandle(handle);
		if (isNew) await this.#reload();
		await this.#isSaved(handle.name, this.#times);
		return isNew ? 'merged' : 'saved';
	}

	/** Lets somebody choose a file that is to come in. */
	async choose(): Promise<Incoming | 'cancelled'> {
		const dialog = window.showOpenFilePicker?.(PICKER);
		const [handle] = (dialog && (await picked(dialog))) ?? [];
		return handle ? this.look(await handle.getFile(), handle) : 'cancelled';
	}

	/** What would change if a file came in. Nothing is changed yet. */
	async look(file: File, handle?: FileSystemFileHandle): Promise<Incoming> {
		const changes = await this.#work(() => withFileWorker((api) => api.preview(file, file.name)));
		return { file, handle, changes };
	}

	/** Takes a file in, and goes on in it where the browser writes files. */
	async take({ file, handle }: Incoming): Promise<void> {
		await this.#work(() => withFileWorker((api) => api.merge(file, file.name)));
		await this.#reload();
		if (handle) return void (await this.#write(handle));
		// What was only in the browser is not in the file that came in.
		const theirs = await readTimes(file);
		await this.#isSaved(file.name, theirs);
	}

	/** Takes back what came in last, whole. */
	async takeBack(by: string): Promise<void> {
		await this.#work(() => withFileWorker((api) => api.takeBack(by)));
		await this.#reload();
	}

	/** The workspace is another one: it has no file yet. */
	async forget(): Promise<void> {
		this.state = null;
		this.#handle = undefined;
		this.isConnected = false;
		this.canTakeBack = false;
		await keepHandle(undefined).catch(() => undefined);
	}

	/** Says whether the file is saved by itself after each change. */
	async setAuto(auto: boolean): Promise<void> {
		if (!this.state) return;
		this.state = { ...this.state, auto };
		await writeFileState(this.#parts.store, this.state);
	}
}

/** When each record was changed last that a file has. */
const readTimes = (file: File): Promise<Record<string, string>> =>
	withFileWorker((api) => api.times(file, file.name));
