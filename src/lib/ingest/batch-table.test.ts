import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, tableOf, type Batch } from './batch';
import { fromBatchTable, toBatchTable } from './batch-table';
import { codebookOf } from './codebooks';
import { cellAt, encodeColumns } from './columns';
import { confirmedItems } from './confirm';
import { mappingSchema } from './mapping';
import { readText } from './read';
import { utf8 } from './testing';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const read = (csv: string): Batch => {
	const { table, mapping } = readText(utf8(csv));
	const waves = [{ key: '', name: '2025', from: '2025-01-01', to: '2025-12-31' }];
	const cleaned = clean(table, { ...confirmedItems(mapping), waves });
	return { ...cleaned, meta: {} as Batch['meta'] };
};

const cellsOf = ({ columns, lines }: Pick<Batch, 'columns' | 'lines'>): string[][] =>
	[...lines].map((line, row) => [String(line), ...columns.map((column) => cellAt(column, row))]);

const SURVEY = read(
	[
		'Bogen;Quartier;"Wie zufrieden sind Sie, insgesamt?";Altersgruppe',
		'1;Nord;sehr zufrieden;18 bis 29',
		'2;"=2+3";eher zufrieden;30 bis 44',
		'3;Süd;teils/teils;30 bis 44',
		'4;Süd;eher unzufrieden;45 bis 64',
		'5;Süd;sehr unzufrieden;45 bis 64'
	].join('\n')
);

test('a batch is a table that others read: its rows, its questions, and no formula', () => {
	const codebook = codebookOf(SURVEY.mapping);
	const { csv, schema } = toBatchTable(SURVEY, codebook);
	const [head, first, second] = text(csv).split('\r\n');
	expect(head).toBe('line,Bogen,Quartier,"Wie zufrieden sind Sie, insgesamt?",Altersgruppe');
	expect(first).toBe('2,1,Nord,sehr zufrieden,18 bis 29');
	expect(second).toContain("'=2+3");
	expect(text(csv)).not.toMatch(/(^|,)=/m);
	expect(schema.fields.map(({ name }) => name)).toEqual(['line', ...SURVEY.headings]);
	expect(schema.fields[3]).toMatchObject({
		type: 'string',
		'quartierspiegel:role': 'item'
	});
});

test('it comes back as it was, and says the same again to the last byte', () => {
	const codebook = codebookOf(SURVEY.mapping);
	const table = toBatchTable(SURVEY, codebook);
	const { batch, codebook: book } = fromBatchTable(table);
	expect(cellsOf(batch)).toEqual(cellsOf(SURVEY));
	expect(batch.mapping).toEqual(mappingSchema.parse(SURVEY.mapping));
	expect(toBatchTable({ ...batch, meta: SURVEY.meta }, book)).toEqual(table);
	expect(tableOf(batch).headings).toEqual(SURVEY.headings);
});

/** Cells as hostile files have them. */
const cell = fc.oneof(
	fc.constantFrom(
		'',
		"'",
		"'=1",
		'=cmd|x',
		'-5',
		'-x',
		'+1,5',
		'@a',
		'"',
		',',
		'\r\n',
		'\t',
		' a '
	),
	fc.string({ unit: 'grapheme' })
);

test('any cell and any heading comes back as it was', () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 20 }),
			fc.array(cell, { minLength: 4, maxLength: 4 }),
			(rows, headings) => {
				// Cells of files are clean before they are kept; what is kept is not changed any more.
				const columns = encodeColumns([], 4).map((_, at) => {
					const words = [...new Set(rows.map((row) => row[at]!))];
					return { words, codes: Uint32Array.from(rows, (row) => words.indexOf(row[at]!)) };
				});
				const lines = Uint32Array.from(rows, (_, row) => row + 2);
				const batch: Batch = { ...SURVEY, headings, columns, lines };
				const table = toBatchTable(batch, null);
				const found = fromBatchTable(table).batch;
				expect(cellsOf(found)).toEqual(cellsOf(batch));
				expect(found.headings).toEqual(headings);
				expect(toBatchTable({ ...found, meta: SURVEY.meta }, null)).toEqual(table);
			}
		)
	);
});

describe('what was changed is refused', () => {
	const { csv, reading } = toBatchTable(SURVEY, null);
	const changed = (replace: (csv: string) => string) => () =>
		fromBatchTable({ csv: utf8(replace(text(csv))), reading });

	test.each([
		['another heading', (csv: string) => csv.replace('Bogen', 'Name')],
		['a cell too many', (csv: string) => csv.replace('Nord', 'Nord,x')],
		['a row without its line', (csv: string) => csv.replace('\r\n2,', '\r\nx,')],
		['no end', (csv: string) => csv.slice(0, -4)],
		['an open quote', (csv: string) => csv.replace('Nord', '"Nord')]
	])('%s', (_, replace) => {
		expect(changed(replace)).toThrow();
	});

	test('a reading of another version', () => {
		const newer = text(reading).replace('"version":1', '"version":2');
		expect(() => fromBatchTable({ csv, reading: utf8(newer) })).toThrow();
	});
});
