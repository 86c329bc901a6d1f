import { describe, expect, test } from 'vitest';
import { formatOfTable } from '../../table';
import { column, csv, read, rowsOf } from '../../testing';

const quoted = (cells: string[]): string =>
	cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const CODES = [
	'StartDate',
	'EndDate',
	'IPAddress',
	'Duration (in seconds)',
	'RecordedDate',
	'ResponseId',
	'RecipientLastName',
	'ExternalReference',
	'LocationLatitude',
	'Q1',
	'Q2_1'
];
const NEW = [
	quoted(CODES),
	quoted([
		'Anfangsdatum',
		'Enddatum',
		'IP-Adresse',
		'Dauer (in Sekunden)',
		'Erfassungsdatum',
		'Antwort-ID',
		'Nachname des Empfängers',
		'Externe Datenreferenz',
		'Breitengrad des Standorts',
		'Wie zufrieden sind Sie insgesamt?',
		'Sicherheit: Im Haus'
	]),
	quoted(CODES.map((code) => `{"ImportId":"${code}"}`)),
	...[1, 2, 3].map((at) =>
		quoted([
			'2025-03-04 10:00:00',
			'2025-03-04 10:05:00',
			`192.0.2.${at}`,
			'300',
			'2025-03-04 10:05:01',
			`R_${at}`,
			'Lovelace',
			`K${at}`,
			'52.15',
			'Sehr zufrieden',
			['Sehr zufrieden', 'Eher zufrieden', 'Teils/teils'][at - 1]!
		])
	)
].join('\n');

test('three header rows: codes, questions, import ids', () => {
	const recognised = read(NEW);
	expect(recognised.mapping).toMatchObject({ tool: 'qualtrics', kind: 'survey', headerRows: 3 });
	expect(rowsOf(recognised.table)).toHaveLength(3);
	expect(column(recognised, 'Q1').item).toMatchObject({
		code: 'Q1',
		text: 'Wie zufrieden sind Sie insgesamt?',
		topic: 'overall'
	});
	expect(column(recognised, 'Q2_1').item?.topic).toBe('safety');
	expect(recognised.mapping.columns.map(({ role, dropped }) => dropped ?? role)).toEqual([
		'ignored',
		'ignored',
		'ip',
		'timing',
		'date',
		'id',
		'name',
		'token',
		'coordinates',
		'item',
		'item'
	]);
});

test('the old form has two, calls its own columns V1, V2, …, and ends in a comma', () => {
	const old = [
		'V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1,LocationLatitude,',
		'ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,Finished,Sind Sie zufrieden?,LocationLatitude,',
		'R_1,Standard,Anonym,,,192.0.2.1,0,2017-07-18 08:28:09,2017-07-18 08:28:48,1,Ja,47.1,',
		'R_2,Standard,Anonym,,,192.0.2.1,0,2017-07-18 09:28:09,2017-07-18 09:28:48,1,Nein,47.1,'
	].join('\n');
	const recognised = read(`\uFEFF${old}\n`);
	expect(recognised.mapping).toMatchObject({
		tool: 'qualtrics',
		headerRows: 2,
		encoding: 'utf-8-bom'
	});
	expect(recognised.mapping.columns).toHaveLength(12);
	expect(column(recognised, 'V1').role).toBe('id');
	expect(column(recognised, 'V9').role).toBe('date');
	expect(['V3', 'V4', 'V5', 'V6'].map((name) => column(recognised, name).dropped)).toEqual([
		'name',
		'token',
		'email',
		'ip'
	]);
	expect(column(recognised, 'Q1').item?.text).toBe('Sind Sie zufrieden?');
});

describe('a file of which rows of the heading were taken out', () => {
	const codes = [
		'StartDate',
		'EndDate',
		'Progress',
		'Duration (in seconds)',
		'ResponseId',
		'Q1_1',
		'Q1_2'
	];
	const texts = [
		'Startdatum',
		'Enddatum',
		'Fortschritt',
		'Dauer',
		'Antwort-ID',
		'Wohnung - Bad',
		'Wohnung - Küche'
	];
	const rows = [1, 2, 3].map((at) => [
		'2025-03-04 10:00:00',
		'2025-03-04 10:05:00',
		'100',
		String(300 + at),
		`R_${at}`,
		'zufrieden',
		'unzufrieden'
	]);

	test.each([
		['without import ids', [texts], 2, 'Wohnung - Bad'],
		['without the questions', [], 1, 'Q1_1']
	])('%s', (_, above, headerRows, text) => {
		const { table, mapping } = read(csv(codes, [...above, ...rows]));
		expect([mapping.tool, mapping.headerRows, table.lines.length]).toEqual([
			'qualtrics',
			headerRows,
			3
		]);
		const heading = formatOfTable(table).read(table.head)[5];
		expect(heading).toMatchObject({ code: 'Q1_1', text, battery: 'Q1' });
	});
});
