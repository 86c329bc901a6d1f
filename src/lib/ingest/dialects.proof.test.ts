import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENCODINGS, type Encoding } from './decode';
import { readText } from './read';
import { SEPARATORS } from './table';
import { cp1252, macRoman, proofRuns, rowsOf, utf8 } from './testing';
import { numberFormat, parseDate, parseNumber } from './values';

/** One row as it is meant: a word with everything that can stand in a cell, a day, an amount. */
type Meant = { word: string; day: string; cents: number };

// An umlaut stands in every file: by it encodings of one byte are told.
const HEADINGS = ['Nummer', 'Bemerkung', 'Tag', 'Betrag', 'Straße'];
const PIECES = [
	'Straße',
	'Öl',
	'a',
	' ',
	';',
	',',
	'\t',
	'|',
	'"',
	'\n',
	"'",
	'„gut“',
	'€',
	'7',
	'–'
];

const meant: fc.Arbitrary<Meant> = fc.record({
	word: fc
		.array(fc.constantFrom(...PIECES), { maxLength: 8 })
		.map((pieces) => pieces.join('').trim()),
	day: fc
		.date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10)),
	cents: fc.integer({ min: -9_999_999, max: 9_999_999 })
});

type Dialect = {
	separator: ';' | ',' | '\t' | '|';
	quoteAll: boolean;
	encoding: Encoding;
	newline: '\n' | '\r\n';
	decimal: ',' | '.';
	date: 'german' | 'iso' | 'american' | 'short';
};

const dialects: fc.Arbitrary<Dialect> = fc.record({
	separator: fc.constantFrom(...SEPARATORS),
	quoteAll: fc.boolean(),
	encoding: fc.constantFrom(...ENCODINGS),
	newline: fc.constantFrom('\n', '\r\n'),
	decimal: fc.constantFrom(',', '.'),
	date: fc.constantFrom('german', 'iso', 'american', 'short')
});

const days: Record<Dialect['date'], (day: string) => string> = {
	iso: (day) => day,
	german: (day) => day.split('-').toReversed().join('.'),
	short: (day) => day.split('-').toReversed().map(Number).join('.'),
	american: (day) => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1')
};

const utf16 = (text: string, little: boolean): Uint8Array<ArrayBuffer> => {
	const units = new DataView(new ArrayBuffer(2 * text.length + 2));
	`\ufeff${text}`
		.split('')
		.forEach((sign, at) => units.setUint16(2 * at, sign.charCodeAt(0), little));
	return new Uint8Array(units.buffer);
};

const encoded: Record<Dialect['encoding'], (text: string) => Uint8Array<ArrayBuffer>> = {
	'utf-8': utf8,
	'utf-8-bom': (text) => utf8(`\ufeff${text}`),
	'windows-1252': cp1252,
	macintosh: macRoman,
	'utf-16le': (text) => utf16(text, true),
	'utf-16be': (text) => utf16(text, false)
};

const amount = (cents: number, decimal: string): string =>
	(cents / 100).toFixed(2).replace('.', decimal);

function write(rows: readonly Meant[], dialect: Dialect): Uint8Array<ArrayBuffer> {
	const { separator, quoteAll, newline } = dialect;
	const cell = (text: string): string =>
		quoteAll || text.includes(separator) || /["\n\r]/.test(text)
			? `"${text.replaceAll('"', '""')}"`
			: text;
	const lines = rows.map(({ word, day, cents }, at) => [
		String(at + 1),
		word,
		days[dialect.date](day),
		amount(cents, dialect.decimal),
		'Weststadt'
	]);
	const text = [HEADINGS, ...lines]
		.map((cells) => cells.map(cell).join(separator) + newline)
		.join('');
	return encoded[dialect.encoding](text);
}

test('a table comes back equal, in whatever dialect it was written', () => {
	fc.assert(
		fc.property(fc.array(meant, { minLength: 3, maxLength: 12 }), dialects, (rows, dialect) => {
			const { table, mapping } = readText(write(rows, dialect));
			expect(mapping.separator).toBe(dialect.separator);
			expect(table.headings).toEqual(HEADINGS);
			expect(rowsOf(table).map(({ cells }) => cells[1])).toEqual(rows.map(({ word }) => word));
			expect(rowsOf(table).map(({ cells }) => parseDate(cells[2] ?? ''))).toEqual(
				rows.map(({ day }) => day)
			);
			const amounts = rowsOf(table).map(({ cells }) => cells[3] ?? '');
			const format = numberFormat(amounts);
			expect(amounts.map((one) => parseNumber(one, format))).toEqual(
				rows.map(({ cents }) => Number((cents / 100).toFixed(2)))
			);
		}),
		{ numRuns: proofRuns(200, 2000) }
	);
});
