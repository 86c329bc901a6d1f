import { expect, test } from 'vitest';
import { clean, tableOf } from './batch';
import { pseudonymised, pseudonymiser } from './pseudonyms';
import { corrected } from './corrections';
import { interpret } from './interpret';
import type { CaseRecords } from './interpret/cases';
import type { SurveyRecords } from './interpret/survey';
import type { ColumnMapping, Mapping } from './mapping';
import { csv, read, rowsOf, utf8 } from './testing';

const recognised = read(
	csv(
		['Fall-Nr', 'Quartier', 'Eröffnet am', 'Geschlossen am', 'Anlass'],
		[
			['1', 'Nord', '31.02.2024', '', 'Energie'],
			['2', 'Nord', '31.02.2024', 'bald', 'Energie'],
			['3', 'Nord', '01.03.2024', 'laufend', 'Energie'],
			['4', 'Nord', '02.03.2024', '05.03.2024', 'Energie']
		]
	)
);

const withCorrections = (
	heading: string,
	corrections: NonNullable<ColumnMapping['corrections']>,
	mapping: Mapping = recognised.mapping
): Mapping => ({
	...mapping,
	columns: mapping.columns.map((column) =>
		column.heading === heading ? { ...column, corrections } : column
	)
});

const cases = (mapping: Mapping): CaseRecords =>
	interpret(recognised.table, mapping, '2026-01-01') as CaseRecords;

test('without anything settled the rows stay out', () => {
	expect(cases(recognised.mapping).cases).toHaveLength(1);
});

test('a value that is meant to be another one is read as that, in every row', () => {
	const settled = cases(withCorrections('Eröffnet am', [['31.02.2024', '28.02.2024']]));
	expect(settled.cases.map(({ opened }) => opened)).toEqual(['2024-02-28', '2024-03-02']);
	expect(settled.findings.map(({ code, value }) => [code, value])).toEqual([
		['closed_unreadable', 'bald'],
		['closed_unreadable', 'laufend']
	]);
});

test('a value can be taken as missing, and rows can be left out', () => {
	const opened = withCorrections('Eröffnet am', [['31.02.2024', '28.02.2024']]);
	const both = withCorrections(
		'Geschlossen am',
		[
			['laufend', ''],
			['bald', null]
		],
		opened
	);
	const { cases: found, findings } = cases(both);
	expect(found.map(({ opened: day, closed }) => [day, closed])).toEqual([
		['2024-02-28', null],
		['2024-03-01', null],
		['2024-03-02', '2024-03-05']
	]);
	expect(findings).toEqual([]);
	// What was read stays as it was.
	expect(rowsOf(recognised.table)[0]?.cells[2]).toBe('31.02.2024');
});

test('what was settled is kept with the batch, and holds when it is read again', () => {
	const mapping = withCorrections('Eröffnet am', [['31.02.2024', '28.02.2024']]);
	const kept = pseudonymised(clean(recognised.table, mapping), pseudonymiser(utf8('key')));
	const again = interpret(tableOf(kept), kept.mapping, '2026-01-01') as CaseRecords;
	expect(again.cases.map(({ opened }) => opened)).toEqual(['2024-02-28', '2024-03-02']);
});

test('without corrections the table is the same object', () => {
	expect(corrected(recognised.table, recognised.mapping)).toBe(recognised.table);
});

test('sheets that were not finished count, and can be left out', () => {
	const survey = read(
		[
			'"Antwort ID","Datum Abgeschickt","Letzte Seite","Quartier","Wie zufrieden sind Sie?"',
			'"1","1980-01-01 00:00:00","4","Nord","sehr zufrieden"',
			'"2","","2","Nord","eher zufrieden"',
			'"3","1980-01-01 00:00:00","4","Nord","teils/teils"'
		].join('\n')
	);
	const mapping: Mapping = {
		...survey.mapping,
		waves: [{ key: '', name: '2025', from: '2025-01-01', to: '2025-02-01' }]
	};
	const sheets = (one: Mapping) => interpret(survey.table, one, '2026-01-01') as SurveyRecords;
	expect(sheets(mapping).responses).toHaveLength(3);
	expect(sheets(mapping).findings).toMatchObject([
		{ code: 'partial_sheet', effect: 'note', count: 1, lines: [3] }
	]);
	const without = withCorrections('Datum Abgeschickt', [['', null]], mapping);
	expect(sheets(without).responses).toHaveLength(2);
	expect(sheets(without).findings).toEqual([]);
});
