/** A seeded generator of random numbers (mulberry32): the same seed gives the same file. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** a number from 0 to before 1 */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** a whole number from the one to the other, both included */
	whole(from: number, to: number): number {
		return from + Math.floor(this.next() * (to - from + 1));
	}

	chance(p: number): boolean {
		return this.next() < p;
	}

	pick<T>(from: readonly T[]): T {
		return from[Math.floor(this.next() * from.length)]!;
	}

	/** some of them, in their order */
	some<T>(from: readonly T[], count: number): T[] {
		const left = from.map((one) => ({ one, at: this.next() })).sort((a, b) => a.at - b.at);
		const chosen = new Set(left.slice(0, count).map(({ one }) => one));
		return from.filter((one) => chosen.has(one));
	}
}
