/** A source of reproducible chance. */
export type Random = {
	/** uniform in [0, 1) */
	uniform(): number;
	/** standard normal */
	normal(): number;
	/** number of events where `mean` are expected (small means only: takes time in proportion) */
	poisson(mean: number): number;
	/** a key with probability proportional to its weight */
	pick<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
	/** a copy in random order (Fisher–Yates) */
	shuffle<Item>(items: readonly Item[]): Item[];
};

/** mulberry32 by Tommy Ettinger (public domain): 32 bits of state, enough for sample data. */
function mulberry32(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** FNV-1a, to turn the name of a stream into a number. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
	return value;
}

/**
 * The stream of this name under this seed. Every wave and every file has a stream of its own, so
 * that a change in one does not redraw the others.
 */
export function randomStream(seed: number, name: string): Random {
	const uniform = mulberry32(hash(`${seed}/${name}`));
	return {
		uniform,
		// Box–Muller; 1 − u keeps the logarithm away from zero
		normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
		poisson(mean) {
			const limit = Math.exp(-mean);
			let count = 0;
			for (let product = uniform(); product > limit; product *= uniform()) count++;
			return count;
		},
		pick<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
			const entries = Object.entries<number>(weights) as [Key, number][];
			let left = uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [key, weight] of entries) {
				left -= weight;
				if (left < 0) return key;
			}
			throw new Error('All weights are zero');
		},
		shuffle<Item>(items: readonly Item[]): Item[] {
			const shuffled = [...items];
			for (let last = shuffled.length - 1; last > 0; last--) {
				const other = Math.floor(uniform() * (last + 1));
				[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
			}
			return shuffled;
		}
	};
}
