import { fail } from '$lib/domain';
import { cellAt, numberFormat, parseNumber, type Recognised } from '$lib/ingest';
import { columnNamed } from './columns';

/** The columns of a table with one line for each cell. */
export type CellColumns = {
	rows: string;
	columns: string;
	value: string;
	n?: string | undefined;
	hidden?: string | undefined;
};

/** A table of rows and columns without its totals, cell by cell; what has no line is a cell of nobody. */
export type CellTable = {
	rows: readonly string[];
	columns: readonly string[];
	value(row: number, column: number): number;
	/** how many are in a cell, where that is another number than its value */
	n: ((row: number, column: number) => number) | null;
	isHidden(row: number, column: number): boolean;
};

/** Numbers from 0 on. @throws ProblemError `cell_value` */
function numbersIn(
	cells: readonly string[],
	isCount: boolean,
	at: (line: number) => { row: number; column: string }
) {
	const format = numberFormat(cells, isCount);
	return cells.map((cell, line) => {
		const value = parseNumber(cell, format);
		return value === null || value < 0 ? fail('cell_value', { value: cell }, at(line)) : value;
	});
}

/**
 * The cells of a table as a file lists them.
 *
 * @throws ProblemError `unknown_column`, `cell_value`, `cell_label`, `cell_twice`, `cell_of_nobody`
 */
export function cellsOfFile(
	recognised: Recognised,
	file: string,
	{ rows, columns, value, n, hidden }: CellColumns
): CellTable {
	const { table } = recognised;
	const read = (name: string) => {
		const { index, heading } = columnNamed(name, file, recognised);
		const at = (line: number) => ({ row: table.lines[line] ?? 0, column: heading });
		const cells = Array.from(table.lines, (_, line) => cellAt(table.columns[index], line).trim());
		return { cells, at };
	};
	const labels = (name: string) => {
		const { cells, at } = read(name);
		const empty = cells.indexOf('');
		if (empty >= 0) fail('cell_label', {}, at(empty));
		return cells;
	};
	const numbers = (name: string, isCount = true) => {
		const { cells, at } = read(name);
		return numbersIn(cells, isCount, at);
	};
	const [rowOf, columnOf] = [labels(rows), labels(columns)];
	const values = numbers(value, n === undefined);
	const counts = n === undefined ? null : numbers(n);
	counts?.forEach((count, line) => {
		if (count === 0 && values[line]! > 0)
			fail('cell_of_nobody', { value: values[line]! }, read(value).at(line));
	});
	const names = [[...new Set(rowOf)], [...new Set(columnOf)]] as const;
	const places = names.map((some) => new Map(some.map((name, place) => [name, place])));
	const lines = new Map<string, number>();
	rowOf.forEach((row, line) => {
		const key = `${places[0]!.get(row)} ${places[1]!.get(columnOf[line]!)}`;
		if (lines.has(key))
			fail('cell_twice', { cell: `${row}, ${columnOf[line]}` }, { row: table.lines[line] ?? 0 });
		lines.set(key, line);
	});
	const at =
		(all: readonly number[]) =>
		(row: number, column: number): number =>
			all[lines.get(`${row} ${column}`) ?? -1] ?? 0;
	const isHidden = hidden === undefined ? () => 0 : at(numbers(hidden));
	return {
		...{ rows: names[0], columns: names[1], value: at(values) },
		n: counts && at(counts),
		isHidden: (row, column) => isHidden(row, column) > 0
	};
}
