import { emptyInventory, type FigureSource, type Inventory } from '../domain';
import { dropCache, readCache, writeCache, type Made } from './cache';
import { workerFigures, type TableFigures } from './figures-client';
import type { Store } from './store';
import type { Tables } from './tables';

/** What the data say: the one way to ask them anything, and what can be asked about. */
export class Figures {
	/** what can be asked about, as the figures are now */
	inventory = $state.raw<Inventory>(emptyInventory());
	/** false while what is shown was kept from the last visit and the tables are not there yet */
	confirmed = $state(true);
	/** goes up whenever the data change, so that pages ask anew; 0 while there are none to ask */
	version = $state(0);

	readonly #store: Store;
	readonly #tables: Tables;
	readonly #source: TableFigures;
	#keeping: Promise<unknown> = Promise.resolve();

	constructor(store: Store, tables: Tables) {
		this.#store = store;
		this.#tables = tables;
		this.#source = workerFigures(tables.reader);
	}

	get source(): FigureSource {
		return this.#source;
	}

	/** Has the figures ready to be asked soon. */
	start(): void {
		this.#source.start();
	}

	/** Resolves when the page has what it asked for. */
	idle(): Promise<void> {
		return this.#source.idle();
	}

	/** Shows what was kept of exactly this, before their tables are there. False where nothing was. */
	async restore(made: Promise<Made>): Promise<boolean> {
		const packed = await readCache(this.#store, made);
		if (!packed || !(await this.#source.restore(packed))) return false;
		this.confirmed = false;
		await this.#show();
		return true;
	}

	/** Shows the tables as they are now. */
	async refresh(made: Made): Promise<void> {
		await this.#tables.start();
		await this.#source.read();
		if (made.batches.length > 0 && this.#tables.damaged.length === 0) this.#keep(made);
		await this.#show();
	}

	async #show(): Promise<void> {
		this.inventory = await this.#source.inventory();
		this.version++;
	}

	/** Nobody waits for the cache: one that cannot be written costs time at the next start, nothing else. */
	#keep(made: Made): void {
		const packed = this.#source.pack();
		this.#keeping = this.#keeping
			.then(async () => writeCache(this.#store, made, await packed))
			.catch(() => dropCache(this.#store).catch(() => undefined));
	}

	/** Resolves when nothing is being kept any more. */
	async settled(): Promise<void> {
		await this.#keeping;
	}
}
