import { cleanCell } from './cells';

/**
 * A column of text cells: its different cells in the order in which they appear, and which of them
 * each row has. Answers come again and again, so what a cell means is worked out once for each word.
 */
export type TextColumn = { words: string[]; codes: Uint32Array };

/** Takes rows of cells in and gives columns of clean cells; a row may be shorter than the others. */
export class ColumnEncoder {
	length = 0;
	readonly #columns: { words: string[]; codes: Uint32Array; known: Map<string, number> }[];

	constructor(width: number) {
		this.#columns = Array.from({ length: width }, () => ({
			words: [],
			codes: new Uint32Array(256),
			/** by cell as it is written, and by word */
			known: new Map()
		}));
	}

	add(row: readonly string[]): void {
		const at = this.length++;
		for (let index = 0; index < this.#columns.length; index++) {
			const column = this.#columns[index]!;
			const { words, known } = column;
			const cell = row[index] ?? '';
			let code = known.get(cell);
			if (code === undefined) {
				const word = cleanCell(cell);
				code = known.get(word) ?? words.push(word) - 1;
				known.set(word, code);
				known.set(cell, code);
			}
			if (at === column.codes.length) column.codes = doubled(column.codes);
			column.codes[at] = code;
		}
	}

	columns(): TextColumn[] {
		return this.#columns.map(({ words, codes }) => ({ words, codes: codes.slice(0, this.length) }));
	}
}

function doubled(codes: Uint32Array): Uint32Array {
	const larger = new Uint32Array(2 * codes.length);
	larger.set(codes);
	return larger;
}

/** Rows of cells to columns. */
export function encodeColumns(rows: readonly (readonly string[])[], width: number): TextColumn[] {
	const encoder = new ColumnEncoder(width);
	for (const row of rows) encoder.add(row);
	return encoder.columns();
}

/** The cell of a row; '' where there is no such column. */
export const cellAt = (column: TextColumn | undefined, row: number): string =>
	column?.words[column.codes[row] ?? -1] ?? '';

/** Reads a row by what each different cell of the column means, worked out when it is first met. */
export function byWord<T>(
	column: TextColumn | undefined,
	meaning: (cell: string) => T
): (row: number) => T {
	if (!column) {
		const nothing = meaning('');
		return () => nothing;
	}
	const { words, codes } = column;
	const known: T[] = [];
	const met = new Uint8Array(words.length);
	return (row) => {
		const code = codes[row]!;
		if (met[code] === 0) {
			known[code] = meaning(words[code] ?? '');
			met[code] = 1;
		}
		return known[code]!;
	};
}

/** The column with other words in place of its own; two that become the same are one from then on. */
export function withWords(column: TextColumn, change: (word: string) => string): TextColumn {
	const words: string[] = [];
	const known = new Map<string, number>();
	const codes = Uint32Array.from(column.words, (word) => {
		const changed = change(word);
		const code = known.get(changed) ?? words.push(changed) - 1;
		known.set(changed, code);
		return code;
	});
	return { words, codes: column.codes.map((code) => codes[code]!) };
}

/** The words of a column that stand in it, but for the empty one, and how often. */
export function wordCounts({ words, codes }: TextColumn): Map<string, number> {
	const counts = new Uint32Array(words.length);
	for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
	const found = new Map<string, number>();
	for (let code = 0; code < words.length; code++)
		if (counts[code]! > 0 && words[code] !== '') found.set(words[code]!, counts[code]!);
	return found;
}

/** The column of some of the rows; words that none of them has are gone. */
export function takeRows({ words, codes }: TextColumn, rows: Uint32Array): TextColumn {
	const kept: string[] = [];
	const places = new Int32Array(words.length).fill(-1);
	const taken = rows.map((row) => {
		const code = codes[row]!;
		if (places[code] === -1) places[code] = kept.push(words[code] ?? '') - 1;
		return places[code]!;
	});
	return { words: kept, codes: taken };
}

/** The sum of some numbers. */
export function sum(numbers: Iterable<number>): number {
	let all = 0;
	for (const one of numbers) all += one;
	return all;
}
