import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from '../read';
import { column, utf8 } from '../testing';
import { readCodebooks } from '.';
import { SATISFIED, older, newer, structure, booksOf } from './codebooks.fixture';

const DATA = [
	'"id","submitdate","lastpage","Q1","Q2[SQ001]","Q2[SQ002]","Q3[SQ001]","Q3[SQ002]"',
	'"1","2025-01-02","3","A1","A2","A5","Y",""',
	'"2","2025-01-03","3","A2","A2","A1","Y","Y"',
	'"3","2025-01-04","3","A2","A2","A1","",""'
].join('\n');

const FULL = [
	'"Antwort ID","Datum Abgeschickt","Letzte Seite","Wie zufrieden sind Sie insgesamt?","Sicherheit & Ordnung [Im Haus]","Was nutzen Sie? [Treff]","Was nutzen Sie? [Garten]"',
	'"1","2025-01-02","3","sehr zufrieden","eher zufrieden","Ja","Nein"',
	'"2","2025-01-03","3","eher zufrieden","eher zufrieden","Nein","N/A"'
].join('\n');

describe.each([
	['.lss, older', older],
	['.lss, newer', newer],
	['tab-separated structure', structure]
])('%s', (_, text) => {
	test('is no data, and says so', async () => {
		await expect(readFile(utf8(text))).rejects.toThrow('file_is_codebook');
	});

	test('questions, rows and answers in every language, markup taken out', async () => {
		const [german, english] = await booksOf(text);
		expect(german?.fields.map(({ name, title }) => [name, title])).toEqual([
			['Q1', 'Wie zufrieden sind Sie insgesamt?'],
			['Q2[SQ001]', 'Sicherheit & Ordnung – Im Haus'],
			['Q2[SQ002]', 'Sicherheit & Ordnung – Auf der Straße'],
			['Q3[SQ001]', 'Was nutzen Sie? – Treff'],
			['Q3[SQ002]', 'Was nutzen Sie? – Garten']
		]);
		expect(german?.fields[0]?.categories).toEqual(
			SATISFIED.map(({ de }, index) => ({ value: `A${index + 1}`, label: de }))
		);
		expect(english?.fields[1]?.title).toBe('Safety – In the house');
	});

	test('applied to codes: words, scales and direction; who chose what', async () => {
		const recognised = await readFile(utf8(DATA), { codebooks: await booksOf(text) });
		expect(column(recognised, 'Q1')).toMatchObject({
			certain: true,
			item: {
				code: 'Q1',
				topic: 'overall',
				scale: {
					id: 'satisfaction5',
					labels: ['A5', 'A4', 'A3', 'A2', 'A1'],
					topBox: ['A2', 'A1'],
					titles: { A1: 'sehr zufrieden', A5: 'sehr unzufrieden' }
				}
			}
		});
		expect(column(recognised, 'Q2[SQ001]').item).toMatchObject({
			text: 'Sicherheit & Ordnung – Im Haus',
			group: 'Q2',
			topic: 'safety',
			scale: { points: 5 }
		});
		expect(column(recognised, 'Q3[SQ002]')).toMatchObject({
			option: { question: 'Was nutzen Sie?', label: 'Garten', yes: ['Y'] },
			item: { scale: { labels: ['Treff', 'Garten'] } }
		});
	});

	test('applied to full texts: points that nobody chose are known', async () => {
		const recognised = await readFile(utf8(FULL), { codebooks: await booksOf(text) });
		expect(column(recognised, 'Sicherheit & Ordnung [Im Haus]')).toMatchObject({
			certain: true,
			item: { scale: { id: 'satisfaction5', points: 5 } }
		});
		expect(column(recognised, 'Was nutzen Sie? [Garten]')).toMatchObject({
			certain: true,
			option: { yes: [], no: ['Nein'] },
			item: { scale: { kind: 'multiple', nonSubstantive: ['N/A'] } }
		});
	});
});

const SHARED = join(process.cwd(), '..', 'shared', 'fixtures', 'limesurvey');

describe.skipIf(!existsSync(SHARED))('structures that LimeSurvey wrote', () => {
	test.each([
		['ls_en_structure_answers.lss', 1, 'socio1', 'In which country do you work?'],
		['ls_de_structure_tsv.txt', 2, 'socio1', 'In which country do you work?']
	])('%s', async (name, languages, code, title) => {
		const books = await readCodebooks(readFileSync(join(SHARED, name)));
		expect(books).toHaveLength(languages);
		expect(books?.[0]?.fields.find((field) => field.name === code)?.title).toBe(title);
	});

	test('the German structure describes the German data', async () => {
		const codebooks = await readCodebooks(readFileSync(join(SHARED, 'ls_de_structure_tsv.txt')));
		const bytes = readFileSync(join(SHARED, 'ls_code_and_text_rse2017_de.csv'));
		const { table, mapping } = await readFile(bytes, { codebooks: codebooks ?? [] });
		expect(table.codebook).toBeDefined();
		const likert = mapping.columns.find(({ heading }) => heading.startsWith('likert0['));
		expect(likert?.item?.scale.points).toBeGreaterThan(0);
	});
});
