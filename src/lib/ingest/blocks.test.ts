import { expect, test } from 'vitest';
import { blocksOf } from './blocks';
import { readFile } from './read';
import { rowsOf, workbook } from './testing';

const CASES = [
	['Fall-Nr', 'Quartier', 'Eröffnet am', 'Anlass', 'Zugang'],
	['1', 'Nord', '01.02.2025', 'Energie', 'selbst'],
	['2', 'Nord', '02.02.2025', 'Energie', 'selbst'],
	['3', 'Süd', '03.02.2025', 'Energie', 'selbst']
];
const DAYS = [
	['Treff', 'Quartier', 'Datum', 'Besuche'],
	['Treff Nord', 'Nord', '01.02.2025', '12'],
	['Treff Nord', 'Nord', '02.02.2025', '17']
];

test('tables below each other can be chosen one by one, and rows keep their numbers', async () => {
	const file = workbook({
		Jahr: [['Fälle 2025'], ...CASES, [], [], ['Treff 2025'], ...DAYS]
	});
	const first = await readFile(file);
	expect(first.sheets).toEqual(['Jahr', 'Jahr (8)']);
	expect([first.mapping.kind, first.mapping.sheet]).toEqual(['supportCase', 'Jahr']);
	expect(rowsOf(first.table).map(({ line }) => line)).toEqual([3, 4, 5]);
	const second = await readFile(file, { sheet: 'Jahr (8)' });
	expect(second.mapping.kind).toBe('meetingPlaceDay');
	expect(rowsOf(second.table).map(({ line }) => line)).toEqual([10, 11]);
});

test.each([
	['with empty rows', [...CASES.slice(0, 3), [], ...CASES.slice(3)]],
	['with its heading said again', [...CASES, [], ...CASES]],
	['with a note below', [...CASES, [], ['Stand: März']]],
	[
		'of answers in words',
		[
			['Bogen', 'A', 'B'],
			['x', 'gut', 'schlecht'],
			['y', 'gut', 'gut'],
			['z', 'schlecht', 'gut'],
			[],
			['v', 'mittel', 'egal'],
			['w', 'mittel', 'egal']
		]
	]
])('a table %s stays one', (_, grid) => {
	expect(blocksOf({ name: 'A', grid })).toEqual([{ name: 'A', grid }]);
});

test('a merged title above, and a heading in two rows of which the upper one is merged', async () => {
	const file = workbook(
		{
			Bericht: [
				['Auswertung der Befragung', '', ''],
				['', 'Zufriedenheit mit', ''],
				['Quartier', 'der Wohnung', 'dem Service'],
				['Nord', 'sehr zufrieden', 'zufrieden'],
				['Süd', 'unzufrieden', 'sehr zufrieden'],
				['Nord', 'teils/teils', 'sehr unzufrieden']
			]
		},
		(book) => {
			book.Sheets['Bericht']!['!merges'] = [
				{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } },
				{ s: { r: 1, c: 1 }, e: { r: 1, c: 2 } }
			];
		}
	);
	const { table } = await readFile(file);
	expect(table.headings).toEqual([
		'Quartier',
		'Zufriedenheit mit: der Wohnung',
		'Zufriedenheit mit: dem Service'
	]);
	expect(rowsOf(table)).toHaveLength(3);
});
