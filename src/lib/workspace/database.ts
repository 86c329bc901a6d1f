import { contextOf, type Context } from '../disclosure';
import { appendRows, type Engine, type TableRows } from '../engine';
import type { BatchMeta } from '../ingest';
import { readBatches } from './batches';
import { dropCache, readContext, readTables, writeContext, writeTables } from './cache';
import { IngestClient } from './ingest-client';
import type { Store } from './store';

type Made = { tables: TableRows[]; damaged: string[] };

/**
 * The tables of the workspace in the engine. They are a cache of the batches: made anew from them by
 * a worker where nothing was kept, and kept beside them for the next start.
 */
export class Database {
	/** ids of batches that cannot be read */
	damaged: string[] = [];

	readonly #store: Store;
	readonly #open: () => Promise<Engine>;
	#engine: Promise<Engine> | null = null;
	/** what is in the tables, as it was loaded */
	#tables: readonly TableRows[] = [];
	#keeping: Promise<unknown> = Promise.resolve();

	constructor(store: Store, open: () => Promise<Engine>) {
		this.#store = store;
		this.#open = open;
	}

	/** What figures are computed from, as it was kept for exactly these batches; else null. */
	kept(batches: readonly BatchMeta[]): Promise<Context | null> {
		return readContext(this.#store, batches);
	}

	/** Starts the engine, unless it is there, and fills it with the batches side by side. */
	start(batches: readonly BatchMeta[]): Promise<Engine> {
		this.#engine ??= this.#start(batches);
		return this.#engine;
	}

	async #start(batches: readonly BatchMeta[]): Promise<Engine> {
		const [engine, tables] = await Promise.all([this.#open(), this.#readTables(batches)]);
		if (tables.length > 0) await appendRows(engine, tables);
		this.#tables = tables;
		return engine;
	}

	async #readTables(batches: readonly BatchMeta[]): Promise<TableRows[]> {
		this.damaged = [];
		if (batches.length === 0) return [];
		const kept = await readTables(this.#store, batches);
		if (kept) return kept;
		const { tables, damaged } = await this.#make(batches);
		this.damaged = damaged;
		return tables;
	}

	async #make(batches: readonly BatchMeta[]): Promise<Made> {
		const client = new IngestClient();
		try {
			return await client.api.rebuild(await readBatches(this.#store, batches));
		} finally {
			client.close();
		}
	}

	/** Adds rows in one transaction. */
	async append(engine: Engine, rows: readonly TableRows[], signal?: AbortSignal): Promise<void> {
		await appendRows(engine, [...rows], { signal });
		this.#tables = [...this.#tables, ...rows];
	}

	/** Puts the rows of the batches in the place of all there are, in one transaction. */
	async replace(
		engine: Engine,
		batches: readonly BatchMeta[],
		signal?: AbortSignal
	): Promise<void> {
		const tables = await this.#readTables(batches);
		await appendRows(engine, tables, { replace: true, signal });
		this.#tables = tables;
	}

	/** The context of the tables as they are now. */
	async context(batches: readonly BatchMeta[]): Promise<Context> {
		const context = await contextOf(await this.start(batches));
		if (batches.length > 0 && this.damaged.length === 0) this.#keep(batches, context);
		return context;
	}

	/** Nobody waits for the cache: one that cannot be written costs time at the next start, nothing else. */
	#keep(batches: readonly BatchMeta[], context: Context): void {
		const tables = this.#tables;
		this.#keeping = this.#keeping
			.then(() => writeContext(this.#store, batches, context))
			.then(() => writeTables(this.#store, batches, tables))
			.catch(() => dropCache(this.#store).catch(() => undefined));
	}

	/** Resolves when nothing is being kept any more. */
	async settled(): Promise<void> {
		await this.#keeping;
	}
}
