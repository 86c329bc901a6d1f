import { expect, test } from 'vitest';
import type { Item } from '../domain';
import { clean, tableOf } from './batch';
import { pseudonymised, pseudonymiser } from './pseudonyms';
import { interpret } from './interpret';
import type { SurveyRecords } from './interpret/survey';
import type { Recognised } from './read';
import { column, csv, read, rowsOf, utf8 } from './testing';

const recordsOf = ({ table, mapping }: Recognised): SurveyRecords =>
	interpret(
		table,
		{
			...mapping,
			quartierForAll: 'Nord',
			waves: [{ key: '', name: '2025', from: '2025-01-01', to: '2025-02-01' }]
		},
		'2026-01-01'
	) as SurveyRecords;

/** What each sheet chose of an item, and null where it was not asked. */
function chosen(recognised: Recognised, isItem: (item: Item) => boolean) {
	const records = recordsOf(recognised);
	return records.items.find(({ item }) => isItem(item))?.chosen;
}

const several = (item: Item): boolean => item.scale.kind === 'multiple';

test('LimeSurvey, codes: ticks are one item, and who ticked nothing is not known to have been asked', () => {
	const recognised = read(
		[
			'"id","submitdate","lastpage","Q01","Q07[SQ001]","Q07[SQ002]","Q07[other]"',
			'"1","2025-01-02","3","A1","Y","",""',
			'"2","2025-01-03","3","A2","Y","Y","Bänke"',
			'"3","2025-01-04","3","A3","","",""'
		].join('\n')
	);
	expect(column(recognised, 'Q07[SQ002]')).toMatchObject({
		certain: true,
		item: { code: 'Q07[SQ002]', group: 'Q07', scale: { labels: ['SQ001', 'SQ002'] } }
	});
	expect(column(recognised, 'Q07[other]').role).toBe('text');
	expect(chosen(recognised, several)).toEqual([[1], [1, 2], null]);
	const { items } = recordsOf(recognised);
	expect(items.find(({ item }) => several(item))?.item).toMatchObject({ code: 'Q07', text: 'Q07' });
});

test('LimeSurvey, full text: Ja and Nein say who was asked, N/A who was not', () => {
	const recognised = read(
		[
			'"Antwort ID","Datum Abgeschickt","Letzte Seite","Was nutzen Sie? [Treff]","Was nutzen Sie? [Garten]"',
			'"1","2025-01-02","3","Ja","Nein"',
			'"2","2025-01-03","3","Nein","Nein"',
			'"3","2025-01-04","3","N/A","N/A"'
		].join('\n')
	);
	expect(column(recognised, 'Was nutzen Sie? [Treff]')).toMatchObject({
		certain: false,
		item: { scale: { kind: 'multiple', nonSubstantive: ['N/A'] } }
	});
	expect(chosen(recognised, several)).toEqual([[1], [], null]);
});

test('SoSci Survey: 2 is chosen, 1 is not, −9 was not shown', () => {
	const recognised = read(
		[
			'CASE\tQUESTNNR\tSTARTED\tFINISHED\tLASTPAGE\tAB01_01\tAB01_02',
			'1\tbase\t2025-01-02\t1\t3\t2\t1',
			'2\tbase\t2025-01-02\t1\t3\t1\t1',
			'3\tbase\t2025-01-02\t0\t1\t-9\t-9'
		].join('\n')
	);
	expect(chosen(recognised, several)).toEqual([[1], [], null]);
});

test('rows of an array on a scale stay items of their own', () => {
	const recognised = read(
		[
			'"id","submitdate","lastpage","Q07[SQ001]","Q07[SQ002]"',
			'"1","2025-01-02","3","sehr zufrieden","eher zufrieden"',
			'"2","2025-01-02","3","eher unzufrieden","sehr zufrieden"'
		].join('\n')
	);
	expect(column(recognised, 'Q07[SQ001]').item?.scale.kind).toBe('ordinal');
});

const CELLS = ['Treff; Garten', 'Garten', 'Treff; Garten', 'Treff; mein Hund', '', 'keine Angabe'];
const ONE_CELL = csv(
	['Zufriedenheit', 'Was nutzen Sie?'],
	[...CELLS, ...CELLS].map((cell) => ['sehr zufrieden', `"${cell}"`])
);

test('several answers in one cell are suggested, and asked about', () => {
	const recognised = read(ONE_CELL);
	expect(column(recognised, 'Was nutzen Sie?')).toMatchObject({
		certain: false,
		delimiter: ';',
		item: { scale: { kind: 'multiple', labels: ['Treff', 'Garten', 'mein Hund'] } }
	});
});

/** The same with the words of their own taken out of the options. */
function withoutHund(): Recognised {
	const recognised = read(ONE_CELL);
	const { item } = column(recognised, 'Was nutzen Sie?');
	if (item) item.scale = { ...item.scale, labels: ['Treff', 'Garten'] };
	return recognised;
}

test('who answers in words of their own was asked, and is named among the findings', () => {
	const recognised = withoutHund();
	expect(chosen(recognised, several)?.slice(0, 6)).toEqual([[1, 2], [2], [1, 2], [1], null, null]);
	expect(recordsOf(recognised).findings).toEqual([
		{
			code: 'option_unknown',
			effect: 'note',
			column: 'Was nutzen Sie?',
			value: 'mein Hund',
			count: 2,
			lines: [5, 11]
		}
	]);
});

test('words of their own are not kept, and the figures are the same without them', () => {
	const { table, mapping } = withoutHund();
	const kept = pseudonymised(clean(table, mapping), pseudonymiser(utf8('key')));
	expect(JSON.stringify(rowsOf(kept))).not.toContain('Hund');
	const again = { table: tableOf(kept), mapping: kept.mapping, sheets: [], kindSure: true };
	expect(chosen(again, several)).toEqual(chosen(withoutHund(), several));
	expect(recordsOf(again).findings).toEqual([]);
});

test('words for choosing say by themselves that several could be chosen; yes and no do not', () => {
	const file = (yes: string, no: string) =>
		read(
			[
				'Bogen;Was stört Sie? - Keller;Was stört Sie? - Bad',
				`1;${yes};${no}`,
				`2;${no};${no}`,
				`3;${no};${yes}`
			].join('\n')
		);
	const keller = (recognised: Recognised) => column(recognised, 'Was stört Sie? - Keller');
	expect(keller(file('genannt', 'nicht genannt'))).toMatchObject({
		certain: true,
		option: { yes: ['genannt'], no: ['nicht genannt'], label: 'Keller' },
		item: { scale: { kind: 'multiple', settled: true } }
	});
	expect(keller(file('mentioned', 'not mentioned'))).toMatchObject({ certain: true });
	expect(keller(file('ja', 'nein')).item?.scale.kind).not.toBe('multiple');
});
