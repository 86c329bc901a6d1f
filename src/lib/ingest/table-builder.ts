import { fail } from '../domain';
import { ColumnEncoder, sum, wordCounts, type TextColumn } from './columns';
import { recogniseFormat, widthOf, type Format } from './formats';
import type { TextTable } from './table';

type Cells = readonly string[];

const isFilled = (cell: string): boolean => cell !== '' && cell.trim() !== '';
const filled = (row: Cells): number => row.filter(isFilled).length;

/** The first row that is as full as the rows below it: titles above a table fill one or two cells. */
function detectHeaderRow(rows: readonly Cells[]): number {
	const first = Math.max(
		0,
		rows.findIndex((row) => row.length > 0)
	);
	const head = rows.slice(first, first + 10);
	const fullest = Math.max(...rows.slice(first, first + 40).map(filled), 0);
	const found = head.findIndex((row) => filled(row) >= fullest / 2 && filled(row) > 1);
	return first + Math.max(found, 0) + 1;
}

/** Where the heading begins. Tools with several rows of it write nothing above. */
function headerRowOf(rows: readonly Cells[]): number {
	const first = rows.findIndex((row) => row.length > 0);
	const begin = rows.slice(first, first + 4);
	return recogniseFormat(begin).headerRows(begin) > 1 ? first + 1 : detectHeaderRow(rows);
}

/** Sheets made for printing say their heading again on every page. */
const repeatsHeading = (cells: Cells, headings: readonly string[]): boolean =>
	headings.every((heading, index) => (cells[index] ?? '').trim() === heading);

/** Rows from the first that has a cell on, from which the heading is told. */
const TELLING = 60;
/** Rows by which a questionnaire's layout is told from a table. */
const LAYOUT = 500;
const MOST_COLUMNS = 5000;

function refuseWidth(width: number): void {
	if (width > MOST_COLUMNS) fail('too_many_columns', { columns: width });
}

/** What is known of a table once its heading is. */
type Begun = {
	headerRow: number;
	head: string[][];
	headings: string[];
	encoder: ColumnEncoder;
	/** where the rows below the heading stand, as a spreadsheet counts */
	next: number;
	lines: number[];
	surplus: Map<number, string>;
	/** filled cells of the first rows */
	filled: number;
};

/**
 * Makes a table of rows as they come: finds its heading among the first of them, and leaves out rows
 * that are empty or say the heading again.
 */
export class TableBuilder {
	/** where the heading is, where the user says so */
	readonly #headerRow: number | undefined;
	#waiting: Cells[] = [];
	#told = 0;
	/** the format condenses columns, for which it must have seen every row */
	#needsAll = false;
	#begun: Begun | null = null;

	constructor(headerRow?: number) {
		this.#headerRow = headerRow;
	}

	/** @throws ProblemError `one_column`, `too_many_columns` */
	add(row: Cells): void {
		if (this.#begun) return take(this.#begun, row);
		// Nothing is asked about a row that no program could have meant.
		if (row.length > 20 * MOST_COLUMNS) refuseWidth(widthOf([row]));
		this.#waiting.push(row);
		if (this.#told > 0 || row.length > 0) this.#told++;
		const enough = Math.max(TELLING, (this.#headerRow ?? 0) + 3);
		if (this.#needsAll || this.#told < enough || this.#waiting.length < enough) return;
		this.#needsAll = this.#begin(false) === null;
	}

	/** @throws ProblemError `one_column`, `no_rows`, `not_a_table`, `too_many_columns` */
	table(): Omit<TextTable, 'separator'> {
		const begun = this.#begun ?? this.#begin(true);
		if (!begun || begun.lines.length === 0) return fail('no_rows');
		const { headerRow, head, headings, encoder, lines, surplus } = begun;
		const columns = encoder.columns();
		refuseLayout(begun, columns);
		return { headerRow, head, headings, columns, lines: Uint32Array.from(lines), surplus };
	}

	/** Finds the heading and takes the rows that waited; a format that condenses needs them all. */
	#begin(complete: boolean): Begun | null {
		const rows = this.#waiting;
		const headerRow = this.#headerRow ?? headerRowOf(rows);
		const begin = rows.slice(headerRow - 1, headerRow + 3);
		const format = recogniseFormat(begin);
		if (format.condense && !complete) return null;
		const head = begin.slice(0, Math.max(1, format.headerRows(begin)));
		const width = Math.max(1, widthOf(head));
		refuseWidth(width);
		if (width < 2) fail('one_column');
		const body = {
			head: head.map((row) => row.slice(0, width)),
			rows: rows.slice(headerRow - 1 + head.length)
		};
		this.#begun = begunBy(format, headerRow, body);
		this.#waiting = [];
		return this.#begun;
	}
}

function begunBy(
	format: Format,
	headerRow: number,
	body: { head: string[][]; rows: readonly Cells[] }
): Begun {
	const { head, rows } = format.condense?.(body) ?? body;
	const headings = format.read(head).map(({ heading }) => heading);
	const begun: Begun = {
		headerRow,
		head,
		headings,
		encoder: new ColumnEncoder(headings.length),
		next: headerRow + head.length,
		lines: [],
		surplus: new Map(),
		filled: 0
	};
	for (const row of rows) take(begun, row);
	return begun;
}

/** Takes a row below the heading in, unless it is none. */
function take(begun: Begun, row: Cells): void {
	const { headings, encoder, lines, surplus } = begun;
	const line = begun.next++;
	if (!row.some(isFilled) || repeatsHeading(row, headings)) return;
	if (lines.length < LAYOUT) begun.filled += filled(row);
	if (row.length > headings.length) {
		const extra = row.slice(headings.length).find(isFilled);
		if (extra !== undefined) surplus.set(lines.length, extra.trim());
	}
	lines.push(line);
	encoder.add(row);
}

/** A place to tick or to write on: `☐`, `( )`, `____`. */
const BOX = /^([□☐☑▢○◯]|[([] ?[)\]]|[_.…]{3,})$/;

/**
 * Refuses a questionnaire's layout saved as CSV: hardly a heading and hardly a filled cell, boxes to
 * tick, or questions beside the same answers in every row.
 */
function refuseLayout(
	{ headings, lines, filled: cells }: Begun,
	columns: readonly TextColumn[]
): void {
	const named = filled(headings) / headings.length;
	const full = cells / (Math.min(lines.length, LAYOUT) * headings.length);
	if (named < 0.5 && full < 0.5) fail('not_a_table');
	const counts = columns.map(wordCounts);
	const all = sum(counts.flatMap((column) => [...column.values()]));
	const boxes = sum(
		counts.flatMap((column) => [...column].map(([word, n]) => (BOX.test(word) ? n : 0)))
	);
	if (boxes > 0.3 * all) fail('not_a_table');
	const [first, ...others] = counts;
	const questions = sum([...(first ?? [])].map(([word, n]) => (/[?:…]$/.test(word) ? n : 0)));
	const alike = others.filter((column) => column.size === 1).length;
	const many = lines.length > 2 && others.length > 2;
	if (many && alike === others.length && questions > lines.length / 2) fail('not_a_table');
}
