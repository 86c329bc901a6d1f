import type { TextColumn } from './columns';
import { formatOfTable, type TextTable } from './table';

/** A sheet of a workbook that is a table. */
export type NamedTable = { sheet: string; table: TextTable };

/** The heading of the column that says from which sheet a row is. */
const SHEET = 'Blatt';

const shapeOf = ({ table }: NamedTable): string => table.headings.join('\u0000');

/** Cells of the rows, as texts to compare. */
const rowsOf = ({ columns, lines }: TextTable): string[] =>
	Array.from(lines, (_, row) =>
		columns.map(({ words, codes }) => words[codes[row]!] ?? '').join('\u0000')
	);

/** Whether most rows of the shorter of two tables stand in the other one too: a copy, no further rows. */
function isCopy(one: TextTable, other: TextTable): boolean {
	const [few, many] = one.lines.length < other.lines.length ? [one, other] : [other, one];
	const known = new Set(rowsOf(many));
	return rowsOf(few).filter((row) => known.has(row)).length >= few.lines.length / 2;
}

/** Sheets with the same headings and other rows, such as one for each year; the one with most rows first. */
export function alikeSheets(tables: readonly NamedTable[]): NamedTable[][] {
	const groups = new Map<string, NamedTable[]>();
	for (const one of tables) groups.set(shapeOf(one), [...(groups.get(shapeOf(one)) ?? []), one]);
	const rows = (group: readonly NamedTable[]) =>
		group.reduce((sum, { table }) => sum + table.lines.length, 0);
	return [...groups.values()]
		.filter(
			(group) =>
				group.length > 1 &&
				!group.some(({ table }, at) =>
					group.slice(0, at).some((other) => isCopy(table, other.table))
				)
		)
		.sort((a, b) => rows(b) - rows(a));
}

/** The name of sheets that are read as one. */
export const joinedName = (group: readonly NamedTable[]): string =>
	group.map(({ sheet }) => sheet).join(' + ');

/** Columns below each other. */
function stacked(columns: readonly TextColumn[]): TextColumn {
	const words: string[] = [];
	const known = new Map<string, number>();
	const codes = new Uint32Array(columns.reduce((sum, column) => sum + column.codes.length, 0));
	let from = 0;
	for (const column of columns) {
		const places = column.words.map((word) => {
			const code = known.get(word) ?? words.push(word) - 1;
			known.set(word, code);
			return code;
		});
		column.codes.forEach((code, row) => (codes[from + row] = places[code]!));
		from += column.codes.length;
	}
	return { words, codes };
}

/** Whether a column counts the rows of its table from one on. */
const isRunning = ({ words, codes }: TextColumn): boolean =>
	codes.length > 1 && codes.every((code, row) => words[code] === String(row + 1));

/** A column with the name of the sheet before each cell: a number that every sheet has says nothing alone. */
const within = (sheet: string, { words, codes }: TextColumn): TextColumn => ({
	words: words.map((word) => `${sheet}/${word}`),
	codes
});

/**
 * Sheets with the same headings as one table, with a column that names the sheet of each row. Rows keep
 * their numbers within their sheet.
 */
export function joined(group: readonly NamedTable[]): TextTable {
	const [{ table: first }] = group as [NamedTable];
	const tables = group.map(({ table }) => table);
	const several = first.head.length > 1 && formatOfTable(first).tool === 'csv';
	const columns = first.columns.map((_, index) => {
		const own = group.map(({ sheet, table }) => ({ sheet, column: table.columns[index]! }));
		const numbered = own.every(({ column }) => isRunning(column));
		return stacked(own.map(({ sheet, column }) => (numbered ? within(sheet, column) : column)));
	});
	const sheets = group.map(({ sheet, table }) => ({
		words: [sheet],
		codes: new Uint32Array(table.lines.length)
	}));
	const begins = tables.map((_, at) =>
		tables.slice(0, at).reduce((sum, { lines }) => sum + lines.length, 0)
	);
	return {
		...first,
		headings: [...first.headings, SHEET],
		head: first.head.map((row, at) => {
			const width = first.headings.length;
			const own = Array.from({ length: width }, (_, index) => row[index] ?? '');
			return [...own, at === 0 || several ? SHEET : ''];
		}),
		columns: [...columns, stacked(sheets)],
		lines: Uint32Array.from(tables.flatMap(({ lines }) => [...lines])),
		surplus: new Map(
			tables.flatMap(({ surplus }, at) =>
				[...surplus].map(([row, cell]): [number, string] => [begins[at]! + row, cell])
			)
		),
		leftOut: tables.flatMap(({ leftOut = [] }) => leftOut)
	};
}
