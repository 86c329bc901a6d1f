import { expect, test } from 'vitest';
import { clean, tableOf } from './batch';
import { confirmedItems } from './confirm';
import { mappingSchema, type Mapping } from './mapping';
import { interpret } from './interpret';
import { csv, read, recordsOf, told } from './testing';

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
	// A batch is read again by what it keeps of the mapping.
	const batch = clean(table, said);
	const again = interpret(tableOf(batch), batch.mapping, '2026-01-01');
	expect('rows' in again && again.rows.map(({ young }) => young)).toEqual([
		true,
		false,
		false,
		null
	]);
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
