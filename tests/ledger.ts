/** What there is: its value by a key, as `batch:faelle.csv`. What is gone has none. */
export type State = Record<string, string>;

/** What a window said of something that it did: it has this value now, or may have it. */
export type Said = { key: string; value: string; isDone: boolean };

/** The value of what is not there. */
export const GONE = '';

/** What there may be after all that windows said. */
export class Ledger {
	#may: Map<string, Set<string>>;

	constructor(state: State) {
		this.#may = new Map(Object.entries(state).map(([key, value]) => [key, new Set([value])]));
	}

	/** Keys of a kind that have one of these values for certain. */
	having(kind: string, ...values: string[]): string[] {
		return [...this.#may]
			.filter(([key, may]) => key.startsWith(`${kind}:`) && may.size === 1)
			.filter(([, may]) => values.includes([...may][0]!))
			.map(([key]) => key);
	}

	/** Whether something has this value for certain. */
	has(key: string, value: string): boolean {
		return this.having(key.split(':')[0]!, value).includes(key);
	}

	/** Hears of what was done at the same time: of one thing the last one holds, whichever that is. */
	hear(said: readonly Said[]): void {
		for (const key of new Set(said.map((one) => one.key))) {
			const own = said.filter((one) => one.key === key);
			const before = own.some(({ isDone }) => isDone) ? [] : (this.#may.get(key) ?? [GONE]);
			this.#may.set(key, new Set([...before, ...own.map(({ value }) => value)]));
		}
	}

	/** What is not as it was said. */
	faults(state: State): string[] {
		return [...new Set([...this.#may.keys(), ...Object.keys(state)])].flatMap((key) => {
			const may = [...(this.#may.get(key) ?? [GONE])];
			const is = state[key] ?? GONE;
			return may.includes(is) ? [] : [`${key} is “${is}”, not “${may.join('” or “')}”`];
		});
	}

	/** It is like this, for certain. */
	settle(state: State): void {
		this.#may = new Map(Object.entries(state).map(([key, value]) => [key, new Set([value])]));
	}
}
