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
import type { BatchMeta, Codebook, LoadedKeys, Mapping } from '../ingest';
import { momentText } from '../words';
import {
	isLittered,
	listBatches,
	readKeptCodebook,
	removeBatch,
	sweep,
	type Damaged,
	type Listing
} from './batches';
import { dropCache } from './cache';
import { Database } from './database';
import { Inbox } from './inbox';
import { pseudonymKey } from './key';
import type { MakeOptions, Upload } from './making';
import { opfsStore } from './opfs';
import { fileEvents, holdingsOf, type Holdings } from './holdings';
import type { Store } from './store';
import { dropNotice, needsUpkeep, readNotice, upkeep, type CleanedNotice } from './upkeep';
import { Records } from './records.svelte';

export type Status = 'starting' | 'ready' | 'failed';

/** What reads files comes when it is needed: most visits are to look. */
const openClient = async () => new (await import('./ingest-client')).IngestClient();

/** What makes batches of files. */
const loadMaking = () => import('./making');

/** The lock of whoever writes: one window at a time. */
const WRITER = 'quartierspiegel-writer';
/** The lock of whoever changes records: that is short, so the others wait. */
const RECORDS = 'quartierspiegel-records';

const idsOf = (batches: readonly BatchMeta[]): string => batches.map(({ id }) => id).join();

type LoadOptions = Pick<MakeOptions, 'signal' | 'onStep'> & {
	sample?: boolean;
	/** a batch that the new one takes the place of; it comes back when the new one is taken back */
	replaces?: string | undefined;
};

/** Everything the user has, and the one way to ask it anything. */
export class Workspace {
	status = $state<Status>('starting');
	problem = $state.raw<Problem | null>(null);
	batches = $state.raw<BatchMeta[]>([]);
	/** what other batches took the place of; it comes back when those are taken back */
	earlier = $state.raw<BatchMeta[]>([]);
	/** batches that cannot be read, and count nowhere */
	damaged = $state.raw<Damaged[]>([]);
	/** what was deleted from batches of earlier versions, until somebody has read it */
	cleaned = $state.raw<CleanedNotice | null>(null);
	/** events of files, which change with their file alone */
	fileEvents = $state.raw<QuartierEvent[]>([]);
	holdings = $state.raw<Holdings>(holdingsOf(emptyContext()));
	/** false while what is shown was kept from the last visit and the tables are not there yet */
	confirmed = $state(true);
	/** events, notes, views and the map */
	readonly records: Records;
	/** goes up whenever the data change, so that pages ask anew; 0 while there are none to ask */
	version = $state(0);

	readonly #store: Store;
	readonly #channel =
		typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('quartierspiegel');
	readonly #database: Database;
	#context: Context = emptyContext();
	#opened: Promise<void> = Promise.resolve();
	/** batches whose description cannot be read */
	#undescribed: Damaged[] = [];
	/** resolves when the batches are listed, which is long before their tables are there */
	#listed: Promise<unknown> = Promise.resolve();

	/** @param openEngine starts the engine; called once, when it is first needed */
	constructor(openEngine: () => Promise<Engine>, store: Store = opfsStore) {
		this.#store = store;
		this.#database = new Database(store, openEngine);
		this.records = new Records(store, (work) => this.#inTurn(work));
		this.#channel?.addEventListener(
			'message',
			({ data }) => void (data === 'records' ? this.records.read() : this.#reload())
		);
	}

	/** Every event there is to mark: those that were entered, and those of files. */
	get allEvents(): QuartierEvent[] {
		return [...this.records.events, ...this.fileEvents];
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
			const listed = listBatches(this.#store).then((found) =>
				needsUpkeep(found) ? this.#upkeep(found) : found
			);
			this.#listed = listed.then((found) => this.#take(found)).catch(() => undefined);
			const listing = listed.then(({ batches }) => batches);
			const [kept] = await Promise.all([
				this.#database.kept(listing),
				this.records.read(),
				listing,
				this.#listed
			]);
			this.cleaned = await readNotice(this.#store);
			if (kept) {
				this.confirmed = false;
				this.#show(kept);
			}
			if (!kept && !this.isEmpty) await this.#refresh();
			void quiet().then(() => this.#sweep());
			if (kept) void quiet().then(() => this.#start());
			// Files can be read before the engine is there, so nobody has to wait for it here.
			else if (this.isEmpty) return void this.#start().then(() => this.#ready());
			this.#ready();
		} catch (error) {
			this.#failed(error);
		}
	}

	#take({ batches, earlier, damaged }: Listing): void {
		this.batches = batches;
		this.earlier = earlier;
		this.#undescribed = damaged;
		this.#tellDamaged();
	}

	#tellDamaged(): void {
		const unread = this.batches.filter(({ id }) => this.#database.damaged.includes(id));
		this.damaged = [
			...this.#undescribed,
			...unread.map(({ id, file }) => ({ id, name: file.name }))
		];
	}

	/** Repairs and cleans what is kept, unless another window is at it. */
	async #upkeep(listing: Listing): Promise<Listing> {
		const done = await this.#alone(async () => {
			const client = await openClient();
			try {
				return await upkeep(this.#store, await listBatches(this.#store), client.api);
			} finally {
				client.close();
			}
		});
		return done ?? listing;
	}

	/** Removes what windows left that were closed while they wrote. Nobody waits for it. */
	async #sweep(): Promise<void> {
		try {
			const isNeeded = await isLittered(this.#store, await listBatches(this.#store));
			if (isNeeded) await this.#alone(() => sweep(this.#store));
		} catch {
			// It stays until the next start.
		}
	}

	/** Does work while no window writes; undefined where one does. */
	#alone<T>(work: () => Promise<T>): Promise<T | undefined> {
		return navigator.locks.request(WRITER, { ifAvailable: true }, (lock) =>
			lock ? work() : Promise.resolve(undefined)
		);
	}

	/** Starts the engine behind figures that are already on the page. */
	async #start(): Promise<void> {
		try {
			await this.#database.start(this.batches);
			this.#tellDamaged();
			// What was kept may count rows that can no longer be read.
			if (this.#database.damaged.length > 0) await this.#refresh();
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
		this.#tellDamaged();
		this.#show(context);
	}

	async #reload(): Promise<void> {
		const engine = await this.#database.start(this.batches);
		this.#take(await listBatches(this.#store));
		await this.records.read();
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
	async #write<T>(work: () => Promise<T>): Promise<T> {
		const result = await navigator.locks.request(WRITER, { ifAvailable: true }, async (lock) => {
			if (!lock) fail('other_tab');
			await this.#database.settled();
			return work();
		});
		this.#channel?.postMessage('data');
		return result;
	}

	/** Changes records, one window after the other. */
	async #inTurn(work: () => Promise<void>): Promise<void> {
		await navigator.locks.request(RECORDS, work);
		this.#channel?.postMessage('records');
	}

	/** Gets what loading files needs, so that it is there even if the network is gone by then. */
	async prepareToLoad(): Promise<void> {
		await loadMaking();
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
			// Another window may have written since this one looked.
			const listing = await listBatches(this.#store);
			const before = listing.batches;
			const isStale = idsOf(before) !== idsOf(this.batches);
			const staying = before.filter(({ id }) => id !== replaces);
			if (replaces !== undefined && staying.length === before.length) fail('replaced_meanwhile');
			const refuse = ({ file }: BatchMeta) => {
				const same = staying.find((one) => one.file.sha256 === file.sha256);
				if (same) fail('same_file', { when: momentText(same.created) }, { file: file.name });
			};
			// Master data may name the city of a Quartier that is there already: then all is built anew.
			const anew =
				isStale ||
				staying.length < before.length ||
				uploads.some(({ kind }, place) => kind === 'quartiere' && before.length + place > 0);
			const rows = new Inbox<TableRows>();
			const key = await this.pseudonymKey();
			const catalog = this.isEmpty ? emptyCatalog() : this.#context.catalog;
			const { makeBatches } = await loadMaking();
			const made = makeBatches(
				uploads,
				{ store: this.#store, key, catalog, sample, replaces, refuse, signal, onStep },
				rows
			);
			try {
				const engine = await Promise.race([this.#database.start(before), made.failed]);
				if (anew) {
					const batches = [...staying, ...(await made.done)];
					await this.#database.replace(engine, batches, signal);
				} else {
					// Kept on disk while the database takes the rows, which hold once both is done.
					await this.#database.append(engine, rows, { signal, until: made.done });
				}
			} catch (error) {
				await made.takeBack();
				await this.#database.settled();
				await dropCache(this.#store);
				if (isStale) await this.#reload();
				throw error;
			}
			// One step back is kept: what was replaced now, not what that one had replaced.
			await sweep(this.#store).catch(() => undefined);
			this.#take(await listBatches(this.#store));
			await this.#refresh();
			return made.done;
		});
	}

	/** The rows of the batches of a kind, for a check to find those that a file has as well. */
	async loaded(kind: Mapping['kind']): Promise<{ batches: LoadedKeys[]; key: Uint8Array }> {
		await this.#listed;
		const batches = await Promise.all(
			this.batches
				.filter((batch) => batch.kind === kind)
				.map(async ({ id, file, created }): Promise<LoadedKeys[]> => {
					const bytes = await this.#store.read('ids', id);
					return bytes ? [{ batch: id, name: file.name, created, bytes }] : [];
				})
		);
		return { batches: batches.flat(), key: await this.pseudonymKey() };
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

	/** The batch that another one took the place of, where it is still kept. */
	before({ replaces }: BatchMeta): BatchMeta | undefined {
		return this.earlier.find(({ id }) => id === replaces);
	}

	/** Takes a batch back, whole. What it took the place of counts again. */
	undo(id: string): Promise<void> {
		return this.#remove(id);
	}

	/** Deletes a batch for good, and what it took the place of. */
	deleteBatch({ id, replaces }: Pick<BatchMeta, 'id' | 'replaces'>): Promise<void> {
		// The earlier one first: it must not come back where the window is closed in between.
		return this.#remove(...(replaces === undefined ? [] : [replaces]), id);
	}

	#remove(...ids: string[]): Promise<void> {
		return this.#write(async () => {
			// What was made from them goes with them, even if the window is closed now.
			await dropCache(this.#store);
			for (const id of ids) await removeBatch(this.#store, id);
			await this.#reload();
		});
	}

	/** Deletes for good what a batch took the place of; the figures stay as they are. */
	deleteEarlier({ replaces }: BatchMeta): Promise<void> {
		return this.#write(async () => {
			if (replaces !== undefined) await removeBatch(this.#store, replaces);
			this.#take(await listBatches(this.#store));
		});
	}

	/** Somebody has read what was deleted from batches of earlier versions. */
	async acknowledgeCleaned(): Promise<void> {
		await dropNotice(this.#store);
		this.cleaned = null;
	}

	/** Deletes every file of the workspace, its key included. */
	async deleteEverything(): Promise<void> {
		await this.#write(async () => {
			await navigator.locks.request(RECORDS, () => this.#store.clear());
			this.cleaned = null;
			await this.#reload();
		});
	}
}
