import type { Alias } from '../domain';
import {
	appendRows,
	readCatalog,
	type Catalog,
	type Engine,
	type IpcReader,
	type TableRows
} from '../engine';
import type { BatchMeta } from '../ingest';
import { readBatches } from './batch-files';
import type { Store } from './store';
import { withClient } from './with-client';

/** What tables are made from: what files hold, and what people corrected of the names in them. */
type Source = { batches: readonly BatchMeta[]; aliases: readonly Alias[] };

/** Batches with the same rows: the same file, read in the same way and loaded at the same time. */
const isSame = (a: BatchMeta, b: BatchMeta): boolean => a.id === b.id && a.created === b.created;

/**
 * The batches that came to what there was; null where something else is different too. Master data may name the
 * city of a Quartier that is there already.
 */
function addedTo(held: Source, { batches, aliases }: Source): BatchMeta[] | null {
	if (JSON.stringify(held.aliases) !== JSON.stringify(aliases)) return null;
	if (!held.batches.every((one) => batches.some((other) => isSame(one, other)))) return null;
	const added = batches.filter((one) => !held.batches.some((other) => isSame(one, other)));
	return added.some(({ kind }) => kind === 'quartierYear') ? null : added;
}

/** The tables of the workspace in the engine. They are a cache of the batches, made from them by a worker. */
export class Tables {
	/** ids of batches that cannot be read */
	damaged: string[] = [];

	readonly #store: Store;
	readonly #open: () => Promise<Engine>;
	readonly #source: () => Source;
	#engine: Promise<Engine> | null = null;
	/** what the tables are of; null where that is not known, so that they are made anew */
	#held: Source | null = null;
	#turn: Promise<unknown> = Promise.resolve();

	/** @param source what the tables are made from when the engine starts */
	constructor(store: Store, open: () => Promise<Engine>, source: () => Source) {
		this.#store = store;
		this.#open = open;
		this.#source = source;
	}

	/** The tables for whoever only asks. */
	get reader(): IpcReader {
		return {
			query: async (sql, options) => (await this.start()).query(sql, options),
			ipc: async (sql) => (await this.start()).ipc(sql)
		};
	}

	/** Starts the engine, unless it is there, and fills it with the batches side by side. */
	start(): Promise<Engine> {
		this.#engine ??= this.#start();
		return this.#engine;
	}

	async #start(): Promise<Engine> {
		const source = this.#source();
		const [engine, made] = await Promise.all([this.#open(), this.#make(source)]);
		if (made.tables.length > 0) await appendRows(engine, made.tables);
		this.#holds(source, made.damaged);
		return engine;
	}

	/** The rows of batches: of all there are, or of those that come to what the catalog is of. */
	async #make(
		{ batches, aliases }: Source,
		catalog?: Catalog
	): Promise<{ damaged: string[]; tables: TableRows[]; stale: boolean }> {
		if (batches.length === 0) return { damaged: [], tables: [], stale: false };
		return withClient(async ({ api }) =>
			api.rebuild(await readBatches(this.#store, batches), aliases, catalog)
		);
	}

	#holds(source: Source, damaged: string[]): void {
		this.damaged = damaged;
		// What could not be read may be whole the next time.
		this.#held = damaged.length > 0 ? null : source;
	}

	/**
	 * Does work that changes the tables, one after the other: what is added is numbered on from what there is, and
	 * other windows have this one read what they brought in at any time.
	 */
	inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#turn.then(work);
		this.#turn = done.catch(() => undefined);
		return done;
	}

	/** Adds the rows of new batches as they come, in one transaction, which holds once `kept` is done. In turn. */
	async append(
		rows: AsyncIterable<TableRows>,
		options: { signal?: AbortSignal | undefined; kept: Promise<readonly BatchMeta[]> }
	): Promise<void> {
		const { signal, kept } = options;
		const engine = await this.start();
		await appendRows(engine, rows, { signal, until: kept });
		const held = this.#held;
		this.#held = held && { ...held, batches: [...held.batches, ...(await kept)] };
	}

	/** Puts the rows of the batches in the place of all there are, in one transaction. In turn. */
	async replace(batches: readonly BatchMeta[], signal?: AbortSignal): Promise<void> {
		const engine = await this.start();
		const source = { ...this.#source(), batches };
		const { tables, damaged } = await this.#make(source);
		await appendRows(engine, tables, { replace: true, signal });
		this.#holds(source, damaged);
	}

	/**
	 * Has the tables hold the batches: where some came to what they hold, only the rows of those are made. False where
	 * they hold them already. In turn.
	 */
	async hold(batches: readonly BatchMeta[]): Promise<boolean> {
		await this.start();
		const source = { ...this.#source(), batches };
		const more = this.#held && addedTo(this.#held, source);
		if (more?.length === 0) return false;
		if (!more || !(await this.#add(source, more))) await this.replace(batches);
		return true;
	}

	/** Adds the rows of batches. False where that cannot be done without changing others. */
	async #add(source: Source, more: BatchMeta[]): Promise<boolean> {
		const engine = await this.start();
		const catalog = await readCatalog(engine);
		const { tables, damaged, stale } = await this.#make({ ...source, batches: more }, catalog);
		if (stale || damaged.length > 0) return false;
		await appendRows(engine, tables);
		this.#holds(source, []);
		return true;
	}
}
