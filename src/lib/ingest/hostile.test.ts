import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalog, readCatalog, appendRows, type Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { ProblemError } from '../domain';
import { clean } from './batch';
import { describe as describeFile } from './describe';
import { interpret } from './interpret';
import { toTables } from './load';
import { readText } from './read';
import { parseTable } from './parse';
import { column, csv, problemCode, read, utf8, rowsOf } from './testing';
import { pseudonymised, pseudonymiser } from './pseudonyms';
import { isNonSubstantive } from './words';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());

const NASTY = [
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	`=cmd()`,
	`=HYPERLINK("http://x")`,
	'+1+1',
	'@SUM(A1)',
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	`'); DROP TABLE quartier; --`,
	`Robert'); DELETE FROM answer;--`,
	'"',
	`''`,
	'\\',
	'%00',
	'${1+1}',
	'{{7*7}}',
	'../../../etc/passwd',
	'\u202Egnp.exe',
	'😀',
	'null',
	'undefined',
	'NaN',
	'-'
];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('as text, wherever it stands', () => {
	test.each(NASTY)('%s as heading, value, group and Quartier', async (nasty) => {
		const text = csv(
			['Bogen', 'Welle', 'Quartier', 'Altersgruppe', quoted(nasty), 'Zufriedenheit insgesamt'],
			[
				['1', '2025', quoted(nasty), quoted(nasty), 'sehr zufrieden', quoted(nasty)],
				['2', '2025', 'Weststadt', 'unter 30', 'teils/teils', 'sehr zufrieden'],
				['3', '2025', 'Weststadt', 'unter 30', 'eher zufrieden', 'teils/teils'],
				['4', '2025', 'Weststadt', '30 bis 44', 'eher zufrieden', 'teils/teils']
			]
		);
		const { table, mapping } = read(text);
		expect(table.headings[4]).toBe(nasty);
		expect(rowsOf(table)[0]?.cells[2]).toBe(nasty);
		expect(mapping.columns[4]).toMatchObject({
			heading: nasty,
			role: 'item',
			item: { code: nasty, text: nasty }
		});
		const cleaned = pseudonymised(clean(table, mapping), pseudonymiser(utf8('k')));
		expect(cleaned.headings).toContain(nasty);
		const records = interpret(table, mapping, '2026-01-01');
		await appendRows(engine, toTables([records], emptyCatalog()).tables, { replace: true });
		const catalog = await readCatalog(engine);
		expect(catalog.quartiere.map((one) => one.name)).toEqual([nasty, 'Weststadt']);
		// What says that there is no answer is no group.
		if (!isNonSubstantive(nasty))
			expect(catalog.categories.map((one) => one.name)).toContain(nasty);
		expect(catalog.items.map((one) => one.text)).toContain(nasty);
		expect(await engine.query('SELECT count(*) AS n FROM response')).toEqual([{ n: 4 }]);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	test('names of the language as headings of everything', () => {
		const recognised = read('__proto__;constructor;prototype\n1;2;3\n4;5;6\n');
		expect(describeFile('__proto__', recognised).columns.map((one) => one.heading)).toEqual([
			'__proto__',
			'constructor',
			'prototype'
		]);
		expect(column(recognised, '__proto__').role).toBe('item');
	});
});

test('5,001 columns are refused, 5,000 are read', () => {
	const wide = (width: number) => {
		const cells = Array.from({ length: width }, (_, index) => `c${index}`);
		return csv(cells, [cells.map(() => 'x')]);
	};
	expect(problemCode(() => read(wide(5001)))).toBe('too_many_columns');
	expect(parseTable(wide(5000)).headings).toHaveLength(5000);
});

test('whatever it is, it is read or refused with a code', () => {
	const cell = fc.oneof(
		fc.string(),
		fc.constantFrom(...NASTY, '', '1', '01.02.2024', 'sehr zufrieden', ';', '"', '\n')
	);
	const text = fc
		.tuple(
			fc.constantFrom(';', ',', '\t'),
			fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 })
		)
		.map(([separator, rows]) => rows.map((row) => row.join(separator)).join('\n'));
	const bytes = fc.oneof(text.map(utf8), fc.uint8Array({ maxLength: 200 }));
	fc.assert(
		fc.property(bytes, (file) => {
			try {
				const { table, mapping } = readText(file);
				toTables([interpret(table, mapping, '2026-01-01')], emptyCatalog());
			} catch (error) {
				expect(error).toBeInstanceOf(ProblemError);
			}
		}),
		{ numRuns: 300 }
	);
});
