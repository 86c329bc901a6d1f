import { expect, test } from 'vitest';
import { column, csv, read, rowsOf } from '../../testing';

test('a VV file: texts above codes, rows of an array, and what was not shown', () => {
	const rows = [
		[
			'Antwort ID',
			'Zugangscode',
			'Datum',
			'Letzte Seite',
			'Sprache',
			'Wie zufrieden?',
			'Treff',
			'Garten'
		],
		['id', 'token', 'submitdate', 'lastpage', 'startlanguage', 'Q1', 'Q2_SQ001', 'Q2_SQ002'],
		['1', 'abc', '2025-03-01 10:00:00', '3', 'de', 'zufrieden', 'A1', 'A2'],
		['2', 'abd', '2025-03-02 10:00:00', '3', 'de', 'sehr zufrieden', 'A5', 'A3'],
		['3', 'abe', '2025-03-03 10:00:00', '3', 'de', '{question_not_shown}', 'A4', 'A1']
	];
	const recognised = read(rows.map((cells) => cells.join('\t')).join('\n'));
	expect(recognised.mapping).toMatchObject({ tool: 'limesurvey', headerRows: 2, separator: '\t' });
	expect(rowsOf(recognised.table).map(({ line }) => line)).toEqual([3, 4, 5]);
	expect(column(recognised, 'id').role).toBe('id');
	expect(column(recognised, 'token').role).toBe('dropped');
	expect(column(recognised, 'Q1')).toMatchObject({
		role: 'item',
		item: { text: 'Wie zufrieden?', scale: { nonSubstantive: ['{question_not_shown}'] } }
	});
	expect(column(recognised, 'Q2_SQ001')).toMatchObject({
		role: 'item',
		item: { code: 'Q2[SQ001]', text: 'Treff', group: 'Q2' }
	});
});

test('texts alone, or codes alone, are no VV file', () => {
	const codes = ['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'Q1'];
	const row = ['1', '2025-03-01', '3', 'de', '9', 'zufrieden'];
	expect(read(csv(codes, [row, row.with(0, '2')])).mapping.headerRows).toBe(1);
});
