import { aliasId, fail, ProblemError, type Alias, type Problem } from '../domain';
import type { Engine } from '../engine';
import { now } from './json-files';
import { Backups } from './backups.svelte';
import { settlePending } from './batch-files';
import { Batches } from './batches.svelte';
import type { Made } from './cache';
import { Figures } from './figures.svelte';
import { WorkspaceEncryption } from './encryption.svelte';
import type { EncryptedStore } from './encryption/encrypted-store';
import { Fence } from './fence';
import { FileWork } from './file-work.svelte';
import { WorkspaceFile } from './file.svelte';
import { Groups } from './groups.svelte';
import { History } from './history.svelte';
import { Imports } from './imports';
import { whatIsKept, type Kept } from './kept';
import { LastViewFile } from './last-view';
import { pageStore } from './page-store';
import { Quartiere } from './quartiere.svelte';
import { Records } from './records.svelte';
import { Tables } from './tables';
import { Windows } from './windows.svelte';
import { Writer, type Changed } from './writer';

export type Status = 'starting' | 'ready' | 'failed';

/** Everything the user has: batches of files, what was written down beside them, and what they say. */
export class Workspace extends Quartiere {
	status = $state<Status>('starting');
	problem = $state.raw<Problem | null>(null);
	readonly batches: Batches;
	/** events, notes, views and the map */
	readonly records: Records;
	readonly imports: Imports;
	readonly figures: Figures;
	readonly groups: Groups;
	/** how the file and what lies in the browser are encrypted */
	readonly encryption: WorkspaceEncryption;
	/** the file that the workspace is saved in */
	readonly file: WorkspaceFile;
	/** the windows in which it is open */
	readonly windows = new Windows();
	/** states before now, which can be put back */
	readonly backups: Backups;
	/** who did what and when, and undoing it */
	readonly history: History;
	/** the picture of the page that was looked at last */
	readonly lastView: LastViewFile;

	readonly #store: EncryptedStore;
	readonly #writer: Writer;
	readonly #tables: Tables;
	#opened: Promise<void> = Promise.resolve();

	/** @param openEngine starts the engine; called once, when it is first needed */
	constructor(openEngine: () => Promise<Engine>, store: EncryptedStore = pageStore) {
		super();
		this.#store = store;
		this.lastView = new LastViewFile(store, () => !store.encrypts);
		const fence = new Fence(store);
		store.guard = () => fence.check();
		const writer = (this.#writer = new Writer(
			fence,
			() => this.#opened.then(() => this.figures.settled()),
			(isBlocked) => (this.windows.isBlocked = isBlocked)
		));
		const rebuild = () => this.#rebuild();
		this.batches = new Batches(store, writer, rebuild, () => this.backups.keepNow());
		this.records = new Records(store, (work) => writer.changeRecords(work));
		const tables = (this.#tables = new Tables(store, openEngine, () => this.#made()));
		const figures = (this.figures = new Figures(store, tables));
		const { batches, records, lastView } = this;
		this.groups = new Groups(figures, records);
		this.encryption = new WorkspaceEncryption({ store, writer, records, lastView });
		const parts = { store, writer, batches, records, tables, figures };
		this.imports = new Imports(parts, () => this.#opened, rebuild);
		const work = new FileWork(writer, this.encryption, () => this.#reload());
		this.file = new WorkspaceFile({ ...parts, encryption: this.encryption }, work);
		this.backups = new Backups({ batches, records, work, writer });
		this.history = new History({ batches, records, work, writer, rebuild });
		const hear = (what: Changed) => void this.#hear(what).catch((error) => this.#failed(error));
		writer.onChange(hear);
		this.windows.onGone = () => (['data', 'file'] as const).forEach(hear);
	}

	/** Another window has changed something. */
	async #hear(what: Changed): Promise<void> {
		// What is under way is kept as a draft.
		if (what === 'encryption') {
			this.#store.guard = () => fail('taken_over');
			return location.reload();
		}
		if (what === 'windows') return this.windows.changed();
		await this.#opened;
		if (what === 'file') return this.file.open().catch(() => undefined);
		return what === 'records' ? this.records.read() : this.#reload();
	}

	/** Goes up whenever the data change; 0 while there are none to ask. */
	get version(): number {
		return this.figures.version;
	}

	get isEmpty(): boolean {
		return this.batches.all.length === 0;
	}

	/** True while there is nothing to ask, but may be soon. */
	get isOpening(): boolean {
		return this.version === 0 && !(this.isEmpty && this.status !== 'starting');
	}

	/** Resolves when it is known what the workspace holds. */
	get opened(): Promise<void> {
		return this.#opened;
	}

	/**
	 * Reads what is there. Where the figures were kept, they are shown at once, and the engine starts
	 * when `quiet` says that the page has nothing more important to do. Called once.
	 */
	open(quiet: () => Promise<unknown>): Promise<void> {
		return (this.#opened = this.#open(quiet));
	}

	async #open(quiet: () => Promise<unknown>): Promise<void> {
		try {
			this.windows.open(this.#writer);
			this.figures.start();
			const readable = this.encryption.open();
			const listed = this.batches.open(readable);
			await readable;
			const read = this.records.read();
			const made = Promise.all([listed, read]).then(() => this.#made());
			const isKept = await this.figures.restore(made);
			await made;
			await this.batches.readCleaned();
			if (!isKept && !this.isEmpty) await this.#refresh();
			void quiet()
				.then(() => this.batches.sweep())
				.then(() => this.encryption.tidy());
			void this.file.open().catch(() => undefined);
			// The engine would take the processor from the figures that the page is waiting for.
			if (isKept)
				void quiet()
					.then(() => this.figures.idle())
					.then(() => this.#start());
			// Files can be read before the engine is there, so nobody has to wait for it here.
			else if (this.isEmpty) return void this.#start().then(() => this.#ready());
			this.#ready();
		} catch (error) {
			this.#failed(error);
		}
	}

	/** What tables and figures are made from. */
	#made(): Made {
		return { batches: this.batches.all, aliases: this.records.aliases };
	}

	/** Corrects what files call something; undefined takes the correction back. All figures follow. */
	async correctName(
		{ kind, key }: Pick<Alias, 'kind' | 'key'>,
		to: Pick<Alias, 'name' | 'same'> | undefined,
		by: string
	): Promise<void> {
		const id = aliasId({ kind, key });
		await this.#opened;
		await this.#writer.write(async () => {
			const alias = { id, kind, key, author: by, changed: now() };
			if (to) await this.records.put('aliases', { ...alias, ...to });
			else await this.records.remove('aliases', id, by);
			await this.#rebuild();
		});
	}

	/** Starts the engine behind figures that are already on the page. */
	async #start(): Promise<void> {
		try {
			await this.#tables.start();
			this.batches.markUnread(this.#tables.damaged);
			// What was kept may count rows that can no longer be read.
			if (this.#tables.damaged.length > 0) await this.#refresh();
			this.figures.confirmed = true;
		} catch (error) {
			this.#failed(error);
		}
	}

	#ready(): void {
		if (this.status === 'starting') this.status = 'ready';
	}

	#failed(error: unknown): void {
		this.status = 'failed';
		const reason = error instanceof Error ? error.message : String(error);
		this.problem =
			error instanceof ProblemError ? error.problem : { code: 'engine_failed', params: { reason } };
	}

	/** Shows the tables as they are now. */
	async #refresh(): Promise<void> {
		await this.figures.refresh(this.#made());
		this.batches.markUnread(this.#tables.damaged);
	}

	/** Has the tables hold the batches as they are on the disk. */
	async #rebuild(): Promise<void> {
		const tables = this.#tables;
		// Before the list: what tables begin with is what was listed, and no change of it.
		await tables.start();
		const isOther = await tables.inTurn(async () => tables.hold(await this.batches.list()));
		// Where only what is written down beside the files was changed, the figures are what they were.
		if (isOther || !this.figures.confirmed) await this.#refresh();
	}

	async #reload(): Promise<void> {
		// What is corrected of names decides what the tables are made of.
		await this.records.read();
		await this.#rebuild();
	}

	/** Goes on here in place of a window that sleeps while it writes. */
	async takeOver(): Promise<void> {
		await this.#writer.takeOver(() => settlePending(this.#store));
		if (await this.encryption.isOther()) return location.reload();
		await this.#reload();
	}

	/** What this browser keeps of it, wherever it lies. */
	kept(): Promise<Kept> {
		return whatIsKept(this.#store);
	}

	/** Deletes every file of the workspace, its key included. */
	async deleteEverything(): Promise<void> {
		await this.#writer.write(async () => {
			await this.#writer.changeRecords(() => this.#store.clear());
			this.batches.cleaned = null;
			const wasEncrypted = this.encryption.state !== null;
			this.encryption.forget();
			if (wasEncrypted) this.#writer.tell('encryption');
			await this.file.forget();
			await this.#reload();
		});
	}
}
