import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../domain';
import { readFile } from './read';
import { column, workbook, rowsOf } from './testing';
import { cellText, readWorkbook } from './workbook';

async function refusal(bytes: Uint8Array): Promise<string | null> {
	try {
		await readFile(bytes);
		return null;
	} catch (error) {
		if (error instanceof ProblemError) return error.problem.code;
		throw error;
	}
}

/** An archive whose directory says what is asked for, and whose content is nothing. */
function archive(entries: { name: string; size: number }[]): Uint8Array {
	const names = entries.map(({ name }) => new TextEncoder().encode(name));
	const length = 4 + names.reduce((sum, name) => sum + 46 + name.length, 0) + 22;
	const bytes = new Uint8Array(length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, 0x04034b50, true);
	let at = 4;
	names.forEach((name, index) => {
		view.setUint32(at, 0x02014b50, true);
		view.setUint32(at + 24, entries[index]!.size, true);
		view.setUint16(at + 28, name.length, true);
		bytes.set(name, at + 46);
		at += 46 + name.length;
	});
	view.setUint32(at, 0x06054b50, true);
	view.setUint32(at + 16, 4, true);
	return bytes;
}

describe('cells as text', () => {
	test.each([
		[null, ''],
		['  Straße ', 'Straße'],
		['#NV', ''],
		['#DIV/0!', ''],
		['#hashtag', '#hashtag'],
		['007', '007'],
		[12, '12'],
		[-9, '-9'],
		[0.5, '0.5'],
		[true, 'Ja'],
		[false, 'Nein'],
		[new Date(Date.UTC(2024, 1, 29)), '2024-02-29'],
		[new Date(Date.UTC(2024, 1, 29, 13, 5, 7)), '2024-02-29 13:05:07']
	])('%j is %j', (value, text) => {
		expect(cellText(value)).toBe(text);
	});

	test('a number with three decimals is not taken for thousands', async () => {
		const rows = [['Bogen', 'Punkte'], ...[1.234, 2.5, 3.125, 4].map((value, at) => [at, value])];
		const { table } = await readFile(workbook({ A: rows }));
		expect(rowsOf(table).map(({ cells }) => Number(cells[1]))).toEqual([1.234, 2.5, 3.125, 4]);
		expect(rowsOf(table)[0]?.cells[1]).toBe('1.2340');
	});
});

test.each(['xlsx', 'ods'] as const)(
	'%s: what another library writes, it reads the same',
	async (type) => {
		const cell = fc.oneof(
			fc.string({ maxLength: 12 }).map((text) => text.replace(/[^\x20-\x7eäöüß€]/g, '').trim()),
			fc.integer(),
			fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
			fc.boolean(),
			fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
				async (rows) => {
					const [sheet] = await readWorkbook(workbook({ Daten: rows }, undefined, type));
					rows.forEach((row, at) =>
						row.forEach((value, index) => {
							const found = sheet?.grid[at]?.[index] ?? '';
							if (typeof value === 'number') expect(Number(found)).toBe(value + 0);
							else if (value instanceof Date) {
								// Excel keeps moments as fractions of a day: a second is what can be relied upon.
								const moment = found.length === 10 ? found : `${found.replace(' ', 'T')}Z`;
								expect(Math.abs(Date.parse(moment) - value.getTime())).toBeLessThan(1100);
							} else expect(found).toBe(cellText(value));
						})
					);
				}
			),
			{ numRuns: 60 }
		);
	},
	60_000
);

describe('workbooks', () => {
	const survey = [
		['Mieterbefragung 2025', null, null],
		[],
		['Bogen', 'Quartier', 'Zufriedenheit insgesamt'],
		[1, 'Heidberg', 'sehr zufrieden'],
		[2, 'Heidberg', 'eher zufrieden'],
		[3, 'Lehndorf', 'keine Angabe']
	];

	test('the sheet with most rows, below its title; another one when asked', async () => {
		const bytes = workbook({
			Hinweise: [['Bitte lesen']],
			Daten: survey,
			Klein: survey.slice(0, 4)
		});
		const recognised = await readFile(bytes);
		expect(recognised.sheets).toEqual(['Hinweise', 'Daten', 'Klein']);
		expect(recognised.mapping).toMatchObject({
			kind: 'survey',
			tool: 'excel',
			sheet: 'Daten',
			encoding: null,
			separator: null,
			headerRow: 3
		});
		expect(rowsOf(recognised.table).map(({ line }) => line)).toEqual([4, 5, 6]);
		expect(column(recognised, 'Zufriedenheit insgesamt').item?.scale.nonSubstantive).toEqual([
			'keine Angabe'
		]);
		const other = await readFile(bytes, { sheet: 'Klein' });
		expect([other.mapping.sheet, rowsOf(other.table).length]).toEqual(['Klein', 1]);
	});

	test('hidden sheets are not read', async () => {
		const bytes = workbook({ Daten: survey, Intern: [...survey, ...survey] }, (book) => {
			book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
		});
		expect((await readFile(bytes)).sheets).toEqual(['Daten']);
	});

	test('a table has to be somewhere', async () => {
		expect(await refusal(workbook({ A: [['nur ein Wort']] }))).toBe('one_column');
	});
});

test.each([
	['a binary workbook', [{ name: 'xl/workbook.bin', size: 9 }], 'file_is_xlsb'],
	[
		'an OpenDocument table without content',
		[
			{ name: 'mimetype', size: 46 },
			{ name: 'content.xml', size: 9 }
		],
		'file_is_damaged'
	],
	['a text document', [{ name: 'word/document.xml', size: 9 }], 'file_is_document'],
	['a table of Numbers', [{ name: 'Index/Document.iwa', size: 9 }], 'file_is_numbers'],
	['any other archive', [{ name: 'bilder/1.png', size: 9 }], 'file_is_archive'],
	[
		'a bomb',
		[
			{ name: 'xl/workbook.xml', size: 9 },
			{ name: 'xl/worksheets/sheet1.xml', size: 4_000_000_000 }
		],
		'file_unpacks_too_large'
	],
	['a workbook without content', [{ name: 'xl/workbook.xml', size: 9 }], 'file_is_damaged']
])('%s is refused', async (_, entries, code) => {
	expect(await refusal(archive(entries))).toBe(code);
});

test('a workbook that was cut or flipped is read or refused, never more', async () => {
	const whole = workbook({
		A: [['Nr', 'Frage'], ...Array.from({ length: 30 }, (_, at) => [at, 'x'])]
	});
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 4, max: whole.length - 1 }),
			fc.integer({ min: 1, max: 255 }),
			fc.boolean(),
			async (at, flip, cut) => {
				const bytes = cut ? whole.slice(0, at) : whole.slice();
				if (!cut) bytes[at]! ^= flip;
				const code = await refusal(bytes);
				expect([
					null,
					'file_is_damaged',
					'file_is_archive',
					'file_unpacks_too_large',
					'no_rows',
					'one_column',
					'not_a_table'
				]).toContain(code);
			}
		),
		{ numRuns: 300 }
	);
}, 60_000);
