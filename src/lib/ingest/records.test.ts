import { describe, expect, test } from 'vitest';
import { emptyCatalog } from '../engine';
import { appendRows } from '../engine';
import { openNodeEngine } from '../engine/node';
import { clean, tableOf } from './batch';
import { confirmedItems } from './confirm';
import { mappingSchema, type Mapping } from './mapping';
import { pseudonymised, pseudonymiser } from './pseudonyms';
import { interpret, unknownCases } from './interpret';
import type { RecordRecords } from './interpret/records';
import { toTables } from './load';
import { column, csv, read, utf8 } from './testing';

const TODAY = '2026-01-01';
const recordsOf = (text: string, more: object = {}): RecordRecords => {
	const { table, mapping } = read(text);
	return interpret(table, { ...mapping, ...more }, TODAY) as RecordRecords;
};
const told = ({ findings }: RecordRecords) =>
	findings.map(({ code, effect, column, value, lines }) => [code, effect, column, value, lines]);

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

test('rent debts: euros as German offices write them, an averted eviction by yes and no', () => {
	const records = recordsOf(
		csv(
			['Fallnummer', 'Rückstand am Anfang', 'Rückstand am Ende', 'Stufe', 'Räumung abgewendet'],
			[
				['1', '1.250,50 €', '0', 'Kündigung', 'ja'],
				['2', '900', '', 'Mahnung', ''],
				['3', '-5', '0', 'Mahnung', 'nein'],
				['4', '99999999', '0', 'Klage', 'nein']
			]
		)
	);
	expect(records.kind).toBe('rentDebt');
	expect(records.rows).toMatchObject([
		{ case: '1', start: 1250.5, end: 0, stage: 'Kündigung', averted: true },
		{ case: '2', start: 900, end: null, averted: null }
	]);
	expect(told(records).map(([code, , , value]) => [code, value])).toEqual([
		['value_impossible', '-5'],
		['value_impossible', '99999999']
	]);
});

test('benefits: steps by yes or by their day, and granted without an application is told', () => {
	const records = recordsOf(
		csv(
			['Fall-Nr', 'Leistung', 'Beraten', 'Beantragt am', 'Bewilligt', 'Euro im Monat'],
			[
				['1', 'Wohngeld', '02.01.2025', '05.01.2025', 'ja', '180,5'],
				['2', 'Wohngeld', 'ja', 'nein', 'ja', '180'],
				['3', '', 'ja', '', '', '']
			]
		)
	);
	expect(records.kind).toBe('benefit');
	expect(records.rows).toMatchObject([
		{
			kind: 'Wohngeld',
			advised: { happened: true, day: '2025-01-02' },
			applied: { happened: true, day: '2025-01-05' },
			granted: { happened: true, day: null },
			entitled: { happened: false, day: null },
			amount: 180.5
		},
		{ applied: { happened: false, day: null }, granted: { happened: true, day: null } }
	]);
	expect(told(records)).toEqual([
		['value_needed', 'row-skipped', 'Leistung', '', [4]],
		['granted_not_applied', 'note', 'Bewilligt', 'ja', [3]]
	]);
});

test('meeting-place days: visits are whole numbers, the Quartier must be known', () => {
	const text = csv(
		['Treff', 'Quartier', 'Datum', 'Angebot', 'Zielgruppe', 'Besuche', 'Stunden'],
		[
			['Treff Nord', 'Nord', '03.02.2025', 'Sprachcafé', 'alle', '1.017', '3,5'],
			['Treff Nord', '', '04.02.2025', 'Sprachcafé', 'alle', '17', '3'],
			['Treff Nord', 'Nord', '05.02.2025', 'Mittagstisch', 'Senioren', '17,5', '30']
		]
	);
	const records = recordsOf(text);
	expect(records.kind).toBe('meetingPlaceDay');
	expect(records.rows).toEqual([
		{
			meetingPlace: 'Treff Nord',
			quartier: 'Nord',
			day: '2025-02-03',
			offer: 'Sprachcafé',
			targetGroup: 'alle',
			young: null,
			visits: 1017,
			volunteers: null,
			hours: 3.5
		}
	]);
	expect(told(records).map(([code]) => code)).toEqual(['quartier_missing', 'value_unreadable']);
});

test('which target groups are young is suggested by their words, and holds once a person says so', () => {
	const text = csv(
		['Treff', 'Quartier', 'Datum', 'Zielgruppe', 'Besuche'],
		[
			['T', 'Nord', '03.02.2025', 'Jugendliche', '7'],
			['T', 'Nord', '04.02.2025', 'Eltern mit Kindern', '8'],
			['T', 'Nord', '05.02.2025', 'Senioren', '9'],
			['T', 'Nord', '06.02.2025', '', '3']
		]
	);
	const { table, mapping } = read(text);
	const column = mapping.columns.find(({ role }) => role === 'targetGroup');
	expect(column).toMatchObject({ certain: false, young: ['Jugendliche', 'Eltern mit Kindern'] });
	const youngOf = (said: Mapping) => {
		const records = interpret(table, said, '2026-01-01');
		return 'rows' in records ? records.rows.map(({ young }) => young) : [];
	};
	expect(youngOf(mapping)).toEqual([null, null, null, null]);
	const said = confirmedItems({
		...mapping,
		columns: mapping.columns.map((one) =>
			one === column ? { ...one, young: ['Jugendliche'] } : one
		)
	});
	expect(youngOf(said)).toEqual([true, false, false, null]);
});

test('kinds and roles of files that are kept are read by the names that they had before', () => {
	const text = csv(['Treff', 'Quartier', 'Datum', 'Besuche'], [['T', 'Nord', '03.02.2025', '7']]);
	const { mapping } = read(text);
	const earlier = JSON.parse(
		JSON.stringify(mapping)
			.replaceAll('"meetingPlaceDay"', '"treffdays"')
			.replaceAll('"meetingPlace"', '"treff"')
	) as unknown;
	expect(mappingSchema.parse(earlier)).toEqual(mapping);
});

test('cooperations and events: without a Quartier they belong to all, and an end before its beginning goes', () => {
	const cooperations = recordsOf(
		csv(
			['Partner', 'Art', 'Quartier', 'Seit', 'Bis'],
			[
				['Stadtteilverein', 'Verein', 'Nord', '2022', ''],
				['Jugendamt', 'Behörde', 'alle', '01.03.2020', '2019']
			]
		)
	);
	expect(cooperations.kind).toBe('cooperation');
	expect(cooperations.rows).toMatchObject([
		{ partner: 'Stadtteilverein', quartier: 'Nord', since: '2022-01-01', until: null },
		{ partner: 'Jugendamt', quartier: null, since: '2020-03-01', until: null }
	]);
	expect(told(cooperations)).toEqual([['end_before_start', 'value-missing', 'Bis', '2019', [3]]]);
	const events = recordsOf(
		csv(
			['Ereignis', 'Von', 'Bis', 'Art', 'Quartier'],
			[
				['Treffs geschlossen', '16.03.2020', '31.03.2022', 'Schließung', ''],
				['Neubau Parkplatz', '01.05.2024', '', 'Sonderaktion', 'Nord']
			]
		)
	);
	expect(events.kind).toBe('event');
	expect(events.rows).toMatchObject([
		{
			title: 'Treffs geschlossen',
			from: '2020-03-16',
			to: '2022-03-31',
			kind: 'closure',
			quartier: null
		},
		{ title: 'Neubau Parkplatz', from: '2024-05-01', to: null, kind: 'campaign', quartier: 'Nord' }
	]);
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

test('a survey that asks for a meeting place and a day stays a survey', () => {
	const text = csv(
		[
			'Bogen',
			'Quartier',
			'Datum',
			'Treff',
			'Wie oft besuchen Sie ihn?',
			'Zufriedenheit',
			'Alter',
			'Besuche'
		],
		[
			['1', 'Nord', '01.02.2025', 'Treff Nord', 'oft', 'zufrieden', '40', '3'],
			['2', 'Nord', '01.02.2025', 'Treff Nord', 'nie', 'unzufrieden', '60', '0']
		]
	);
	expect(read(text).mapping.kind).toBe('survey');
});
