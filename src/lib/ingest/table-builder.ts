import { fail } from '../domain';
import { cleanCell, filled, isFilled } from './cells';
import { ColumnEncoder, sum, wordCounts, type TextColumn } from './columns';
import { widthOf, type Format } from './formats';
import { findHead, type Head } from './head';
import { withoutNotes } from './notes';
import type { LeftOut, TextTable } from './table';
import { withVersions } from './versions';
import type { Merge } from './workbook';

type Cells = readonly string[];
type Rows = readonly Cells[];

/** Sheets made for printing say their heading again on every page. */
const repeatsHeading = (cells: Cells, head: Rows): boolean =>
	head.some((row) => row.every((heading, index) => (cells[index] ?? '').trim() === heading.trim()));

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
	format: Format;
	/** the rows of the heading as the file has them */
	written: Rows;
	titles: LeftOut[];
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
	/** cells of a workbook that are one */
	readonly #merges: readonly Merge[];
	#waiting: Cells[] = [];
	#told = 0;
	/** the format condenses columns, for which it must have seen every row */
	#needsAll = false;
	#begun: Begun | null = null;

	constructor(headerRow?: number, merges: readonly Merge[] = []) {
		this.#headerRow = headerRow;
		this.#merges = merges;
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
		const { headerRow, head, headings, format, encoder, titles, surplus } = begun;
		const rows = { columns: encoder.columns(), lines: Uint32Array.from(begun.lines), surplus };
		refuseLayout(begun, rows.columns);
		const { leftOut, ...body } = withoutNotes(rows);
		if (body.lines.length === 0) return fail('no_rows');
		const table = withVersions({ headerRow, head, headings, ...body }, format);
		return { ...table, leftOut: [...titles, ...leftOut] };
	}

	/** Finds the heading and takes the rows that waited; a format that condenses needs them all. */
	#begin(complete: boolean): Begun | null {
		const rows = this.#waiting;
		const said = this.#headerRow === undefined ? undefined : this.#headerRow - 1;
		const head = findHead(rows, this.#merges, said);
		if (head.format.condense && !complete) return null;
		const width = Math.max(1, widthOf(head.rows));
		refuseWidth(width);
		if (width < 2) fail('one_column');
		this.#begun = begunBy({ ...head, rows: head.rows.map((row) => row.slice(0, width)) }, rows);
		this.#waiting = [];
		return this.#begun;
	}
}

function begunBy({ from, format, rows: cells }: Head, all: Rows): Begun {
	const below = from + cells.length;
	const body = { head: cells, rows: all.slice(below) };
	const { head, rows } = format.condense?.(body) ?? body;
	const headings = format.read(head).map(({ heading }) => heading);
	const begun: Begun = {
		headerRow: from + 1,
		head: head.map((row) => [...row]),
		headings,
		format,
		written: all.slice(from, below).filter((row) => row.some(isFilled)),
		titles: titlesOf(all.slice(0, from)),
		encoder: new ColumnEncoder(headings.length),
		next: below + 1,
		lines: [],
		surplus: new Map(),
		filled: 0
	};
	for (const row of rows) take(begun, row);
	return begun;
}

/** What stands above a heading. */
const titlesOf = (rows: Rows): LeftOut[] =>
	rows.flatMap((row, at): LeftOut[] =>
		row.some(isFilled)
			? [{ line: at + 1, text: row.filter(isFilled).map(cleanCell).join(' '), why: 'title' }]
			: []
	);

/** Takes a row below the heading in, unless it is none. */
function take(begun: Begun, row: Cells): void {
	const { headings, written, encoder, lines, surplus } = begun;
	const line = begun.next++;
	if (!row.some(isFilled) || repeatsHeading(row, written)) return;
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
