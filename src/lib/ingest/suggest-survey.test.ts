import { describe, expect, test } from 'vitest';
import { describe as describeFile } from './describe';
import { readText } from './read';
import { column, cp1252, csv, read, utf8, roles } from './testing';

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
