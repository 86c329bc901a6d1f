import { expect, test } from 'vitest';
import { csv, recordsOf, told } from './testing';

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
