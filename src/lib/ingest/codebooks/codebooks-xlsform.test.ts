import { describe, expect, test } from 'vitest';
import { readFile, readText } from '../read';
import { column, problemCode, utf8, workbook } from '../testing';
import { readCodebooks } from '.';
import { SATISFIED } from './codebooks.fixture';

describe('an XLSForm saved as text', () => {
	const QUESTIONS = [
		'type;name;label::Deutsch (de)',
		'select_one zufrieden;gesamt;Wie zufrieden sind Sie?',
		'integer;jahre;Seit wann?'
	];

	test('the sheet of the questions alone', async () => {
		const bytes = utf8(QUESTIONS.join('\n'));
		expect(problemCode(() => readText(bytes))).toBe('file_is_codebook');
		const [book] = (await readCodebooks(bytes)) ?? [];
		expect(book?.fields.map(({ name, title }) => [name, title])).toEqual([
			['gesamt', 'Wie zufrieden sind Sie?'],
			['jahre', 'Seit wann?']
		]);
	});

	test('all sheets below each other', async () => {
		const rows = [
			'survey,,,',
			',type,name,label',
			',select_one zufrieden,gesamt,Wie zufrieden?',
			'choices,,,',
			',list_name,name,label',
			',zufrieden,z1,sehr',
			',zufrieden,z2,gar nicht'
		];
		const bytes = utf8(rows.join('\r\n'));
		expect(problemCode(() => readText(bytes))).toBe('file_is_codebook');
		const [book] = (await readCodebooks(bytes)) ?? [];
		expect(book?.fields[0]?.categories?.map(({ label }) => label)).toEqual(['sehr', 'gar nicht']);
	});

	test('answers with such headings are data', async () => {
		const text = 'type;name;label\nReihenhaus;Weg 1;a\nHochhaus;Weg 2;b\n';
		expect((await readFile(utf8(text))).table.lines.length).toBe(2);
		expect(await readCodebooks(utf8(text))).toBeNull();
	});
});

test('an XLSForm, applied to what KoboToolbox exports', async () => {
	const form = workbook({
		survey: [
			['type', 'name', 'label::Deutsch (de)'],
			['begin_group', 'teil', 'Teil eins'],
			['select_one zufrieden', 'gesamt', 'Wie zufrieden sind Sie insgesamt?'],
			['select_multiple angebote', 'nutzt', 'Was nutzen Sie?'],
			['end_group', '', ''],
			['integer', 'jahre', 'Seit wie vielen Jahren?']
		],
		choices: [
			['list_name', 'name', 'label::Deutsch (de)'],
			...SATISFIED.map(({ de }, index) => ['zufrieden', `z${index + 1}`, de]),
			['angebote', 'treff', 'Nachbarschaftstreff'],
			['angebote', 'garten', 'Mietergarten']
		]
	});
	await expect(readFile(form)).rejects.toThrow('file_is_codebook');
	const codebooks = (await readCodebooks(form)) ?? [];
	const data = [
		'"teil/gesamt";"teil/nutzt";"teil/nutzt/treff";"teil/nutzt/garten";"jahre";"_id";"_uuid";"_submission_time";"_index"',
		'"z1";"treff";"1";"0";"12";"1";"a";"2025-03-04T10:00:00";"1"',
		'"z2";"treff garten";"1";"1";"3";"2";"b";"2025-03-04T10:00:00";"2"'
	].join('\r\n');
	const recognised = await readFile(utf8(data), { codebooks });
	expect(column(recognised, 'teil/gesamt').item).toMatchObject({
		text: 'Wie zufrieden sind Sie insgesamt?',
		scale: { id: 'satisfaction5', titles: { z1: 'sehr zufrieden' } }
	});
	expect(column(recognised, 'teil/nutzt/garten')).toMatchObject({
		option: { question: 'Was nutzen Sie?', label: 'Mietergarten', yes: ['1'], no: ['0'] }
	});
	expect(column(recognised, 'teil/nutzt').role).toBe('ignored');
});
