import { utils, write, type WorkBook } from '@e965/xlsx';
import { expect } from 'vitest';
import { ProblemError } from '../domain';
import { clean, tableOf } from './batch';
import { interpret, type Records } from './interpret';
import type { RecordRecords } from './interpret/records';
import type { ColumnMapping, Mapping, Role } from './mapping';
import { cellsOf, type TextTable } from './table';
import { readText, type ReadOverride, type Recognised } from './read';
import { withoutUnreadable, withoutUnused } from './unreadable';

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Text as Excel in Germany writes it; of the signs beyond Latin-1 only those that tests need. */
export const cp1252 = (text: string): Uint8Array<ArrayBuffer> => {
	const beyond: Record<string, number> = { '€': 0x80, '„': 0x84, '“': 0x93, '–': 0x96 };
	return Uint8Array.from(text, (sign) => beyond[sign] ?? sign.charCodeAt(0));
};

const MAC = new Map(
	Array.from(
		new TextDecoder('macintosh').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
	)
		.map((sign, byte): [string, number] => [sign, byte])
		.toReversed()
);

/** Text as Excel for the Mac writes it. */
export const macRoman = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(text, (sign) => MAC.get(sign) ?? 0x3f);

export const read = (text: string, override: ReadOverride = {}): Recognised =>
	readText(utf8(text), override);

/** A table row by row: where each stands and what it holds. */
export const rowsOf = (
	table: Pick<TextTable, 'columns' | 'lines'>
): { line: number; cells: string[] }[] =>
	Array.from(table.lines, (line, row) => ({ line, cells: cellsOf(table, row) }));

/** The cells of a column, counted. */
export const counted = (cells: readonly string[]): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
	return counts;
};

/** The code of the problem that work ends in; what is no problem is thrown on. */
export function problemCode(work: () => unknown): string | null {
	try {
		work();
		return null;
	} catch (error) {
		if (error instanceof ProblemError) return error.problem.code;
		throw error;
	}
}

/** A table as a file: a heading and rows of cells, joined by `;`. */
export const csv = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
	[headings, ...rows].map((cells) => `${cells.join(';')}\n`).join('');

/** The column with that heading, in a mapping. */
export function column({ mapping }: Pick<Recognised, 'mapping'>, heading: string) {
	const found = mapping.columns.find((one) => one.heading === heading);
	if (!found) throw new Error(`no column ${heading}`);
	return found;
}

/** A workbook as another library writes it. */
export function workbook(
	sheets: Record<string, unknown[][]>,
	change?: (book: WorkBook) => void,
	bookType: 'xlsx' | 'ods' | 'xlml' = 'xlsx'
): Uint8Array<ArrayBuffer> {
	const book = utils.book_new();
	for (const [name, rows] of Object.entries(sheets))
		utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { cellDates: true, UTC: true }), name);
	change?.(book);
	const options = { type: 'array', bookType, compression: true } as const;
	return new Uint8Array(write(book, options) as ArrayBuffer);
}

/**
 * How many random cases a property test draws: a sample in `npm test`, the whole count in `npm run proof`,
 * which is Vitest in a mode of that name.
 */
export const proofRuns = (sample: number, whole: number): number =>
	import.meta.env.MODE === 'proof' ? whole : sample;

/** The role that is suggested for each column, by its heading. */
export const roles = (text: string) =>
	Object.fromEntries(
		read(text).mapping.columns.map(({ heading, role }): [string, string] => [heading, role])
	);

/** A mapping in which the columns of these headings have another role, or more is said of them. */
export const as = (
	mapping: Mapping,
	changes: Record<string, Role | Partial<ColumnMapping>>,
	more: Partial<Mapping> = {}
): Mapping => ({
	...mapping,
	...more,
	columns: mapping.columns.map((one) => {
		const change = changes[one.heading];
		return typeof change === 'string' ? { ...one, role: change } : { ...one, ...change };
	})
});

/** The records of a file of that kind, as of 22 November 2026. */
export function interpreted<Kind extends Records['kind']>(
	kind: Kind,
	text: string,
	change: Partial<Mapping> = {}
): Extract<Records, { kind: Kind }> {
	const { table, mapping } = read(text, { kind });
	const records = interpret(table, { ...mapping, ...change }, '2026-11-22');
	expect(records.kind).toBe(kind);
	return records as Extract<Records, { kind: Kind }>;
}

/** What is told of a cell: where a value stands, and what became of it. */
export const finding = (
	code: string,
	effect: string,
	column: string,
	value: string,
	...lines: number[]
) => ({
	code,
	effect,
	column,
	value,
	count: lines.length,
	lines
});

/** The day on which `kept` and `recordsOf` read a file. */
export const TODAY = '2026-01-01';

/** What is written of a file, as the worker writes it but for the pseudonyms. */
export function kept(table: ReturnType<typeof read>['table'], mapping: Mapping) {
	const cleaned = clean(table, mapping);
	const records = interpret(tableOf(cleaned), cleaned.mapping, TODAY);
	return { cleaned: withoutUnused(withoutUnreadable(cleaned, records.findings)), records };
}

/** The records of the social work in a file. */
export const recordsOf = (text: string, more: object = {}): RecordRecords => {
	const { table, mapping } = read(text);
	return interpret(table, { ...mapping, ...more }, TODAY) as RecordRecords;
};
/** What is told of them, each in one line. */
export const told = ({ findings }: RecordRecords) =>
	findings.map(({ code, effect, column, value, lines }) => [code, effect, column, value, lines]);
