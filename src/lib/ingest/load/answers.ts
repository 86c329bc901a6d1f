import { toIpc, type TableRows } from '../../engine';

/** Rows that are handed to the database at once: few enough to be cancelled in between. */
const AT_ONCE = 1_000_000;

/** What all answers of a response share, by its place. */
type Responses = {
	id: Uint32Array;
	quartier: Uint16Array;
	wave: Uint16Array;
	profile: Uint32Array;
	weight: Float64Array;
};

const empty = (rows: number) => ({
	response: new Uint32Array(rows),
	quartier: new Uint16Array(rows),
	wave: new Uint16Array(rows),
	item: new Uint16Array(rows),
	profile: new Uint32Array(rows),
	value: new Float64Array(rows),
	top: new Uint8Array(rows),
	weight: new Float64Array(rows)
});

/** Collects the rows of `answer`, which come in the order in which they lie in the table. */
export class AnswerRows {
	/** the item that the next rows answer */
	item = 0;
	readonly #responses: Responses;
	readonly #take: (rows: TableRows) => void;
	#rows: ReturnType<typeof empty>;
	#length = 0;

	/** @param take gets the rows, as many at a time as the database takes at once */
	constructor(responses: Responses, take: (rows: TableRows) => void) {
		this.#responses = responses;
		this.#take = take;
		this.#rows = empty(Math.min(AT_ONCE, Math.max(1024, responses.id.length * 8)));
	}

	push(place: number, value: number, top: number): void {
		if (this.#length === this.#rows.response.length) this.flush();
		const [rows, responses, at] = [this.#rows, this.#responses, this.#length++];
		rows.response[at] = responses.id[place]!;
		rows.quartier[at] = responses.quartier[place]!;
		rows.wave[at] = responses.wave[place]!;
		rows.profile[at] = responses.profile[place]!;
		rows.weight[at] = responses.weight[place]!;
		rows.item[at] = this.item;
		rows.value[at] = value;
		rows.top[at] = top;
	}

	/** Hands over what is left. */
	flush(): void {
		const [rows, end] = [this.#rows, this.#length];
		this.#length = 0;
		if (end === 0) return;
		const ipc = toIpc({
			response: { type: 'u32', values: rows.response.subarray(0, end) },
			quartier: { type: 'u16', values: rows.quartier.subarray(0, end) },
			wave: { type: 'u16', values: rows.wave.subarray(0, end) },
			item: { type: 'u16', values: rows.item.subarray(0, end) },
			profile: { type: 'u32', values: rows.profile.subarray(0, end) },
			value: { type: 'f64', values: rows.value.subarray(0, end) },
			top: { type: 'u8', values: rows.top.subarray(0, end) },
			weight: { type: 'f64', values: rows.weight.subarray(0, end) }
		});
		this.#take({ table: 'answer', ipc });
	}
}
