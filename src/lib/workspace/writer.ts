import { fail } from '../domain';
import type { Fence } from './fence';
import { inPlace } from './place';

/** The lock of whoever writes: one window at a time. */
export const WRITER = 'quartierspiegel-writer';
/** The lock of whoever changes records: that is short, so the others wait. */
const RECORDS = 'quartierspiegel-records';

/** Milliseconds for which somebody who wants to write waits for another window. */
const PATIENCE = 3000;

/** What other windows are told has changed. */
export type Changed =
	| 'data'
	| 'records'
	| 'file'
	/** they are to begin anew, as they read and write in another way now */
	| 'encryption'
	/** a window was opened or closed */
	| 'windows';

/** How much this window is writing. */
let writing = 0;

async function counted<T>(work: () => Promise<T>): Promise<T> {
	writing++;
	try {
		return await work();
	} finally {
		writing--;
	}
}

/** Whether this window is writing, which nothing should break off. */
export const isWriting = (): boolean => writing > 0;

/** Does work under a lock, for which it waits no longer than that. @throws ProblemError `other_tab`, `taken_over` */
async function patient<T>(
	name: string,
	patience: number,
	work: () => Promise<T>,
	blocked: () => void
): Promise<T> {
	let begins = false;
	const signal = AbortSignal.timeout(patience);
	try {
		return await navigator.locks.request(inPlace(name), { signal }, () => {
			begins = true;
			return work();
		});
	} catch (error) {
		// Another window has taken the lock away.
		if (begins && error instanceof DOMException && error.name === 'AbortError') fail('taken_over');
		if (begins || !signal.aborted) throw error;
		blocked();
		return fail('other_tab');
	}
}

/** Writing beside other windows, which hear of it. */
export class Writer {
	readonly #settled: () => Promise<void>;
	readonly #fence: Fence;
	readonly #channel =
		typeof BroadcastChannel === 'undefined'
			? null
			: new BroadcastChannel(inPlace('quartierspiegel'));

	/**
	 * @param settled resolves when this window writes nothing by the way any more
	 * @param blocked hears whether another window writes and does not come to an end
	 */
	constructor(
		fence: Fence,
		settled: () => Promise<void>,
		private readonly blocked: (isBlocked: boolean) => void
	) {
		this.#fence = fence;
		this.#settled = settled;
	}

	/** Hears of what other windows change. */
	onChange(hear: (what: Changed) => void): void {
		this.#channel?.addEventListener('message', ({ data }) => hear(data as Changed));
	}

	tell(what: Changed): void {
		this.#channel?.postMessage(what);
	}

	/** The number of what this window is writing, for workers that write for it: see `Fence`. */
	get fence(): number | null {
		return this.#fence.mine;
	}

	#guarded<T>(work: () => Promise<T>): Promise<T> {
		this.blocked(false);
		return this.#fence.guarded(() => counted(work));
	}

	/** One window writes at a time; a second one is told, not broken. @throws ProblemError `other_tab` */
	async write<T>(work: () => Promise<T>): Promise<T> {
		const result = await this.alone(work);
		this.tell('data');
		return result;
	}

	/**
	 * Does work while no other window writes, and tells nobody. What is short is waited for.
	 *
	 * @throws ProblemError `other_tab`, and `taken_over` where another window has taken over meanwhile
	 */
	alone<T>(work: () => Promise<T>): Promise<T> {
		const begin = async () => {
			await this.#settled();
			return this.#guarded(work);
		};
		return patient(WRITER, PATIENCE, begin, () => this.blocked(true));
	}

	/** Does work while no window writes; undefined where one does. */
	whileFree<T>(work: () => Promise<T>): Promise<T | undefined> {
		return navigator.locks.request(inPlace(WRITER), { ifAvailable: true }, (lock) =>
			lock ? this.#guarded(work) : Promise.resolve(undefined)
		);
	}

	/** Changes records, one window after the other. @throws ProblemError `other_tab`, `taken_over` */
	async changeRecords<T>(work: () => Promise<T>): Promise<T> {
		const result = await patient(
			RECORDS,
			3 * PATIENCE,
			() => this.#guarded(work),
			() => this.blocked(true)
		);
		this.tell('records');
		return result;
	}

	/**
	 * Takes the right to write from a window that sleeps in the middle of its work: it may not go on.
	 *
	 * @param settle puts back what it left half done
	 */
	async takeOver(settle: () => Promise<void>): Promise<void> {
		await navigator.locks.request(inPlace(WRITER), { steal: true }, () =>
			navigator.locks.request(inPlace(RECORDS), { steal: true }, async () => {
				await this.#fence.raise();
				await this.#guarded(settle);
			})
		);
		this.tell('data');
	}
}
