import {
	emptyContext,
	evaluate,
	needsSheets,
	sentencesAround,
	withSheets,
	type Audience,
	type Context,
	type Sentence
} from '../disclosure';
import {
	fail,
	ProblemError,
	type IndicatorQueryInput,
	type IndicatorResult,
	type Problem,
	type QuartierEvent
} from '../domain';
import { emptyCatalog, readCaseKeys, type Engine, type TableRows } from '../engine';
import type { BatchMeta, Codebook, Mapping } from '../ingest';
import { listBatches, readKeptCodebook, removeBatch } from './batches';
import { dropCache } from './cache';
import { Database } from './database';
import { Inbox } from './inbox';
import { pseudonymKey } from './key';
import type { MakeOptions, Upload } from './making';
import { opfsStore } from './opfs';
import { fileEvents, holdingsOf, type Holdings } from './holdings';
import type { Store } from './store';
import { Written } from './written.svelte';

export type Status = 'starting' | 'ready' | 'failed';

/** What reads files comes when it is needed: most visits are to look. */
const openClient = async () => new (await import('./ingest-client')).IngestClient();

type LoadOptions = Pick<MakeOptions, 'signal' | 'onStep'> & {
	sample?: boolean;
	/** a batch that the new ones take the place of */
	replaces?: string | undefined;
};

/** Everything the user has, and the one way to ask it anything. */
export class Workspace {
	status = $state<Status>('starting');
	problem = $state.raw<Problem | null>(null);
	batches = $state.raw<BatchMeta[]>([]);
	damaged = $state.raw<string[]>([]);
	/** events of files, which change with their file alone */
	fileEvents = $state.raw<QuartierEvent[]>([]);
	holdings = $state.raw<Holdings>(holdingsOf(emptyContext()));
	/** false while what is shown was kept from the last visit and the tables are not there yet */
	confirmed = $state(true);
	/** events, notes, views and the map */
	readonly written: Written;
	/** goes up whenever the data change, so that pages ask anew; 0 while there are none to ask */
	version = $state(0);

	readonly #store: Store;
	readonly #channel =
		typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('quartierspiegel');
	readonly #database: Database;
	#context: Context = emptyContext();
	#opened: Promise<void> = Promise.resolve();
	/** resolves when the batches are listed, which is long before their tables are there */
	#listed: Promise<unknown> = Promise.resolve();

	/** @param openEngine starts the engine; called once, when it is first needed */
	constructor(openEngine: () => Promise<Engine>, store: Store = opfsStore) {
		this.#store = store;
		this.#database = new Database(store, openEngine);
		this.written = new Written(store, (work) => this.#write(work, 'records'));
		this.#channel?.addEventListener(
			'message',
			({ data }) => void (data === 'records' ? this.written.read() : this.#reload())
		);
	}

	/** Every event there is to mark: those that were entered, and those of files. */
	get allEvents(): QuartierEvent[] {
		return [...this.written.events, ...this.fileEvents];
	}

	get isEmpty(): boolean {
		return this.batches.length === 0;
	}

	/** True while there is nothing to ask, but may be soon. */
	get isOpening(): boolean {
		return this.version === 0 && !(this.isEmpty && this.status !== 'starting');
	}

	/**
	 * Reads what is there. Where the figures were kept, they are shown at once, and the engine starts
	 * when `quiet` says that the page has nothing more important to do. Called once.
	 */
	open(quiet: () => Promise<unknown>): Promise<void> {
		this.#opened = this.#open(quiet);
		return this.#opened;
	}

	/** Resolves when it is known what the workspace holds. */
	get opened(): Promise<void> {
		return this.#opened;
	}

	async #open(quiet: () => Promise<unknown>): Promise<void> {
		try {
			const listing = listBatches(this.#store);
			this.#listed = listing.then((batches) => (this.batches = batches)).catch(() => undefined);
			const [kept] = await Promise.all([
				this.#database.kept(listing),
				this.written.read(),
				listing,
				this.#listed
			]);
			if (kept) {
				this.confirmed = false;
				this.#show(kept);
			}
			if (!kept && !this.isEmpty) await this.#refresh();
			if (kept) void quiet().then(() => this.#start());
			// Files can be read before the engine is there, so nobody has to wait for it here.
			else if (this.isEmpty) return void this.#start().then(() => this.#ready());
			this.#ready();
		} catch (error) {
			this.#failed(error);
		}
	}

	/** Starts the engine behind figures that are already on the page. */
	async #start(): Promise<void> {
		try {
			await this.#database.start(this.batches);
			this.damaged = this.#database.damaged;
			this.confirmed = true;
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

	#show(context: Context): void {
		this.#context = context;
		this.holdings = holdingsOf(context);
		this.fileEvents = fileEvents(context);
		this.version++;
	}

	/** Shows the tables as they are now. */
	async #refresh(): Promise<void> {
		const context = await this.#database.context(this.batches);
		this.damaged = this.#database.damaged;
		this.#show(context);
	}

	async #reload(): Promise<void> {
		const engine = await this.#database.start(this.batches);
		this.batches = await listBatches(this.#store);
		await this.written.read();
		await this.#database.replace(engine, this.batches);
		await this.#refresh();
	}

	/**
	 * Answers a query for an audience. Every figure on screen and in every export comes from here.
	 *
	 * @throws as `evaluate`
	 */
	evaluate(query: IndicatorQueryInput, audience: Audience): IndicatorResult {
		return evaluate(this.#context, query, { audience });
	}

	/**
	 * Answers any query, also one that needs single sheets, which are read first: how items go together,
	 * what people wrote. `pause` gives the page its turn.
	 *
	 * @throws as `evaluate`
	 */
	async answer(
		query: IndicatorQueryInput,
		audience: Audience,
		pause: () => Promise<unknown>
	): Promise<IndicatorResult> {
		return evaluate(await this.#withSheets(query, pause), query, { audience });
	}

	/** The sentences behind a term of a query, for staff alone. @throws as `evaluate` */
	async sentences(
		query: IndicatorQueryInput,
		term: string,
		pause: () => Promise<unknown>
	): Promise<Sentence[]> {
		return sentencesAround(await this.#withSheets(query, pause), query, term);
	}

	async #withSheets(query: IndicatorQueryInput, pause: () => Promise<unknown>): Promise<Context> {
		if (!needsSheets(query)) return this.#context;
		const engine = await this.#database.start(this.batches);
		return withSheets(this.#context, engine, query, pause);
	}

	/** One window writes at a time; a second one is told, not broken. */
	async #write<T>(work: () => Promise<T>, what: 'data' | 'records' = 'data'): Promise<T> {
		const result = await navigator.locks.request(
			'quartierspiegel-writer',
			{ ifAvailable: true },
			async (lock) => {
				if (!lock) fail('other_tab');
				await this.#database.settled();
				return work();
			}
		);
		this.#channel?.postMessage(what);
		return result;
	}

	/** The key for pseudonyms, for the worker that reads a file. */
	pseudonymKey(): Promise<Uint8Array> {
		return pseudonymKey(this.#store);
	}

	/** @throws ProblemError `same_file` for a file that was loaded before */
	async refuseKnown(sha256: string, name: string, when: (iso: string) => string): Promise<void> {
		await this.#listed;
		const known = this.batches.find((batch) => batch.file.sha256 === sha256);
		if (known) fail('same_file', { when: when(known.created) }, { file: name });
	}

	/**
	 * Keeps files as batches and loads them, each opened when its turn comes. All or nothing: when it
	 * is cancelled or fails, neither the store nor the tables have anything of them.
	 */
	async load(
		uploads: readonly Upload[],
		{ signal, onStep, replaces, sample = false }: LoadOptions = {}
	): Promise<BatchMeta[]> {
		await this.#opened;
		return this.#write(async () => {
			signal?.throwIfAborted();
			// So that the browser does not clear the data away when space runs short.
			void navigator.storage.persist();
			const before = this.batches;
			const staying = before.filter(({ id }) => id !== replaces);
			// Master data may name the city of a Quartier that is there already: then all is built anew.
			const anew =
				staying.length < before.length ||
				uploads.some(({ kind }, place) => kind === 'quartiere' && before.length + place > 0);
			const rows = new Inbox<TableRows>();
			const key = await this.pseudonymKey();
			const catalog = this.isEmpty ? emptyCatalog() : this.#context.catalog;
			const { makeBatches } = await import('./making');
			const made = makeBatches(
				uploads,
				{ store: this.#store, key, catalog, sample, signal, onStep },
				rows
			);
			try {
				const engine = await Promise.race([this.#database.start(before), made.failed]);
				if (anew) {
					this.batches = [...staying, ...(await made.done)];
					await this.#database.replace(engine, this.batches, signal);
					if (replaces !== undefined) await removeBatch(this.#store, replaces);
				} else {
					// Kept on disk while the database takes the rows, which hold once both is done.
					await this.#database.append(engine, rows, { signal, until: made.done });
					this.batches = [...before, ...(await made.done)];
				}
			} catch (error) {
				await made.takeBack();
				await this.#database.settled();
				await dropCache(this.#store);
				this.batches = before;
				throw error;
			}
			await this.#refresh();
			return made.done;
		});
	}

	/** The pseudonyms of the cases that are loaded, to which other records may refer. */
	async caseKeys(): Promise<string[]> {
		await this.#opened;
		return readCaseKeys(await this.#database.start(this.batches));
	}

	/** What was confirmed about the columns of the surveys so far, the newest first. */
	async codebooks(): Promise<{ name: string; codebook: Codebook }[]> {
		await this.#listed;
		const surveys = this.batches.filter(({ kind }) => kind === 'survey').toReversed();
		const found = await Promise.all(
			surveys.map(async ({ id, file }) => ({
				name: file.name,
				codebook: await readKeptCodebook(this.#store, id)
			}))
		);
		return found.flatMap(({ name, codebook }) => (codebook ? [{ name, codebook }] : []));
	}

	/** What was confirmed about the columns of a survey. @throws ProblemError `batch_missing` */
	async codebook(id: string): Promise<Codebook> {
		return (await readKeptCodebook(this.#store, id)) ?? fail('batch_missing');
	}

	/** The kept bytes of a batch, to be read again. @throws ProblemError `batch_missing` */
	async batch(id: string): Promise<Uint8Array<ArrayBuffer>> {
		return (await this.#store.read('batches', id)) ?? fail('batch_missing');
	}

	/** How the file of a batch was read. @throws ProblemError `batch_missing`, and what a damaged one says */
	async mapping(id: string): Promise<Mapping> {
		const client = await openClient();
		try {
			return (await client.api.reopen(await this.batch(id))).mapping;
		} finally {
			client.close();
		}
	}

	/** Reads a batch in another way and puts it in the place of what it was, all or nothing. */
	async remap(meta: BatchMeta, change: (mapping: Mapping) => Mapping): Promise<void> {
		const client = await openClient();
		try {
			const { mapping } = await client.api.reopen(await this.batch(meta.id));
			const { name, size } = meta.file;
			const open = async () => ({ client, mapping: change(mapping), size });
			await this.load([{ kind: meta.kind, name, open }], {
				replaces: meta.id,
				sample: meta.sample
			});
		} finally {
			client.close();
		}
	}

	/** Takes a batch back, whole. */
	async undo(id: string): Promise<void> {
		await this.#write(async () => {
			await removeBatch(this.#store, id);
			// What was made from it goes with it, even if the window is closed now.
			await dropCache(this.#store);
			await this.#reload();
		});
	}

	/** Deletes every file of the workspace, its key included. */
	async deleteEverything(): Promise<void> {
		await this.#write(async () => {
			await this.#store.clear();
			await this.#reload();
		});
	}
}
