import { describe, expect, test } from 'vitest';
import { describe as describeFile } from './describe';
import { readText } from './read';
import { itemFor } from './suggest';
import { column, cp1252, csv, read, utf8, rowsOf } from './testing';

const roles = (text: string) =>
	Object.fromEntries(
		read(text).mapping.columns.map(({ heading, role }): [string, string] => [heading, role])
	);

const SURVEY = csv(
	[
		'Bogen-Nr',
		'Eingang',
		'Welle',
		'Quartier',
		'Altersgruppe',
		'Haushalt',
		'Zufriedenheit insgesamt',
		'Sicherheit: Im Haus',
		'Weiterempfehlung (0 bis 10)',
		'Gewicht',
		'Anmerkungen',
		'Name',
		'Leer'
	],
	[
		[
			'1',
			'01.06.2025',
			'2025',
			'SZ-Lebenstedt',
			'unter 30',
			'allein',
			'sehr zufrieden',
			'eher zufrieden',
			'9',
			'1,2',
			'alles gut',
			'Meier',
			''
		],
		[
			'2',
			'03.06.2025',
			'2025',
			'Weststadt',
			'30 bis 44',
			'Paar',
			'eher zufrieden',
			'teils/teils',
			'3',
			'0,8',
			'zu laut',
			'Müller',
			''
		],
		[
			'3',
			'02.05.2022',
			'2022',
			'Weststadt',
			'30 bis 44',
			'Paar',
			'teils/teils',
			'sehr unzufrieden',
			'10',
			'1',
			'zu leise',
			'Schulze',
			''
		],
		[
			'4',
			'05.05.2022',
			'2022',
			'Weststadt',
			'65 und älter',
			'Paar',
			'sehr unzufrieden',
			'eher unzufrieden',
			'0',
			'1',
			'danke',
			'Abel',
			''
		]
	]
);

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
	test('survey', () => {
		expect(read(SURVEY).mapping.kind).toBe('survey');
		expect(roles(SURVEY)).toEqual({
			'Bogen-Nr': 'id',
			Eingang: 'date',
			Welle: 'wave',
			Quartier: 'quartier',
			Altersgruppe: 'demography',
			Haushalt: 'demography',
			'Zufriedenheit insgesamt': 'item',
			'Sicherheit: Im Haus': 'item',
			'Weiterempfehlung (0 bis 10)': 'item',
			Gewicht: 'weight',
			Anmerkungen: 'text',
			Name: 'dropped',
			Leer: 'ignored'
		});
		const recognised = read(SURVEY);
		expect(column(recognised, 'Altersgruppe').group).toBe('age');
		expect(column(recognised, 'Haushalt').group).toBe('household');
		expect(column(recognised, 'Zufriedenheit insgesamt').item).toMatchObject({
			code: 'Zufriedenheit insgesamt',
			topic: 'overall'
		});
		expect(column(recognised, 'Sicherheit: Im Haus').item?.topic).toBe('safety');
	});

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

describe('look-alikes in every shape in scope', () => {
	const variants = ([';', ',', '\t'] as const).flatMap((separator) =>
		(['utf-8', 'utf-8-bom', 'windows-1252'] as const).map((encoding) => ({ separator, encoding }))
	);
	test.each(variants)('a survey with $separator in $encoding', ({ separator, encoding }) => {
		const text = SURVEY.split('\n')
			.map((line) =>
				line
					.split(';')
					.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell))
					.join(separator)
			)
			.join('\r\n');
		const bytes =
			encoding === 'windows-1252'
				? cp1252(text)
				: utf8(encoding === 'utf-8' ? text : `\uFEFF${text}`);
		const description = describeFile('a.csv', readText(bytes));
		expect(description).toMatchObject({
			file: 'a.csv',
			kind: 'survey',
			tool: 'csv',
			encoding,
			separator,
			headerRows: 1,
			rows: 4
		});
		const expected = describeFile('a.csv', read(SURVEY)).columns;
		expect(description.columns).toEqual(expected);
	});
});

describe('LimeSurvey', () => {
	const CODES = [
		'"id","submitdate","lastpage","startlanguage","seed","token","ipaddr","Q00","Q01[SQ001]","Q01[SQ002]","Q02","Q02[other]","Q03[SQ001]","Q03[SQ001comment]","interviewtime","groupTime12","Q01Time"',
		'"1","2025-06-01 12:00:00","5","de","1234","abcdef","192.0.2.1","A1","A1","A2","5","","Y","","120.5","60.1","12.3"',
		'"2","2025-06-02 12:00:00","5","de","1235","abcdeg","192.0.2.2","A2","A5","","3","anderes","","weil\nja","121.5","61.1","13.3"',
		'"3","","2","de","1236","abcdeh","192.0.2.3","A1","A3","A4","4","","N","","12.5","6.1","1.3"'
	].join('\r\n');

	test('question codes', () => {
		const recognised = read(CODES);
		expect(recognised.mapping).toMatchObject({
			kind: 'survey',
			tool: 'limesurvey',
			separator: ','
		});
		expect(rowsOf(recognised.table)).toHaveLength(3);
		expect(roles(CODES)).toEqual({
			id: 'id',
			submitdate: 'date',
			lastpage: 'ignored',
			startlanguage: 'ignored',
			seed: 'ignored',
			token: 'dropped',
			ipaddr: 'dropped',
			Q00: 'item',
			'Q01[SQ001]': 'item',
			'Q01[SQ002]': 'item',
			Q02: 'item',
			'Q02[other]': 'text',
			'Q03[SQ001]': 'item',
			'Q03[SQ001comment]': 'text',
			interviewtime: 'timing',
			groupTime12: 'timing',
			Q01Time: 'timing'
		});
		expect(column(recognised, 'Q01[SQ001]').item).toMatchObject({
			code: 'Q01[SQ001]',
			group: 'Q01',
			scale: { labels: ['A5', 'A4', 'A3', 'A2', 'A1'], settled: false }
		});
		expect(column(recognised, 'Q02').item?.group).toBeUndefined();
		expect(column(recognised, 'token').dropped).toBe('token');
		expect(column(recognised, 'ipaddr').dropped).toBe('ip');
	});

	test('codes and texts', () => {
		const text = csv(
			[
				'id. Antwort ID',
				'submitdate. Datum Abgeschickt',
				'zuf. Wie zufrieden sind Sie insgesamt?',
				'sich[haus]. Wie sicher fühlen Sie sich? [Im Haus]',
				'sich[weg]. [Auf dem Weg]',
				'name. Ihr Name'
			],
			[
				['1', '2025-06-01 10:00:00', 'sehr zufrieden', 'eher sicher', 'sehr sicher', 'A'],
				['2', '2025-06-02 10:00:00', 'eher zufrieden', 'sehr unsicher', 'eher sicher', 'B'],
				['3', '2025-06-02 10:00:00', 'teils/teils', 'eher unsicher', 'keine Antwort', 'C']
			]
		);
		const recognised = read(text);
		expect(recognised.mapping.tool).toBe('limesurvey');
		expect(
			column(recognised, 'sich[haus]. Wie sicher fühlen Sie sich? [Im Haus]').item
		).toMatchObject({
			code: 'sich[haus]',
			text: 'Wie sicher fühlen Sie sich? – Im Haus',
			group: 'sich',
			topic: 'safety',
			scale: { id: 'safety4' }
		});
		expect(column(recognised, 'sich[weg]. [Auf dem Weg]').item).toMatchObject({
			code: 'sich[weg]',
			text: 'Auf dem Weg',
			scale: { nonSubstantive: ['keine Antwort'] }
		});
		expect(column(recognised, 'name. Ihr Name')).toMatchObject({
			role: 'dropped',
			dropped: 'name'
		});
	});

	test('German, full text, anonymous', () => {
		const text =
			'\uFEFF"Antwort ID","Datum Abgeschickt","Letzte Seite","Start-Sprache","Zufallsgeneratorstartwert","Zufriedenheit insgesamt","Treff [Kenne ich]","Gesamtzeit","Gruppenzeit: A","Fragenzeit: A1"\r\n' +
			'"1","1980-01-01 00:00:00","4","de","1","sehr zufrieden","Ja","100","10","1"\r\n"2","","2","de","2","Keine Antwort","N/A","90","9","2"\r\n"3","1980-01-01 00:00:00","4","de","3","eher\nzufrieden","Nein","95","9","2"\r\n';
		const recognised = read(text);
		expect(recognised.mapping).toMatchObject({ tool: 'limesurvey', encoding: 'utf-8-bom' });
		expect(Object.values(roles(text))).toEqual([
			'id',
			'ignored',
			'ignored',
			'ignored',
			'ignored',
			'item',
			'item',
			'timing',
			'timing',
			'timing'
		]);
		expect(column(recognised, 'Treff [Kenne ich]').item?.scale).toMatchObject({
			kind: 'yes-no',
			nonSubstantive: ['N/A']
		});
		expect(column(recognised, 'Treff [Kenne ich]').item).toMatchObject({
			text: 'Treff – Kenne ich',
			group: 'Treff'
		});
		// The first of January 1980 means no date: the field period has to be asked for.
		expect(recognised.mapping.waves).toEqual([{ key: '', name: '', from: '', to: '' }]);
	});

	test('a plain table that has an id is none', () => {
		expect(read('id;Frage 1\n1;gut\n').mapping.tool).toBe('csv');
	});
});

describe('waves', () => {
	test('one per value of the column, with the days of its answer sheets as field period', () => {
		expect(read(SURVEY).mapping.waves).toEqual([
			{ key: '2022', name: '2022', from: '2022-05-02', to: '2022-05-05' },
			{ key: '2025', name: '2025', from: '2025-06-01', to: '2025-06-03' }
		]);
	});

	test('without days the year in the name', () => {
		const text = csv(
			['id', 'Welle', 'x'],
			[
				['1', 'Welle 2 (2022)', '1'],
				['2', 'Welle 10 (2025)', '2'],
				['3', '', '3']
			]
		);
		expect(read(text).mapping.waves).toEqual([
			{ key: 'Welle 2 (2022)', name: 'Welle 2 (2022)', from: '2022-01-01', to: '2022-12-31' },
			{ key: 'Welle 10 (2025)', name: 'Welle 10 (2025)', from: '2025-01-01', to: '2025-12-31' }
		]);
	});

	test('without a column one for the whole file', () => {
		const text = csv(
			['id', 'Eingang', 'x'],
			[
				['1', '03.06.2025', '1'],
				['2', '01.06.2025', '2']
			]
		);
		expect(read(text).mapping.waves).toEqual([
			{ key: '', name: '2025', from: '2025-06-01', to: '2025-06-03' }
		]);
	});
});
