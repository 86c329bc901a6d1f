import { expect, test } from 'vitest';
import { clean, tableOf } from './batch';
import { codebookOf, readCodebooks } from './codebooks';
import { interpret } from './interpret';
import type { SurveyRecords } from './interpret/survey';
import type { Mapping } from './mapping';
import { column, csv, read, utf8 } from './testing';

const recognised = read(
	csv(
		['Bogen', 'Name', 'Quartier', 'Welle', 'Nutzen Sie den Treff?', 'Zufriedenheit mit dem Treff'],
		[
			['1', 'A', 'Nord', '2025', 'Ja', 'sehr zufrieden'],
			['2', 'B', 'Nord', '2025', 'Ja', ''],
			['3', 'C', 'Nord', '2025', 'Nein', 'sehr unzufrieden'],
			['4', 'D', 'Nord', '2025', 'Nein', ''],
			['5', 'E', 'Nord', '2025', 'Ja', 'eher zufrieden'],
			['6', 'F', 'Nord', '2025', '', 'eher unzufrieden']
		]
	)
);
const filter = column(recognised, 'Nutzen Sie den Treff?').index;
const asked = (mapping: Mapping, heading: RegExp): Mapping => ({
	...mapping,
	columns: mapping.columns.map((one) =>
		heading.test(one.heading) ? { ...one, askedIf: { index: filter, values: ['Ja'] } } : one
	)
});
const answers = (records: SurveyRecords) =>
	Array.from(records.items.find(({ item }) => /Zufriedenheit/.test(item.text))?.values ?? []);

test('who was not asked is not in the base, whatever stands there', () => {
	const mapping = asked(recognised.mapping, /Zufriedenheit/);
	const records = interpret(recognised.table, mapping, '2026-01-01') as SurveyRecords;
	expect(answers(records).map((value) => Number.isNaN(value))).toEqual([
		false,
		true,
		true,
		true,
		false,
		true
	]);
	expect(records.findings).toMatchObject([
		{ code: 'answer_not_asked', effect: 'value-missing', value: 'sehr unzufrieden', lines: [4] },
		{ code: 'answer_not_asked', effect: 'value-missing', value: 'eher unzufrieden', lines: [7] }
	]);
});

test('a batch keeps its filter, though columns before it are gone', () => {
	const mapping = asked(recognised.mapping, /Zufriedenheit/);
	const cleaned = clean(recognised.table, mapping);
	expect(cleaned.headings).not.toContain('Name');
	const promised = interpret(recognised.table, mapping, '2026-01-01') as SurveyRecords;
	const kept = interpret(tableOf(cleaned), cleaned.mapping, '2026-01-01') as SurveyRecords;
	expect(answers(kept)).toEqual(answers(promised));
});

test('the next wave starts with the filter that was confirmed', () => {
	const codebook = codebookOf(asked(recognised.mapping, /Zufriedenheit/));
	const text = csv(
		['Bogen', 'Quartier', 'Welle', 'Nutzen Sie den Treff?', 'Zufriedenheit mit dem Treff'],
		[
			['1', 'Nord', '2027', 'Nein', ''],
			['2', 'Nord', '2027', 'Ja', 'sehr zufrieden'],
			['3', 'Nord', '2027', 'Ja', 'eher zufrieden']
		]
	);
	const next = read(text, { earlier: [codebook] });
	expect(column(next, 'Zufriedenheit mit dem Treff').askedIf).toEqual({ index: 3, values: ['Ja'] });
});

test('who came by the filter and ticked nothing was asked and chose nothing', () => {
	const ticks = read(
		csv(
			['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'Q1', 'Q2[SQ001]', 'Q2[SQ002]'],
			[
				['1', '2025-01-01', '1', 'de', '1', 'Y', 'Y', ''],
				['2', '2025-01-01', '1', 'de', '1', 'Y', '', ''],
				['3', '2025-01-01', '1', 'de', '1', 'N', '', ''],
				['4', '2025-01-01', '1', 'de', '1', 'Y', '', 'Y']
			]
		)
	);
	const { index } = column(ticks, 'Q1');
	const mapping: Mapping = {
		...ticks.mapping,
		quartierForAll: 'Nord',
		waves: [{ key: '', name: '2025', from: '2025-01-01', to: '2025-02-01' }],
		columns: ticks.mapping.columns.map((one) =>
			one.option ? { ...one, askedIf: { index, values: ['Y'] } } : one
		)
	};
	const records = interpret(ticks.table, mapping, '2026-01-01') as SurveyRecords;
	const several = records.items.find(({ item }) => item.scale.kind === 'multiple');
	expect(several?.chosen).toEqual([[1], [], null, [2]]);
});

test('LimeSurvey says in its structure who is asked; conditions that are more than one answer are left', async () => {
	const question = (qid: number, title: string, type: string, relevance: string) =>
		`<row><qid>${qid}</qid><parent_qid>0</parent_qid><title>${title}</title><type>${type}</type><question>${title}?</question><relevance><![CDATA[${relevance}]]></relevance><language>de</language><question_order>${qid}</question_order></row>`;
	const lss = `<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions><rows>${[
		question(7, 'Q1', 'Y', '1'),
		question(8, 'Q2', '5', '((123X4X7.NAOK == "Y"))'),
		question(9, 'Q3', '5', 'Q1 == "N"'),
		question(10, 'Q4', '5', 'Q1 == "N" or Q2 > 3')
	].join('')}</rows></questions></document>`;
	const [codebook] = (await readCodebooks(utf8(lss))) ?? [];
	const filters = codebook?.fields.map((field) => field['quartierspiegel:askedIf']);
	expect(filters).toEqual([
		undefined,
		{ name: 'Q1', values: ['Y', 'Ja'] },
		{ name: 'Q1', values: ['N', 'Nein'] },
		undefined
	]);
	const text = csv(
		['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'Q1', 'Q2', 'Q3'],
		[
			['1', '2025-01-01', '1', 'de', '1', 'Ja', '5', ''],
			['2', '2025-01-01', '1', 'de', '1', 'Nein', '', '2'],
			['3', '2025-01-01', '1', 'de', '1', 'Ja', '4', '']
		]
	);
	const data = read(text, { codebooks: codebook ? [codebook] : [] });
	expect(column(data, 'Q2').askedIf).toEqual({ index: 5, values: ['Ja'] });
});
