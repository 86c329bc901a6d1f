import { describe, expect, test } from 'vitest';
import { emptyCatalog } from '../engine';
import { clean, tableOf } from './batch';
import { pseudonymised, pseudonymiser } from './pseudonyms';
import { interpret, recordCount } from './interpret';
import { toTables } from './load';
import { fingerprint } from './read';
import { csv, read, utf8, rowsOf } from './testing';

const key = utf8('workspace');

const TEXT = csv(
	['Bogen', 'Name', 'E-Mail', 'Quartier', 'Anmerkung', 'Zufriedenheit insgesamt', 'Welle'],
	[
		[
			'4711',
			'Meier',
			'm@example.org',
			'Weststadt',
			'Frau Meier ist nett',
			'sehr zufrieden',
			'2025'
		],
		['4712', 'Schulze', 's@example.org', 'Weststadt', 'Herr ••• nicht', 'eher unzufrieden', '2025'],
		['', 'Abel', 'a@example.org', 'Heidberg', 'nichts', 'teils/teils', '2025'],
		['4711', 'Meier', 'm@example.org', 'Weststadt', 'noch einmal', 'eher zufrieden', '2025']
	]
);

/** As it comes from a spreadsheet: an unquoted separator has pushed an address into the Quartier. */
const SLIPPED = `${TEXT}4713;Ohm;Max;o@example.org;Heidberg;nichts;sehr zufrieden;2025\n`;
const slipped = () => ({ table: read(SLIPPED).table, mapping: read(TEXT).mapping });

describe('clean', () => {
	test('personal data and free text never get as far as a batch', () => {
		const { table, mapping } = slipped();
		const cleaned = pseudonymised(clean(table, mapping), pseudonymiser(key));
		const everything = JSON.stringify(cleaned);
		for (const secret of [
			'Meier',
			'Schulze',
			'Abel',
			'Ohm',
			'Verrutscht',
			'example.org',
			'4711',
			'4713',
			'nett'
		])
			expect(everything).not.toContain(secret);
		expect(cleaned.headings).toEqual(['Bogen', 'Quartier', 'Zufriedenheit insgesamt', 'Welle']);
		expect(cleaned.mapping.columns.map((column) => column.index)).toEqual([0, 1, 2, 3]);
		expect(rowsOf(cleaned).map((row) => row.cells.slice(1))).toEqual([
			['Weststadt', 'sehr zufrieden', '2025'],
			['Weststadt', 'eher unzufrieden', '2025'],
			['Heidberg', 'teils/teils', '2025'],
			['Weststadt', 'eher zufrieden', '2025']
		]);
	});

	test('free text that the user keeps is masked before it is stored, and loaded with its sheet', () => {
		const text = TEXT.replace('Frau Meier ist nett', 'Tel. 0531 123456 nach 18 Uhr');
		const { table, mapping } = read(text);
		const columns = mapping.columns.map((one) =>
			one.heading === 'Anmerkung' ? { ...one, role: 'opentext' as const } : one
		);
		const cleaned = clean(table, { ...mapping, columns });
		expect(JSON.stringify(cleaned)).not.toContain('123456');
		const records = interpret(tableOf(cleaned), cleaned.mapping, '2026-01-01');
		expect('texts' in records && records.texts).toEqual([
			{
				question: 'Anmerkung',
				answers: ['Tel. ••• nach 18 Uhr', 'Herr ••• nicht', 'nichts']
			}
		]);
		const { tables } = toTables([records], emptyCatalog());
		expect(tables.map((one) => one.table)).toContain('open_answer');
	});

	test('ids become pseudonyms that only this workspace gives', async () => {
		const { table, mapping } = slipped();
		const ids = rowsOf(pseudonymised(clean(table, mapping), pseudonymiser(key))).map(
			({ cells }) => cells[0] ?? ''
		);
		expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
		expect(ids[0]).toBe(pseudonymiser(key)('4711'));
		// The same by another implementation of HMAC.
		const name = { name: 'HMAC', hash: 'SHA-256' };
		const imported = await crypto.subtle.importKey('raw', key, name, false, ['sign']);
		const signed = await crypto.subtle.sign('HMAC', imported, utf8('4711'));
		expect(ids[0]).toBe(Buffer.from(signed).toString('hex').slice(0, 32));
		expect(ids[3]).toBe(ids[0]);
		expect(ids[1]).not.toBe(ids[0]);
		expect(ids[2]).toBe('');
		expect(pseudonymiser(utf8('another'))('4711')).not.toBe(ids[0]);
	});

	test('a batch gives the records that the check of the file promised', () => {
		const { table, mapping } = slipped();
		const cleaned = pseudonymised(clean(table, mapping), pseudonymiser(key));
		const promised = interpret(table, mapping, '2026-01-01');
		const loaded = interpret(tableOf(cleaned), cleaned.mapping, '2026-01-01');
		expect(recordCount(promised)).toBe(3);
		expect({ ...loaded, findings: [] }).toEqual({ ...promised, findings: [] });
	});
});

test('same input, same tables', () => {
	const tables = () => {
		const { table, mapping } = read(TEXT);
		return toTables([interpret(table, mapping, '2026-01-01')], emptyCatalog()).tables;
	};
	const [first, second] = [tables(), tables()];
	expect(first.map((one) => one.table)).toEqual(['answer', 'response', 'quartier', 'wave', 'item']);
	expect(second.map((one) => [one.table, Buffer.from(one.ipc).toString('base64')])).toEqual(
		first.map((one) => [one.table, Buffer.from(one.ipc).toString('base64')])
	);
});

test('names go on from the catalog, and known ones keep their numbers', () => {
	const { table, mapping } = read(TEXT);
	const records = interpret(table, mapping, '2026-01-01');
	const catalog = {
		...emptyCatalog(),
		quartiere: [
			{ id: 1, key: 'weststadt', name: 'Weststadt', city: '' },
			{ id: 2, key: 'heidberg', name: 'Heidberg', city: '' }
		],
		responses: 7
	};
	const loaded = toTables([records], catalog).tables;
	expect(loaded.map((one) => one.table)).not.toContain('quartier');
});

test('fingerprint is SHA-256', async () => {
	expect(await fingerprint(utf8('abc'))).toBe(
		'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
	);
});
