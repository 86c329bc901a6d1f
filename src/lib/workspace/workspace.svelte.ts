import {
	aliasId,
	ProblemError,
	quartierAt,
	quartiereAt,
	type Alias,
	type Inventory,
	type Problem,
	type QuartierEvent,
	type QuartierMap
} from '../domain';
import type { Engine } from '../engine';
import { now } from './json-files';
import { Batches } from './batches.svelte';
import type { Made } from './cache';
import { Figures } from './figures.svelte';
import { WorkspaceFile } from './file.svelte';
import { Imports } from './imports';
import { LastViewFile } from './last-view';
import { opfsStore } from './opfs';
import { Records } from './records.svelte';
import type { Store } from './store';
import { Tables } from './tables';
import { Writer, type Changed } from './writer';

export type Status = 'starting' | 'ready' | 'failed';

/** Everything the user has: batches of files, what was written down beside them, and what they say. */
export class Workspace {
	status = $state<Status>('starting');
	problem = $state.raw<Problem | null>(null);
	readonly batches: Batches;
	/** events, notes, views and the map */
	readonly records: Records;
	readonly imports: Imports;
	readonly figures: Figures;
	/** the file that the workspace is saved in */
	readonly file: WorkspaceFile;
	/** the picture of the page that was looked at last */
	readonly lastView: LastViewFile;

	readonly #store: Store;
	readonly #writer = new Writer(() => this.figures.settled());
	readonly #tables: Tables;
	#opened: Promise<void> = Promise.resolve();

	/** @param openEngine starts the engine; called once, when it is first needed */
	constructor(openEngine: () => Promise<Engine>, store: Store = opfsStore) {
		this.#store = store;
		this.lastView = new LastViewFile(store);
		const [writer, rebuild] = [this.#writer, () => this.#rebuild()];
		this.batches = new Batches(store, writer, rebuild);
		this.records = new Records(store, (work) => writer.changeRecords(work));
		const tables = (this.#tables = new Tables(store, openEngine, () => this.#made()));
		const figures = (this.figures = new Figures(store, tables));
		const { batches, records } = this;
		const parts = { store, writer, batches, records, tables, figures };
		this.imports = new Imports(parts, () => this.#opened, rebuild);
		this.file = new WorkspaceFile(parts, () => this.#reload());
		writer.onChange((what) => void this.#hear(what).catch((error) => this.#failed(error)));
	}

	/** Another window has changed something. */
	#hear(what: Changed): Promise<void> {
		if (what === 'file') return this.file.open();
		return what === 'records' ? this.records.read() : this.#reload();
	}

	/** What can be asked about. */
	get inventory(): Inventory {
		return this.figures.inventory;
	}

	/** Goes up whenever the data change; 0 while there are none to ask. */
	get version(): number {
		return this.figures.version;
	}

	/** Every event there is to mark, those that were entered and those of files, at the Quartiere as they are now. */
	get events(): QuartierEvent[] {
		return [...this.records.events, ...this.inventory.events].map((event) => ({
			...event,
			quartier: event.quartier && this.quartierKey(event.quartier)
		}));
	}

	/** The outlines that were loaded, of the Quartiere as they are now; null where there are none. */
	get map(): QuartierMap | null {
		const { map } = this.records;
		return (
			map && {
				...map,
				shapes: map.shapes.map((shape) => ({
					...shape,
					quartier: shape.quartier && this.quartierKey(shape.quartier)
				}))
			}
		);
	}

	/** The Quartier that a key leads to: see `quartierAt` of the vocabulary. */
	quartierAt(key: string): Inventory['quartiere'][number] | undefined {
		return quartierAt(key, this.inventory.quartiere, this.records.aliases);
	}

	/** The key of the Quartier that a key leads to; the key itself where there is none, or nobody can say which. */
	quartierKey(key: string): string {
		return this.quartierAt(key)?.key ?? key;
	}

	/** All Quartiere that a key may mean: several where it is from before there were two of the name. */
	quartiereAt(key: string): Inventory['quartiere'] {
		return quartiereAt(key, this.inventory.quartiere, this.records.aliases);
	}

	/** Whether what was written down under a key is about a Quartier, maybe among others. */
	leadsTo(key: string, quartier: string): boolean {
		return key === quartier || this.quartiereAt(key).some((one) => one.key === quartier);
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
		this.#opened = this.#open(quiet);
		return this.#opened;
	}

	async #open(quiet: () => Promise<unknown>): Promise<void> {
		try {
			this.figures.start();
			const listed = this.batches.open();
			const read = this.records.read();
			const made = Promise.all([listed, read]).then(() => this.#made());
			const isKept = await this.figures.restore(made);
			await made;
			await this.batches.readCleaned();
			if (!isKept && !this.isEmpty) await this.#refresh();
			void quiet().then(() => this.batches.sweep());
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
			if (to)
				await this.records.put('aliases', {
					id,
					kind,
					key,
					...to,
					author: by,
					changed: now()
				});
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

	/** Makes the tables anew of the batches as they are on the disk. */
	async #rebuild(): Promise<void> {
		await this.#tables.start();
		await this.#tables.replace(await this.batches.list());
		await this.#refresh();
	}

	async #reload(): Promise<void> {
		// What is corrected of names decides what the tables are made of.
		await this.records.read();
		await this.#rebuild();
	}

	/** Deletes every file of the workspace, its key included. */
	async deleteEverything(): Promise<void> {
		await this.#writer.write(async () => {
			await this.#writer.changeRecords(() => this.#store.clear());
			this.batches.cleaned = null;
			await this.file.forget();
			await this.#reload();
		});
	}
}
