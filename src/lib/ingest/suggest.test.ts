import { describe, expect, test } from 'vitest';
import { readText } from './read';
import { itemFor } from './item-for';
import { column, csv, read, utf8, roles } from './testing';

const CASES = csv(
	[
		'Fall-Nr',
		'Quartier',
		'Eröffnet am',
		'Geschlossen am',
		'Angebotsbereich',
		'Anlass',
		'Zugang',
		'Arbeitsform',
		'Ergebnis',
		'Altersgruppe',
		'Sachbearbeitung',
		'Telefon'
	],
	[
		[
			'1',
			'Weststadt',
			'02.01.2024',
			'',
			'Sicheres Wohnen',
			'Mietschulden',
			'selbst',
			'Einzelfallhilfe',
			'',
			'unter 30',
			'x',
			'0531 12345678'
		],
		[
			'2',
			'Heidberg',
			'03.01.2024',
			'05.02.2024',
			'Sicheres Wohnen',
			'Energie',
			'Behörde',
			'Gruppenarbeit',
			'erfolgreich',
			'30 bis 44',
			'y',
			'0531 12345679'
		]
	]
);

const QUARTIERE =
	'Quartier\tStadt\tJahr\tWohnungen\tHaushalte\nSZ-Bad\tSalzgitter\t2025\t1.284\t1.251\n';

describe('kinds and roles', () => {
	test('supportCase', () => {
		const { mapping } = read(CASES);
		expect(mapping.kind).toBe('supportCase');
		expect(mapping.success).toEqual(['erfolgreich']);
		expect(roles(CASES)).toEqual({
			'Fall-Nr': 'id',
			Quartier: 'quartier',
			'Eröffnet am': 'date',
			'Geschlossen am': 'closed',
			Angebotsbereich: 'area',
			Anlass: 'topic',
			Zugang: 'access',
			Arbeitsform: 'workform',
			Ergebnis: 'outcome',
			Altersgruppe: 'demography',
			Sachbearbeitung: 'ignored',
			Telefon: 'dropped'
		});
	});

	test('master data', () => {
		const { mapping } = read(QUARTIERE);
		expect([mapping.kind, mapping.separator]).toEqual(['quartierYear', '\t']);
		expect(Object.values(roles(QUARTIERE))).toEqual([
			'quartier',
			'city',
			'year',
			'dwellings',
			'households'
		]);
	});

	test('master data whose Quartiere stand under "Name"', () => {
		expect(roles('Name;Wohnungen\nWeststadt;1200\nHeidberg;900\n')).toEqual({
			Name: 'quartier',
			Wohnungen: 'dwellings'
		});
	});

	test('English headings', () => {
		expect(
			roles(
				'case id,neighbourhood,opened,closed,service area,topic,outcome\n1,West,2024-01-02,,Safe living,debt,\n2,East,2024-01-02,2024-02-02,Safe living,debt,resolved\n'
			)
		).toEqual({
			'case id': 'id',
			neighbourhood: 'quartier',
			opened: 'date',
			closed: 'closed',
			'service area': 'area',
			topic: 'topic',
			outcome: 'outcome'
		});
	});

	test('the user says what kind it is', () => {
		expect(readText(utf8(CASES), { kind: 'survey' }).mapping.kind).toBe('survey');
	});

	test('a question about the Quartier, answered on a scale, is no Quartier', () => {
		const text = csv(
			['id', 'Quartier insgesamt', 'x'],
			[
				['1', 'sehr zufrieden', '1'],
				['2', 'teils/teils', '2'],
				['3', 'eher zufrieden', '1']
			]
		);
		expect(column(read(text), 'Quartier insgesamt').role).toBe('item');
	});

	test('ages in years become bands, words without an order stay a question', () => {
		const rows = Array.from({ length: 40 }, (_, index) => [
			String(index),
			String(20 + index),
			index % 2 ? 'Turm' : 'Atrium',
			'gut'
		]);
		const recognised = read(csv(['id', 'Alter', 'Bauart', 'Zustand'], rows));
		expect(column(recognised, 'Alter')).toMatchObject({
			role: 'demography',
			group: 'age',
			bands: [30, 45, 65]
		});
		expect(column(recognised, 'Bauart')).toMatchObject({
			role: 'item',
			certain: false,
			item: { scale: { kind: 'nominal', settled: false } }
		});
		expect(itemFor(recognised.table, recognised.mapping, 2).item?.scale).toMatchObject({
			kind: 'nominal',
			labels: ['Atrium', 'Turm']
		});
	});
});
