import { contextOf, type Context } from '../disclosure';
import { appendRows, type Engine, type TableRows } from '../engine';
import type { BatchMeta } from '../ingest';
import { readBatches } from './batches';
import { dropCache, readContext, writeContext } from './cache';
import { IngestClient } from './ingest-client';
import type { Store } from './store';

/**
 * The tables of the workspace in the engine. They are a cache of the batches, made from them by a
 * worker; what figures are computed from is kept, so that nobody waits for that.
 */
export class Database {
	/** ids of batches that cannot be read */
	damaged: string[] = [];

	readonly #store: Store;
	readonly #open: () => Promise<Engine>;
	#engine: Promise<Engine> | null = null;
	#keeping: Promise<unknown> = Promise.resolve();

	constructor(store: Store, open: () => Promise<Engine>) {
		this.#store = store;
		this.#open = open;
	}

	/** What figures are computed from, as it was kept for exactly these batches; else null. */
	kept(batches: Promise<readonly BatchMeta[]>): Promise<Context | null> {
		return readContext(this.#store, batches);
	}

	/** Starts the engine, unless it is there, and fills it with the batches side by side. */
	start(batches: readonly BatchMeta[]): Promise<Engine> {
		this.#engine ??= this.#start(batches);
		return this.#engine;
	}

	async #start(batches: readonly BatchMeta[]): Promise<Engine> {
		const [engine, tables] = await Promise.all([this.#open(), this.#make(batches)]);
		if (tables.length > 0) await appendRows(engine, tables);
		return engine;
	}

	/** The rows of batches, made anew. */
	async #make(batches: readonly BatchMeta[]): Promise<TableRows[]> {
		this.damaged = [];
		if (batches.length === 0) return [];
		const client = new IngestClient();
		try {
			const made = await client.api.rebuild(await readBatches(this.#store, batches));
			this.damaged = made.damaged;
			return made.tables;
		} finally {
			client.close();
		}
	}

	/** Adds rows as they come in one transaction, which holds once `until` is done. */
	append(
		engine: Engine,
		rows: AsyncIterable<TableRows>,
		options: { signal?: AbortSignal | undefined; until?: Promise<unknown> }
	): Promise<void> {
		return appendRows(engine, rows, options);
	}

	/** Puts the rows of the batches in the place of all there are, in one transaction. */
	async replace(
		engine: Engine,
		batches: readonly BatchMeta[],
		signal?: AbortSignal
	): Promise<void> {
		await appendRows(engine, await this.#make(batches), { replace: true, signal });
	}

	/** The context of the tables as they are now. */
	async context(batches: readonly BatchMeta[]): Promise<Context> {
		const context = await contextOf(await this.start(batches));
		if (batches.length > 0 && this.damaged.length === 0) this.#keep(batches, context);
		return context;
	}

	/** Nobody waits for the cache: one that cannot be written costs time at the next start, nothing else. */
	#keep(batches: readonly BatchMeta[], context: Context): void {
		this.#keeping = this.#keeping
			.then(() => writeContext(this.#store, batches, context))
			.catch(() => dropCache(this.#store).catch(() => undefined));
	}

	/** Resolves when nothing is being kept any more. */
	async settled(): Promise<void> {
		await this.#keeping;
	}
}
