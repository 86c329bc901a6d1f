import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyCatalog } from '../engine';
import { describe as describeFile } from './describe';
import { interpret } from './interpret';
import { toTables } from './load';
import { readFile } from './read';
import { column, problemCode } from './testing';

const SHARED = join(process.cwd(), '..', 'shared');
const FIXTURES = join(SHARED, 'fixtures');
const REFERENCE = join(SHARED, 'reference');

describe.skipIf(!existsSync(FIXTURES))('files that real tools wrote', () => {
	test('LimeSurvey, codes and texts', () => {
		const recognised = readFile(
			readFileSync(join(FIXTURES, 'limesurvey/ls_code_and_text_rse2017_de.csv'))
		);
		expect(describeFile('a.csv', recognised)).toMatchObject({
			kind: 'survey',
			tool: 'limesurvey',
			encoding: 'utf-8',
			separator: ',',
			rows: 325
		});
		const row = recognised.table.headings.find((one) => one.startsWith('currentEmp13[4]. '))!;
		const { item } = column(recognised, row);
		expect(item).toMatchObject({ code: 'currentEmp13[4]', group: 'currentEmp13' });
		expect(item?.text).not.toMatch(/currentEmp13|\[/);
	});

	const folders = ['limesurvey', 'surveymonkey', 'qualtrics', 'googleforms', 'spss', 'benchmark'];
	const files = folders.flatMap((folder) =>
		existsSync(join(FIXTURES, folder))
			? readdirSync(join(FIXTURES, folder)).map((name) => join(folder, name))
			: []
	);
	test.each(files)('%s is read, or refused with a code', (name) => {
		const bytes = readFileSync(join(FIXTURES, name));
		const code = problemCode(() => {
			const { table, mapping } = readFile(bytes);
			toTables([interpret(table, mapping, '2026-01-01')], emptyCatalog());
		});
		if (name.endsWith('.sav')) expect(code).toBe('file_is_spss');
		else if (code !== null)
			expect(['not_a_table', 'one_column', 'no_rows', 'quote_unclosed']).toContain(code);
	});

	test.each([
		[
			'surveymonkey/sm_respondentid_2header.csv',
			['IP Address', 'Email Address', 'First Name', 'Last Name']
		],
		[
			'qualtrics/qualtrics_de_3header.csv',
			[
				'IPAddress',
				'RecipientLastName',
				'RecipientFirstName',
				'RecipientEmail',
				'LocationLatitude',
				'LocationLongitude'
			]
		]
	])('%s: personal columns are dropped', (name, headings) => {
		const recognised = readFile(readFileSync(join(FIXTURES, name)));
		for (const heading of headings)
			expect(column(recognised, heading).role, heading).toBe('dropped');
	});
});

describe.skipIf(!existsSync(REFERENCE))('files of the reference', () => {
	test('apistrat', () => {
		const recognised = readFile(readFileSync(join(REFERENCE, 'apistrat.csv')));
		expect(describeFile('apistrat.csv', recognised)).toMatchObject({
			kind: 'survey',
			tool: 'csv',
			rows: 200
		});
		expect(column(recognised, 'pw').role).toBe('weight');
		expect(column(recognised, 'api00').item?.scale.kind).toBe('numeric');
		expect(column(recognised, 'both').item?.scale.kind).toBe('yes-no');
	});

	test('Copenhagen, the frequencies', () => {
		const recognised = readFile(readFileSync(join(REFERENCE, 'copenhagen-housing.csv')));
		expect(describeFile('a.csv', recognised)).toMatchObject({
			kind: 'survey',
			tool: 'csv',
			rows: 72,
			separator: ','
		});
		expect(column(recognised, 'Sat').item?.scale).toMatchObject({
			id: 'level3',
			labels: ['Low', 'Medium', 'High'],
			topBox: ['High']
		});
	});
});
