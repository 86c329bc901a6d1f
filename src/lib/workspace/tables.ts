import type { Alias } from '../domain';
import { appendRows, type Engine, type Reader, type TableRows } from '../engine';
import type { BatchMeta } from '../ingest';
import { readBatches } from './batch-files';
import type { Store } from './store';
import { withClient } from './with-client';

/** What tables are made from: what files hold, and what people corrected of the names in them. */
type Source = { batches: readonly BatchMeta[]; aliases: readonly Alias[] };

/** The tables of the workspace in the engine. They are a cache of the batches, made from them by a worker. */
export class Tables {
	/** ids of batches that cannot be read */
	damaged: string[] = [];

	readonly #store: Store;
	readonly #open: () => Promise<Engine>;
	readonly #source: () => Source;
	#engine: Promise<Engine> | null = null;

	/** @param source what the tables are made from when the engine starts */
	constructor(store: Store, open: () => Promise<Engine>, source: () => Source) {
		this.#store = store;
		this.#open = open;
		this.#source = source;
	}

	/** The tables for whoever only asks. */
	get reader(): Reader {
		return {
			query: async (sql, options) => (await this.start()).query(sql, options),
			columns: async (sql) => (await this.start()).columns(sql)
		};
	}

	/** Starts the engine, unless it is there, and fills it with the batches side by side. */
	start(): Promise<Engine> {
		this.#engine ??= this.#start();
		return this.#engine;
	}

	async #start(): Promise<Engine> {
		const [engine, tables] = await Promise.all([this.#open(), this.#make(this.#source().batches)]);
		if (tables.length > 0) await appendRows(engine, tables);
		return engine;
	}

	/** The rows of batches, made anew. */
	async #make(batches: readonly BatchMeta[]): Promise<TableRows[]> {
		this.damaged = [];
		if (batches.length === 0) return [];
		const { damaged, tables } = await withClient(async ({ api }) =>
			api.rebuild(await readBatches(this.#store, batches), this.#source().aliases)
		);
		this.damaged = damaged;
		return tables;
	}

	/** Adds rows as they come in one transaction, which holds once `until` is done. */
	async append(
		rows: AsyncIterable<TableRows>,
		options: { signal?: AbortSignal | undefined; until?: Promise<unknown> }
	): Promise<void> {
		await appendRows(await this.start(), rows, options);
	}

	/** Puts the rows of the batches in the place of all there are, in one transaction. */
	async replace(batches: readonly BatchMeta[], signal?: AbortSignal): Promise<void> {
		const engine = await this.start();
		await appendRows(engine, await this.#make(batches), { replace: true, signal });
	}
}
