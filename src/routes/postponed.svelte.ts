import { inPlace } from '$lib/workspace';

/** Milliseconds. */
export const WEEK = 7 * 24 * 60 * 60 * 1000;

/** A reminder that was put off for a week. Where the moment cannot be kept, that holds for this visit. */
export class Postponed {
	readonly #key: string;
	#until = $state(0);

	/** @param key the name under which this browser keeps it, for each workspace */
	constructor(key: string) {
		this.#key = inPlace(key);
		const kept = Number(localStorage.getItem(this.#key) ?? 0);
		if (Number.isFinite(kept)) this.#until = kept;
	}

	/** Whether it is put off at a moment, in milliseconds. */
	isPutOff(now: number): boolean {
		return now <= this.#until;
	}

	/** Puts it off for a week from a moment on, in milliseconds. */
	putOff(now: number): void {
		this.#until = now + WEEK;
		localStorage.setItem(this.#key, String(this.#until));
	}
}
