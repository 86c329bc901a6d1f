import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../domain';
import { emptyCatalog } from '../engine';
import { describe as describeFile } from './describe';
import { interpret } from './interpret';
import { toTables } from './load';
import { readFile, readText } from './read';
import { columnValues } from './table';
import { column } from './testing';

const SHARED = join(process.cwd(), '..', 'shared');
const FIXTURES = join(SHARED, 'fixtures');
const REFERENCE = join(SHARED, 'reference');

describe.skipIf(!existsSync(FIXTURES))('files that real tools wrote', () => {
	test('LimeSurvey, codes and texts', () => {
		const recognised = readText(
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

	test.each([
		['surveymonkey/sm_starwars_2header.csv', 'surveymonkey', 2, 'windows-1252', 1186],
		['surveymonkey/sm_midwest_expanded.csv', 'surveymonkey', 2, 'utf-8', 2778],
		['surveymonkey/sm_respondentid_2header.csv', 'surveymonkey', 2, 'utf-8', 4],
		['qualtrics/qualtrics_de_3header.csv', 'qualtrics', 3, 'utf-8', 1],
		['qualtrics/qualtrics_de_legacy_2header.csv', 'qualtrics', 2, 'utf-8-bom', 1],
		['googleforms/gforms_es_multi_in_cell.tsv', 'googleforms', 1, 'utf-8', 295],
		['limesurvey/ls_derived_hmc2021_comment_preamble.csv', 'csv', 1, 'utf-8', 631]
	])('%s', (name, tool, headerRows, encoding, rows) => {
		const recognised = readText(readFileSync(join(FIXTURES, name)));
		expect(describeFile('a.csv', recognised)).toMatchObject({
			kind: 'survey',
			tool,
			headerRows,
			encoding,
			rows
		});
	});

	const folders = ['limesurvey', 'surveymonkey', 'qualtrics', 'googleforms', 'spss', 'benchmark'];
	const files = folders.flatMap((folder) =>
		existsSync(join(FIXTURES, folder))
			? readdirSync(join(FIXTURES, folder)).map((name) => join(folder, name))
			: []
	);
	test('SPSS: what its dictionary says', async () => {
		const described = async (name: string) => {
			const recognised = await readFile(readFileSync(join(FIXTURES, 'spss', name)));
			return describeFile(name, recognised);
		};
		const [sample, missing, umlauts] = await Promise.all(
			['spss_sample.sav', 'spss_user_missing.sav', 'spss_umlauts.sav'].map(described)
		);
		const item = (at: number, of = missing) => of?.columns[at]?.item;
		expect(sample).toMatchObject({ tool: 'spss', kind: 'survey', rows: 5, headerRows: 1 });
		expect(sample?.columns.map(({ role }) => role)).toEqual(
			'text item timing timing item item timing'.split(' ')
		);
		expect(item(5, sample)).toMatchObject({ text: 'ordinal', labels: ['low', 'medium', 'high'] });
		expect(missing).toMatchObject({ tool: 'spss', rows: 7 });
		expect(item(1)?.nonSubstantive).toEqual(['-1', '2500']);
		expect(item(4)).toMatchObject({ labels: ['Male', 'Female'], nonSubstantive: ['undetermined'] });
		expect(item(5)?.nonSubstantive).toEqual(['missing', '-3']);
		expect(item(0, umlauts)).toMatchObject({
			text: 'This is an ä-umlaut',
			labels: ['the ä umlaut', 'the ü umlaut', 'the ö umlaut']
		});
	});

	test.each(files)('%s is read, or refused with a code', async (name) => {
		let code: string | null = null;
		try {
			const { table, mapping } = await readFile(readFileSync(join(FIXTURES, name)));
			toTables([interpret(table, mapping, '2026-01-01')], emptyCatalog());
		} catch (error) {
			if (!(error instanceof ProblemError)) throw error;
			code = error.problem.code;
		}
		if (/structure/.test(name)) expect(code).toBe('file_is_codebook');
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
		const recognised = readText(readFileSync(join(FIXTURES, name)));
		for (const heading of headings)
			expect(column(recognised, heading).role, heading).toBe('dropped');
	});
});

describe.skipIf(!existsSync(REFERENCE))('files of the reference', () => {
	test('apistrat', () => {
		const recognised = readText(readFileSync(join(REFERENCE, 'apistrat.csv')));
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
		const recognised = readText(readFileSync(join(REFERENCE, 'copenhagen-housing.csv')));
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

const REPORTS = join(FIXTURES, 'reports');

describe.skipIf(!existsSync(REPORTS))('layouts that were reported', () => {
	const open = (name: string) => readFile(readFileSync(join(REPORTS, name)));
	const counts = (recognised: Awaited<ReturnType<typeof open>>, heading: string) =>
		Object.fromEntries(columnValues(recognised.table, recognised.table.headings.indexOf(heading)));

	test('a title and a date above, a total and a footer below', async () => {
		const { table, mapping } = await open('09-faelle-summenzeile.xlsx');
		expect([mapping.kind, table.lines.length]).toEqual(['supportCase', 48]);
		expect(table.leftOut?.map(({ why }) => why)).toEqual(['title', 'title', 'total', 'footer']);
	});

	test('two rows of headings', async () => {
		const recognised = await open('11-zwei-kopfzeilen.xlsx');
		expect(recognised.table.lines.length).toBe(60);
		expect(column(recognised, 'Zufriedenheit mit der Wohnung: Heizung').item).toMatchObject({
			group: 'Zufriedenheit mit der Wohnung'
		});
	});

	test('a Quartier merged downwards', async () => {
		const recognised = await open('15-quartier-verbunden.xlsx');
		expect(Object.values(counts(recognised, 'Quartier'))).toEqual([15, 15, 15, 15]);
	});

	test('KoboToolbox with groups and versions', async () => {
		const recognised = await open('16-kobo-gruppen.csv');
		expect(recognised.table.lines.length).toBe(60);
		const satisfied = counts(recognised, 'Wohnung/Zufriedenheit mit der Wohnung');
		expect(satisfied).toMatchObject({ 'sehr zufrieden': 12, 'eher zufrieden': 11 });
		expect(Object.values(satisfied).reduce((sum, n) => sum + n, 0)).toBe(60);
		const disturbs = ['Lärm', 'Schimmel', 'Heizung'].map(
			(option) => counts(recognised, `Wohnung/Was stört Sie?/${option}`)['1']
		);
		expect(disturbs).toEqual([28, 29, 19]);
		expect(column(recognised, 'Allgemein/Quartier').role).toBe('quartier');
	});

	test('one way of writing each word', async () => {
		const recognised = await open('20-skalen-woerter-nfd.csv');
		expect(counts(recognised, 'Quartier')).toEqual({ Südstadt: 90, Fredenberg: 30 });
	});

	test('a sheet for each year', async () => {
		const { table, mapping } = await open('23-faelle-blatt-je-jahr.xlsx');
		expect([mapping.kind, table.lines.length]).toEqual(['supportCase', 113]);
	});
});
