import { describe, expect, test } from 'vitest';
import { emptyCatalog } from '../engine';
import { appendRows } from '../engine';
import { openNodeEngine } from '../engine/node';
import { clean, tableOf } from './batch';
import { pseudonymised, pseudonymiser } from './pseudonyms';
import { interpret, unknownCases } from './interpret';
import { toTables } from './load';
import { column, csv, read, utf8, recordsOf, told, TODAY } from './testing';

const CONTACTS = csv(
	['Fall-Nr', 'Datum', 'Kontaktart', 'Minuten', 'Erstkontakt'],
	[
		['F-1', '03.02.2025', 'Hausbesuch', '45', 'ja'],
		['F-1', '10.02.2025', 'Telefon', '10', 'Folgekontakt'],
		['F-2', '31.02.2025', 'Telefon', '10', 'nein'],
		['', '11.02.2025', 'Telefon', '10', 'nein'],
		['F-3', '11.02.2027', 'Telefon', '10', 'nein'],
		['F-3', '11.02.2025', '', 'lang', 'vielleicht'],
		['F-9', '12.02.2025', 'Telefon', '2000', '']
	]
);

describe('contact', () => {
	test('are recognised, read and checked field by field', () => {
		const recognised = read(CONTACTS);
		expect(recognised.mapping.kind).toBe('contact');
		expect(column(recognised, 'Fall-Nr').role).toBe('case');
		const records = recordsOf(CONTACTS);
		expect(records.rows).toEqual([
			{ case: 'F-1', day: '2025-02-03', kind: 'Hausbesuch', minutes: 45, first: true },
			{ case: 'F-1', day: '2025-02-10', kind: 'Telefon', minutes: 10, first: false },
			{ case: 'F-3', day: '2025-02-11', kind: null, minutes: null, first: null },
			{ case: 'F-9', day: '2025-02-12', kind: 'Telefon', minutes: null, first: null }
		]);
		expect(told(records)).toEqual([
			['date_wrong', 'row-skipped', 'Datum', '31.02.2025', [4]],
			['value_needed', 'row-skipped', 'Fall-Nr', '', [5]],
			['date_in_future', 'row-skipped', 'Datum', '11.02.2027', [6]],
			['value_unreadable', 'value-missing', 'Minuten', 'lang', [7]],
			['value_unreadable', 'value-missing', 'Erstkontakt', 'vielleicht', [7]],
			['value_impossible', 'value-missing', 'Minuten', '2000', [8]]
		]);
	});

	test('whose case is not loaded are told, not left out', () => {
		const { table, mapping } = read(CONTACTS);
		const found = unknownCases(table, mapping, (id) => id !== 'F-9');
		expect(found).toMatchObject([
			{ code: 'case_unknown', effect: 'note', value: 'F-9', lines: [8] }
		]);
	});

	test('meet their case by its pseudonym', async () => {
		const cases = read(
			csv(
				['Fall-Nr', 'Quartier', 'Eröffnet am', 'Anlass', 'Zugang'],
				[['F-1', 'Nord', '01.02.2025', 'Energie', 'selbst']]
			)
		);
		const pseudonym = pseudonymiser(utf8('key'));
		const batches = [cases, read(CONTACTS)].map(({ table, mapping }) =>
			pseudonymised(clean(table, mapping), pseudonym)
		);
		const records = batches.map((batch) => interpret(tableOf(batch), batch.mapping, TODAY));
		expect(JSON.stringify(records)).not.toContain('F-1');
		const engine = await openNodeEngine();
		await appendRows(engine, toTables(records, emptyCatalog()).tables);
		const joined = await engine.query(
			'SELECT count(*) AS n, sum(minutes) AS minutes FROM contact JOIN support_case USING (case_key)'
		);
		expect(joined).toEqual([{ n: 2, minutes: 55 }]);
		await engine.close();
	});
});

test('every kind has a table of its own in the database', async () => {
	const engine = await openNodeEngine();
	const texts = [
		CONTACTS,
		csv(['Fall', 'Mietrückstand', 'Lösung'], [['1', '500', 'Raten']]),
		csv(['Fall', 'Leistung', 'Beantragt', 'Bewilligt'], [['1', 'Wohngeld', 'ja', 'ja']]),
		csv(['Treff', 'Quartier', 'Tag', 'Besuche'], [['T', 'Nord', '01.02.2025', '5']]),
		csv(['Partner', 'Seit', 'Quartier'], [['Verein', '2020', 'Nord']]),
		csv(['Ereignis', 'Von', 'Quartier'], [['Fest', '01.02.2025', 'Nord']])
	];
	const records = texts.map((text) => recordsOf(text));
	await appendRows(engine, toTables(records, emptyCatalog()).tables);
	const counts = await Promise.all(
		['contact', 'rent_debt', 'benefit', 'meeting_place_day', 'cooperation', 'event'].map((table) =>
			engine.query(`SELECT count(*) AS n FROM ${table}`)
		)
	);
	expect(counts.map(([row]) => row?.['n'])).toEqual([4, 1, 1, 1, 1, 1]);
	await engine.close();
});
