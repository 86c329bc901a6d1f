import { expect } from 'vitest';

/** Expects every number of `expected` in `actual`, within a relative error. */
export const expectNear =
	(tolerance: number) =>
	(actual: object, expected: object): void => {
		for (const [key, number] of Object.entries(expected as Record<string, unknown>)) {
			const found = Object.entries(actual as Record<string, unknown>).find(
				([name]) => name === key
			)?.[1];
			if (typeof found !== 'number' || typeof number !== 'number') {
				expect({ [key]: found }).toEqual({ [key]: number });
			} else if (!(Math.abs(found - number) <= tolerance * Math.abs(number))) {
				expect.fail(`${key} is ${found}, expected ${number}`);
			}
		}
	};

/** A list of values, each as often as said: `[value, times]`. */
export const repeated = (...runs: [number, number][]): number[] =>
	runs.flatMap(([value, times]) => Array<number>(times).fill(value));

/** Numbers from 0 to 1 that are the same in every run: mulberry32 by Tommy Ettinger (public domain). */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** The sum of a list of numbers. */
export const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
