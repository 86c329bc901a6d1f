import { expect, test } from 'vitest';
import { describe as describeFile } from '../../describe';
import { formatOfTable } from '../../table';
import { column, csv, read, rowsOf } from '../../testing';

const SCALE = [
	'Sehr unzufrieden',
	'Eher unzufrieden',
	'Teils/teils',
	'Eher zufrieden',
	'Sehr zufrieden'
];
const ROWS = SCALE.map(
	(answer, at) =>
		`${1000 + at},77,03/04/2025 10:00,03/04/2025 10:0${at},192.0.2.${at},a${at}@example.org,Ada,Lovelace,K${at},${answer},${answer},${SCALE[4 - at]},frei ${at},Ja`
);
const FILE = [
	'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,Wie zufrieden sind Sie insgesamt?,Wie zufrieden sind Sie mit …?,,Was sollen wir ändern?,Haben Sie einen Balkon?',
	',,,,,,,,,Response,dem Treppenhaus,den Grünflächen,Open-Ended Response,Response',
	...ROWS
].join('\n');

test('two header rows: a question holds for the columns to its right', () => {
	const recognised = read(FILE);
	expect(describeFile('a.csv', recognised)).toMatchObject({
		kind: 'survey',
		tool: 'surveymonkey',
		headerRows: 2,
		rows: 5
	});
	expect(rowsOf(recognised.table)[0]?.line).toBe(3);
	const grass = column(recognised, 'Wie zufrieden sind Sie mit …? [den Grünflächen]');
	expect(grass.item).toMatchObject({
		text: 'Wie zufrieden sind Sie mit …? – den Grünflächen',
		group: 'Wie zufrieden sind Sie mit …?'
	});
	expect(grass.item?.scale).toMatchObject({ kind: 'ordinal', labels: SCALE });
	expect(column(recognised, 'Wie zufrieden sind Sie insgesamt?').item?.scale.labels).toEqual(SCALE);
	expect(column(recognised, 'Was sollen wir ändern?').role).toBe('text');
});

test('what names a person is dropped, and so is what may lead to one', () => {
	const recognised = read(FILE);
	const dropped = recognised.mapping.columns.filter(({ role }) => role === 'dropped');
	expect(dropped.map(({ heading }) => heading)).toEqual([
		'IP Address',
		'Email Address',
		'First Name',
		'Last Name',
		'Custom Data 1'
	]);
});

test('one header row is a plain table', () => {
	expect(read('Respondent ID,Frage eins\n1,Ja\n2,Nein\n').mapping.tool).toBe('csv');
});

test('expanded: one of several options is one question again, several of them stay apart', () => {
	const recognised = read(
		[
			'RespondentID,Wie zufrieden sind Sie insgesamt?,,,Was nutzen Sie?,,Geschlecht,',
			',sehr zufrieden,eher zufrieden,teils/teils,Treff,Garten,w,m',
			'1,sehr zufrieden,,,Treff,Garten,w,',
			'2,,eher zufrieden,,,Garten,,m',
			'3,,,teils/teils,Treff,,w,',
			'4,,,,,,,'
		].join('\n')
	);
	expect(recognised.table.headings).toEqual([
		'RespondentID',
		'Wie zufrieden sind Sie insgesamt?',
		'Was nutzen Sie? [Treff]',
		'Was nutzen Sie? [Garten]',
		'Geschlecht'
	]);
	expect(rowsOf(recognised.table).map(({ line, cells }) => [line, cells[1], cells[4]])).toEqual([
		[3, 'sehr zufrieden', 'w'],
		[4, 'eher zufrieden', 'm'],
		[5, 'teils/teils', 'w'],
		[6, '', '']
	]);
	expect(column(recognised, 'Wie zufrieden sind Sie insgesamt?').item?.scale.kind).toBe('ordinal');
	expect(column(recognised, 'Was nutzen Sie? [Treff]')).toMatchObject({
		role: 'item',
		certain: true,
		option: { question: 'Was nutzen Sie?', label: 'Treff', yes: ['Treff'], no: [] },
		item: { scale: { kind: 'multiple', labels: ['Treff', 'Garten'] } }
	});
});

test('questions and options in one row', () => {
	const headings = [
		'Respondent ID',
		'Collector ID',
		'Start Date',
		'Wie geht es? - Response',
		'Wohnung - Bad',
		'Wohnung - Küche',
		'Was fehlt? - Open-Ended Response'
	];
	const rows = [1, 2, 3].map((at) => [
		String(at),
		'7',
		'2025-03-04',
		'gut',
		'gut',
		'mittel',
		`x${at}`
	]);
	const { table, mapping } = read(csv(headings, rows));
	expect([mapping.tool, mapping.headerRows, table.lines.length]).toEqual(['surveymonkey', 1, 3]);
	const [, , , one, bath, , open] = formatOfTable(table).read(table.head);
	expect(one).toMatchObject({ text: 'Wie geht es?' });
	expect(bath).toMatchObject({ battery: 'Wohnung', row: 'Bad' });
	expect(open).toMatchObject({ role: 'text', text: 'Was fehlt?' });
});
