import { fail } from '../domain';
import { problemOf } from '../words';
import type { Batches } from './batches.svelte';
import type { WorkspaceEncryption } from './encryption.svelte';
import { chosenFile } from './file/drive';
import type { FileWork } from './file-work.svelte';
import {
	mayWrite,
	mayWriteNow,
	pickToOpen,
	pickToSave,
	writesFiles,
	writingTo,
	type Chosen,
	type Incoming,
	type Saved
} from './file-access';
import {
	changedSince,
	keepHandle,
	keptHandle,
	readFileState,
	timesOf,
	readTaken,
	writeFileState,
	writeTaken,
	type FileState,
	type Times
} from './file-state';
import { now } from './json-files';
import type { Records } from './records.svelte';
import type { Store } from './store';
import type { Writer } from './writer';

/** Milliseconds until saving by itself is tried again. */
const AGAIN = 5000;

type Parts = {
	store: Store;
	writer: Writer;
	batches: Batches;
	records: Records;
	encryption: WorkspaceEncryption;
};

/** The file of the workspace: what of it is saved there, and what comes in from others. */
export class WorkspaceFile {
	/** what was saved last; null where nothing ever was */
	state = $state.raw<FileState | null>(null);
	/** the file can be written without asking for another one */
	isConnected = $state(false);
	/** it is known whether there is a file; before, nothing is said of it */
	isKnown = $state(false);
	/** saving by itself did not work: the browser wants to be asked, or something is in the way */
	failed = $state(false);

	readonly #parts: Parts;
	readonly #work: FileWork;
	#handle: FileSystemFileHandle | undefined;
	/** what there was when it was last tried to be saved by itself */
	#tried = $state.raw<Times>({});
	/** what there was after a file had come in, while that can be taken back */
	#taken = $state.raw<Times | null>(null);

	constructor(parts: Parts, fileWork: FileWork) {
		this.#parts = parts;
		this.#work = fileWork;
	}

	get isBusy(): boolean {
		return this.#work.isBusy;
	}

	#times = $derived.by(() =>
		timesOf([['batches', this.#parts.batches.records], ...this.#parts.records.versions])
	);
	/** how many changes are in this browser alone */
	unsaved = $derived(changedSince(this.state?.times ?? {}, this.#times));
	/** whether a change waits to be saved by itself */
	isDue = $derived(
		!this.isBusy &&
			!this.failed &&
			this.isConnected &&
			this.state?.auto === true &&
			this.unsaved > 0 &&
			changedSince(this.#tried, this.#times) > 0
	);
	/** What came in last can be taken back, as nothing was changed since. */
	canTakeBack = $derived(this.#taken !== null && changedSince(this.#taken, this.#times) === 0);

	/** Whether the browser writes to files, or downloads them. */
	get writesFiles(): boolean {
		return writesFiles();
	}

	/** Reads which file there is, as this or another window has left it. */
	async open(): Promise<void> {
		const { store } = this.#parts;
		this.state = await readFileState(store);
		this.#taken = await readTaken(store);
		const isKept = this.writesFiles && this.state !== null;
		this.#handle = isKept ? await keptHandle().catch(() => undefined) : undefined;
		this.isConnected = this.#handle !== undefined;
		this.isKnown = true;
	}

	async #isSaved(name: string, times: Times): Promise<void> {
		this.failed = false;
		this.state = { name, savedAt: now(), auto: this.state?.auto ?? false, times };
		await writeFileState(this.#parts.store, this.state);
		this.#parts.writer.tell('file');
	}

	/** Saves what has changed, without a question. Where that does not work, the page says so. */
	async saveByItself(): Promise<void> {
		const handle = this.#handle;
		this.#tried = this.#times;
		try {
			if (!handle || !(await mayWriteNow(handle))) this.failed = true;
			else await this.#write(handle);
		} catch (error) {
			this.failed = true;
			// Another piece of work, here or in another window, may be done soon.
			if (['other_tab', 'file_busy'].includes(problemOf(error).code))
				setTimeout(() => {
					this.#tried = {};
					this.failed = false;
				}, AGAIN);
		}
	}

	/**
	 * Saves the workspace in its file. Without one it asks for one, or hands one over for download.
	 *
	 * @param download takes the file where the browser does not write any
	 */
	async save(
		suggestedName: string,
		download: (blob: Blob, name: string) => void
	): Promise<Saved | Chosen> {
		if (this.writesFiles)
			return this.#handle ? this.#write(this.#handle) : this.saveAs(suggestedName);
		const { bytes, times, isPlain } = await this.#work.alone((api) => api.pack());
		download(new Blob([bytes], { type: 'application/zip' }), suggestedName);
		await this.#isSaved(suggestedName, times);
		if (isPlain) await this.#parts.encryption.fileIsPlain();
		return 'saved';
	}

	/** Saves the workspace in another file. Where something stands in it still, that has to be taken in first. */
	async saveAs(suggestedName: string): Promise<Saved | Chosen> {
		const handle = await pickToSave(suggestedName);
		if (!handle) return 'cancelled';
		const file = await chosenFile(handle);
		return file.size > 0 ? { file, handle } : this.#write(handle);
	}

	async #write(handle: FileSystemFileHandle): Promise<'saved' | 'merged'> {
		if (!(await mayWrite(handle))) fail('file_no_permission', {}, { file: handle.name });
		const { isNew, times, isPlain } = await this.#work.alone(
			(api) => writingTo(handle, () => api.saveTo(handle)),
			(result) => result.isNew
		);
		this.#handle = handle;
		this.isConnected = true;
		await keepHandle(handle).catch(() => undefined);
		if (isNew) await this.#isTaken(times);
		await this.#isSaved(handle.name, times);
		if (isPlain) await this.#parts.encryption.fileIsPlain();
		return isNew ? 'merged' : 'saved';
	}

	async #isTaken(times: Times | null): Promise<void> {
		this.#taken = times;
		await writeTaken(this.#parts.store, times);
	}

	/** Lets somebody choose a file that is to come in. */
	async choose(): Promise<Chosen | 'cancelled'> {
		const handle = await pickToOpen();
		return handle ? { file: await chosenFile(handle), handle } : 'cancelled';
	}

	/**
	 * What would change if a file came in. Nothing is changed yet.
	 *
	 * @param secret a passphrase or an identity that somebody typed, for a file that needs one
	 * @throws ProblemError `workspace_encrypted` where it needs one, `passphrase_wrong`, and what is wrong with the file
	 */
	async look(file: File, handle?: FileSystemFileHandle, secret?: string): Promise<Incoming> {
		const found = await this.#work.alone((api) => api.preview(file, file.name, secret));
		return { file, handle, ...found };
	}

	/** Takes a file in, and goes on in it where the browser may write to it. */
	async take({ file, handle, identity }: Incoming): Promise<void> {
		// Now, while the browser still knows of the click.
		const goesOn = handle !== undefined && (await mayWrite(handle).catch(() => false));
		const { theirs, all } = await this.#work.alone(
			(api) => api.merge(file, file.name, identity),
			() => true
		);
		if (identity !== null) await this.#parts.encryption.adopt(identity);
		await this.#isTaken(all);
		if (goesOn) await this.#write(handle);
		// What was only in the browser is not in the file that came in.
		else await this.#isSaved(file.name, theirs);
	}

	/** Takes back what came in last, whole. */
	async takeBack(by: string): Promise<void> {
		await this.#work.alone(
			(api) => api.takeBack(by),
			() => true
		);
		await this.#isTaken(null);
	}

	/** The workspace is another one: it has no file yet. */
	async forget(): Promise<void> {
		this.state = null;
		this.#handle = undefined;
		this.isConnected = false;
		this.#taken = null;
		await keepHandle(undefined).catch(() => undefined);
		this.#parts.writer.tell('file');
	}

	/** Says whether the file is saved by itself after each change. */
	async setAuto(auto: boolean): Promise<void> {
		if (!this.state) return;
		this.state = { ...this.state, auto };
		this.failed = false;
		await writeFileState(this.#parts.store, this.state);
		this.#parts.writer.tell('file');
	}
}
