import { evaluate, type Audience } from '../disclosure';
import {
	fail,
	ProblemError,
	type IndicatorQueryInput,
	type IndicatorResult,
	type Problem,
	type QuartierEvent
} from '../domain';
import { appendRows, readCatalog, type Engine, type TableRows } from '../engine';
import type { BatchMeta, Mapping } from '../ingest';
import { eventsSchema, withEvent } from '../steering';
import {
	listBatches,
	now,
	readBatches,
	readJson,
	removeBatch,
	writeBatch,
	writeJson
} from './batches';
import { dropCache, readCache, writeCache } from './cache';
import { IngestClient } from './ingest-client';
import { pseudonymKey } from './key';
import { opfsStore } from './opfs';
import { readHoldings, type Holdings } from './holdings';
import type { Store } from './store';

export type Status = 'starting' | 'ready' | 'failed';

/** How far a longer piece of work is: a step with a name in `messages/`. */
export type Step = 'reading' | 'storing' | 'loading' | 'starting-engine' | 'rebuilding';

const EMPTY: Holdings = { quartiere: [], waves: [], groups: [], coverage: null };

/** Everything the user has, and the one way to ask it anything. */
export class Workspace {
	status = $state<Status>('starting');
	step = $state<Step>('starting-engine');
	problem = $state.raw<Problem | null>(null);
	batches = $state.raw<BatchMeta[]>([]);
	damaged = $state.raw<string[]>([]);
	events = $state.raw<QuartierEvent[]>([]);
	holdings = $state.raw<Holdings>(EMPTY);
	/** goes up whenever the data change, so that pages ask anew */
	version = $state(0);

	readonly #store: Store;
	readonly #channel =
		typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('quartierspiegel');
	#engine: Promise<Engine> | null = null;
	/** what is in the tables, as it was loaded, to be kept for the next start */
	#tables: TableRows[] = [];
	#keeping: Promise<unknown> = Promise.resolve();

	constructor(store: Store = opfsStore) {
		this.#store = store;
		this.#channel?.addEventListener('message', () => void this.#reload());
	}

	get isEmpty(): boolean {
		return this.batches.length === 0;
	}

	/** Starts the engine and reads what is kept, side by side. Called once. */
	async open(openEngine: () => Promise<Engine>): Promise<void> {
		this.#engine = openEngine();
		try {
			const [rebuilt] = await Promise.all([this.#readTables(), this.#readEvents()]);
			this.step = 'starting-engine';
			const engine = await this.#engine;
			this.#tables = rebuilt;
			await appendRows(engine, rebuilt);
			await this.#changed();
			this.status = 'ready';
		} catch (error) {
			this.status = 'failed';
			const reason = error instanceof Error ? error.message : String(error);
			this.problem =
				error instanceof ProblemError
					? error.problem
					: { code: 'engine_failed', params: { reason } };
		}
	}

	/** The tables of all batches: as they were kept, or made anew by a worker of its own. */
	async #readTables(): Promise<TableRows[]> {
		this.batches = await listBatches(this.#store);
		this.damaged = [];
		if (this.batches.length === 0) return [];
		const kept = await readCache(this.#store, this.batches);
		if (kept) return kept;
		const client = new IngestClient();
		try {
			const { tables, damaged } = await client.api.rebuild(
				await readBatches(this.#store, this.batches)
			);
			this.damaged = damaged;
			if (damaged.length === 0) this.#keepTables(tables);
			return tables;
		} finally {
			client.close();
		}
	}

	/** Nobody waits for the cache: one that cannot be written costs time at the next start, nothing else. */
	#keepTables(tables: TableRows[]): void {
		this.#tables = tables;
		const { batches } = this;
		this.#keeping = this.#keeping
			.then(() => writeCache(this.#store, batches, tables))
			.catch(() => dropCache(this.#store));
	}

	async #readEvents(): Promise<void> {
		const kept = await readJson(this.#store, 'records', 'events', (value) =>
			eventsSchema.parse(value)
		);
		this.events = kept ?? [];
	}

	async #changed(): Promise<void> {
		this.holdings = await readHoldings(await this.engine);
		this.version++;
	}

	async #reload(): Promise<void> {
		const tables = await this.#readTables();
		this.#tables = tables;
		await this.#readEvents();
		await appendRows(await this.engine, tables, { replace: true });
		await this.#changed();
	}

	get engine(): Promise<Engine> {
		return this.#engine ?? Promise.reject(new Error('the workspace is not open'));
	}

	/** Answers a query for an audience. Every figure on screen and in every export comes from here. */
	async evaluate(
		query: IndicatorQueryInput,
		audience: Audience,
		signal?: AbortSignal
	): Promise<IndicatorResult> {
		return evaluate(await this.engine, query, { audience, signal });
	}

	/** One window writes at a time; a second one is told, not broken. */
	async #write<T>(work: () => Promise<T>): Promise<T> {
		const result = await navigator.locks.request(
			'quartierspiegel-writer',
			{ ifAvailable: true },
			async (lock) => {
				if (!lock) fail('other_tab');
				await this.#keeping;
				return work();
			}
		);
		this.#channel?.postMessage('changed');
		return result;
	}

	/** @throws ProblemError `same_file` for a file that was loaded before */
	refuseKnown(sha256: string, name: string, when: (iso: string) => string): void {
		const known = this.batches.find((batch) => batch.file.sha256 === sha256);
		if (known) fail('same_file', { when: when(known.created) }, { file: name });
	}

	/**
	 * Keeps a file as a batch and loads it. All or nothing: when it is cancelled or fails, neither the
	 * store nor the tables have anything of it.
	 */
	async load(
		client: IngestClient,
		mapping: Mapping,
		file: { name: string; size: number },
		options: { sample?: boolean; signal?: AbortSignal; onStep?: (step: Step) => void } = {}
	): Promise<BatchMeta> {
		const { signal, onStep, sample = false } = options;
		return this.#write(async () => {
			const engine = await this.engine;
			signal?.throwIfAborted();
			onStep?.('reading');
			const about = {
				id: crypto.randomUUID(),
				author: '',
				created: now(),
				sample,
				...file
			};
			// So that the browser does not clear the data away when space runs short.
			void navigator.storage.persist();
			const key = await pseudonymKey(this.#store);
			const { batch, meta, tables } = await client.api.commit(
				mapping,
				about,
				key,
				await readCatalog(engine)
			);
			signal?.throwIfAborted();
			if (meta.loaded === 0) fail('nothing_left', {}, { file: file.name });
			onStep?.('storing');
			await this.#keep(meta, batch);
			try {
				signal?.throwIfAborted();
				onStep?.('loading');
				this.batches = [...this.batches, meta];
				// Master data may name the city of a Quartier that is there already: then all is built anew.
				const rebuild = meta.kind === 'quartiere' && this.batches.length > 1;
				const rows = rebuild ? await this.#readTables() : tables;
				await appendRows(engine, rows, { replace: rebuild, signal });
				if (!rebuild) this.#keepTables([...this.#tables, ...rows]);
			} catch (error) {
				await removeBatch(this.#store, meta.id);
				await this.#keeping;
				await dropCache(this.#store);
				this.batches = this.batches.filter(({ id }) => id !== meta.id);
				throw error;
			}
			await this.#changed();
			return meta;
		});
	}

	async #keep(meta: BatchMeta, batch: Uint8Array<ArrayBuffer>): Promise<void> {
		try {
			await writeBatch(this.#store, meta, batch);
		} catch (error) {
			await removeBatch(this.#store, meta.id).catch(() => undefined);
			fail('storage_failed', { reason: error instanceof Error ? error.message : String(error) });
		}
	}

	/** Takes a batch back, whole. */
	async undo(id: string): Promise<void> {
		await this.#write(async () => {
			await removeBatch(this.#store, id);
			await this.#reload();
		});
	}

	async saveEvents(events: QuartierEvent[]): Promise<void> {
		await this.#write(async () => {
			await writeJson(this.#store, 'records', 'events', events);
			this.events = events;
		});
	}

	async addEvents(events: readonly QuartierEvent[]): Promise<void> {
		await this.saveEvents(events.reduce<QuartierEvent[]>(withEvent, this.events));
	}

	/** Deletes every file of the workspace, its key included. */
	async deleteEverything(): Promise<void> {
		await this.#write(async () => {
			await this.#store.clear();
			await this.#reload();
		});
	}
}
