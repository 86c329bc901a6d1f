import { fail } from '../../domain';

/** A file cannot be understood beyond this place. */
export const damaged = (reason: string): never => fail('file_is_damaged', { reason });

/** Reads numbers and strings one after the other; never beyond the end. */
export class Bytes {
	at = 0;
	little = true;
	readonly #view: DataView;

	constructor(readonly all: Uint8Array) {
		this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength);
	}

	/** Moves on by a number of bytes and returns where they begin. @throws ProblemError `file_is_damaged` */
	skip(count: number): number {
		const from = this.at;
		if (count < 0 || from + count > this.all.length) damaged(`the file ends at ${this.all.length}`);
		this.at = from + count;
		return from;
	}

	i32(): number {
		return this.#view.getInt32(this.skip(4), this.little);
	}

	i64(): number {
		return Number(this.#view.getBigInt64(this.skip(8), this.little));
	}

	f64(): number {
		return this.#view.getFloat64(this.skip(8), this.little);
	}

	take(count: number): Uint8Array {
		const from = this.skip(count);
		return this.all.subarray(from, from + count);
	}
}
