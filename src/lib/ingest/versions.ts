import type { TextColumn } from './columns';
import type { Format } from './formats';
import type { TextTable } from './table';

type Columns = Pick<TextTable, 'head' | 'headings' | 'columns'>;

/** Columns as one, where no row has two of them filled and they have words in common; else null. */
function together(columns: readonly TextColumn[]): TextColumn | null {
	const [first] = columns;
	if (!first) return null;
	const words: string[] = [''];
	const known = new Map([['', 0]]);
	const codes = new Uint32Array(first.codes.length);
	const places = columns.map((column) =>
		column.words.map((word) => {
			const code = known.get(word) ?? words.push(word) - 1;
			known.set(word, code);
			return code;
		})
	);
	const [own = new Set<string>(), ...others] = columns.map(
		({ words }) => new Set(words.filter((word) => word !== ''))
	);
	const alike = (one: ReadonlySet<string>) =>
		one.size === 0 || own.size === 0 || [...one].some((word) => own.has(word));
	if (!others.every(alike)) return null;
	for (let row = 0; row < codes.length; row++)
		for (const [at, column] of columns.entries()) {
			const code = places[at]![column.codes[row]!]!;
			if (code === 0) continue;
			if (codes[row] !== 0) return null;
			codes[row] = code;
		}
	return { words, codes };
}

/** The table with each question once, where its tool writes a column for each version of the form. */
export function withVersions<T extends Columns>(table: T, format: Format): T {
	const gone = new Set<number>();
	const columns = [...table.columns];
	for (const [first = 0, ...others] of format.versions?.(table.head) ?? []) {
		const whole = [first, ...others].map((at) => table.columns[at]!);
		const one = together(whole);
		if (!one) continue;
		columns[first] = one;
		for (const at of others) gone.add(at);
	}
	if (gone.size === 0) return table;
	const kept = <C>(cells: readonly C[]): C[] => cells.filter((_, at) => !gone.has(at));
	return {
		...table,
		columns: kept(columns),
		headings: kept(table.headings),
		head: table.head.map(kept)
	};
}
