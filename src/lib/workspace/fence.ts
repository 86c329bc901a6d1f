import { fail, z } from '../domain';
import { readJson, writeJson } from './json-files';
import type { Store } from './store';

export const FENCE = 'fence';
export const FENCE_NAME = 'number';

/**
 * How often a window was taken the right to write. Whoever writes remembers the number, and looks before each write
 * whether it is still that: a window that slept while another one took over must not go on where it was (a fencing
 * token; Kleppmann, "How to do distributed locking", 2016).
 */
export class Fence {
	#mine: number | null = null;
	#depth = 0;

	/** @param mine the number of whoever has this written, where it is somebody else */
	constructor(
		private readonly store: Store,
		mine: number | null = null
	) {
		this.#mine = mine;
	}

	/** The number that what is done now has; null where nothing is. */
	get mine(): number | null {
		return this.#mine;
	}

	async #current(): Promise<number> {
		return (
			(await readJson(this.store, FENCE, FENCE_NAME, (json) => z.number().int().parse(json))) ?? 0
		);
	}

	/** Does work that may write as long as nobody takes over. */
	async guarded<T>(work: () => Promise<T>): Promise<T> {
		this.#depth++;
		try {
			if (this.#depth === 1) this.#mine = await this.#current();
			return await work();
		} finally {
			if (--this.#depth === 0) this.#mine = null;
		}
	}

	/** @throws ProblemError `taken_over` where another window has taken over meanwhile */
	async check(): Promise<void> {
		const mine = this.#mine;
		// What it is done for may end meanwhile.
		if (mine !== null && (await this.#current()) !== mine) fail('taken_over');
	}

	/** Whoever has begun to write before may not go on. */
	async raise(): Promise<void> {
		await writeJson(this.store, FENCE, FENCE_NAME, (await this.#current()) + 1);
	}
}
