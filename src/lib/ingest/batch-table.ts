import Papa from 'papaparse';
import { canonicalJson, z } from '../domain';
import type { Batch } from './batch';
import { codebookSchema, type Codebook } from './codebooks';
import type { TextColumn } from './columns';
import { mappingSchema } from './mapping';

/** How it is said beside a table how its columns were read. */
const FORMAT = { format: 'quartierspiegel-mapping', version: 1 } as const;

const readingSchema = z.strictObject({
	format: z.literal(FORMAT.format),
	version: z.literal(FORMAT.version),
	headings: z.array(z.string()),
	mapping: mappingSchema,
	/** of a survey: what was confirmed about its columns, for the next wave */
	codebook: codebookSchema.nullable()
});

/** A Table Schema of Frictionless Data (https://datapackage.org/standard/table-schema/, version 2). */
export type TableSchema = { fields: ({ name: string; type: string } & Record<string, unknown>)[] };

/** A batch for other programs: a table as CSV, its schema, and how its columns were read, as JSON. */
export type BatchTable = {
	csv: Uint8Array<ArrayBuffer>;
	schema: TableSchema;
	reading: Uint8Array<ArrayBuffer>;
};

/** The first column: where the row stands in the file that it came from. */
const LINE = 'line';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)*$/;

/** A cell that no spreadsheet computes: an apostrophe before what looks like a formula, or like one defused. */
const defused = (cell: string): string =>
	cell.startsWith("'") || (FORMULA.test(cell) && !NUMBER.test(cell)) ? `'${cell}` : cell;

const armed = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

const quoted = (cell: string): string =>
	/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Headings as names of columns, no two of them the same. */
function namesOf(headings: readonly string[]): string[] {
	const taken = new Set([LINE]);
	return headings.map((heading, at) => {
		const plain = defused(heading === '' ? `column ${at + 1}` : heading);
		let name = plain;
		for (let count = 2; taken.has(name); count++) name = `${plain} (${count})`;
		taken.add(name);
		return name;
	});
}

const END = '\r\n';
const ROWS_AT_ONCE = 4096;

/** The table as CSV by RFC 4180, in UTF-8. */
function csvOf({ columns, lines }: Batch, names: readonly string[]): Uint8Array<ArrayBuffer> {
	const cells = columns.map(({ words }) => words.map((word) => quoted(defused(word))));
	const parts: string[] = [[LINE, ...names].map(quoted).join() + END];
	for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) {
		let part = '';
		for (let row = from; row < Math.min(from + ROWS_AT_ONCE, lines.length); row++) {
			part += lines[row]!;
			for (let at = 0; at < columns.length; at++)
				part += `,${cells[at]![columns[at]!.codes[row]!]!}`;
			part += END;
		}
		parts.push(part);
	}
	return new TextEncoder().encode(parts.join(''));
}

/** A batch as a table that other programs read. The same batch always gives the same bytes. */
export function toBatchTable(batch: Batch, codebook: Codebook | null): BatchTable {
	const { headings, mapping } = batch;
	const names = namesOf(headings);
	const fields = names.map((name, at) => {
		const heading = headings[at]!;
		const known = codebook?.fields.find((field) => field.name === heading);
		const role = mapping.columns[at]?.role;
		return {
			...known,
			name,
			type: 'string',
			...(name === heading ? {} : { 'quartierspiegel:heading': heading }),
			...(role ? { 'quartierspiegel:role': role } : {})
		};
	});
	const reading = canonicalJson({ ...FORMAT, headings, mapping, codebook });
	return {
		csv: csvOf(batch, names),
		schema: { fields: [{ name: LINE, type: 'integer' }, ...fields] },
		reading: new TextEncoder().encode(reading)
	};
}

/** Cells of a column as they come, each word once. */
class Column {
	readonly #codes = new Map<string, number>();
	readonly words: string[] = [];
	readonly codes: Uint32Array;

	constructor(rows: number) {
		this.codes = new Uint32Array(rows);
	}

	put(row: number, cell: string): void {
		let code = this.#codes.get(cell);
		if (code === undefined) {
			code = this.words.push(armed(cell)) - 1;
			this.#codes.set(cell, code);
		}
		this.codes[row] = code;
	}
}

function tableIn(text: string, names: readonly string[]): Pick<Batch, 'columns' | 'lines'> {
	const { data, errors } = Papa.parse<string[]>(text, {
		delimiter: ',',
		newline: END,
		skipEmptyLines: false
	});
	const [head = [], ...rows] = data;
	const isWhole = errors.length === 0 && rows.pop()?.join() === '';
	if (!isWhole || head.join('\n') !== [LINE, ...names].join('\n'))
		throw new RangeError('the table is none of ours');
	const columns = names.map(() => new Column(rows.length));
	const lines = new Uint32Array(rows.length);
	for (const [row, cells] of rows.entries()) {
		const line = Number(cells[0]);
		if (cells.length !== names.length + 1 || !Number.isInteger(line) || line < 1)
			throw new RangeError('a row is none of ours');
		lines[row] = line;
		for (let at = 0; at < columns.length; at++) columns[at]!.put(row, cells[at + 1]!);
	}
	return {
		columns: columns.map(({ words, codes }): TextColumn => ({ words, codes })),
		lines
	};
}

const decoded = (bytes: Uint8Array): string =>
	new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** What `toBatchTable` made. @throws what JSON and zod say, and RangeError where the table does not fit to it */
export function fromBatchTable({ csv, reading }: Pick<BatchTable, 'csv' | 'reading'>): {
	batch: Omit<Batch, 'meta'>;
	codebook: Codebook | null;
} {
	const { headings, mapping, codebook } = readingSchema.parse(JSON.parse(decoded(reading)));
	if (mapping.columns.length !== headings.length) throw new RangeError('a column is missing');
	const table = tableIn(decoded(csv), namesOf(headings));
	return { batch: { mapping, headings, ...table }, codebook };
}
