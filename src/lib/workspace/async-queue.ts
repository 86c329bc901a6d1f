/** What comes in at its own pace, to be taken out one by one in the same order. */
export class AsyncQueue<T> implements AsyncIterable<T> {
	readonly #waiting: T[] = [];
	#closed = false;
	#wake: () => void = () => undefined;

	put(one: T): void {
		this.#waiting.push(one);
		this.#wake();
	}

	/** Nothing more will come. */
	close(): void {
		this.#closed = true;
		this.#wake();
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<T> {
		for (;;) {
			const one = this.#waiting.shift();
			if (one !== undefined) yield one;
			else if (this.#closed) return;
			else await new Promise<void>((resolve) => (this.#wake = resolve));
		}
	}
}
