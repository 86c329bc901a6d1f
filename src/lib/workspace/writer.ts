import { fail } from '../domain';

/** The lock of whoever writes: one window at a time. */
const WRITER = 'quartierspiegel-writer';
/** The lock of whoever changes records: that is short, so the others wait. */
const RECORDS = 'quartierspiegel-records';

/** What other windows are told has changed. */
export type Changed = 'data' | 'records' | 'file';

/** Writing beside other windows, which hear of it. */
export class Writer {
	readonly #settled: () => Promise<void>;
	readonly #channel =
		typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('quartierspiegel');

	/** @param settled resolves when this window writes nothing by the way any more */
	constructor(settled: () => Promise<void>) {
		this.#settled = settled;
	}

	/** Hears of what other windows change. */
	onChange(hear: (what: Changed) => void): void {
		this.#channel?.addEventListener('message', ({ data }) => hear(data as Changed));
	}

	#tell(what: Changed): void {
		this.#channel?.postMessage(what);
	}

	/** One window writes at a time; a second one is told, not broken. @throws ProblemError `other_tab` */
	async write<T>(work: () => Promise<T>): Promise<T> {
		const result = await this.alone(work);
		this.tellData();
		return result;
	}

	/** Does work while no other window writes, and tells nobody. @throws ProblemError `other_tab` */
	alone<T>(work: () => Promise<T>): Promise<T> {
		return navigator.locks.request(WRITER, { ifAvailable: true }, async (lock) => {
			if (!lock) fail('other_tab');
			await this.#settled();
			return work();
		});
	}

	/** Other windows are to read everything anew. */
	tellData(): void {
		this.#tell('data');
	}

	/** Other windows are to hear what is saved in the file. */
	tellFile(): void {
		this.#tell('file');
	}

	/** Does work while no window writes; undefined where one does. */
	whileFree<T>(work: () => Promise<T>): Promise<T | undefined> {
		return navigator.locks.request(WRITER, { ifAvailable: true }, (lock) =>
			lock ? work() : Promise.resolve(undefined)
		);
	}

	/** Changes records, one window after the other. */
	async changeRecords<T>(work: () => Promise<T>): Promise<T> {
		const result = await navigator.locks.request(RECORDS, work);
		this.#tell('records');
		return result;
	}
}
