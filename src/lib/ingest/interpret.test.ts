import { describe, expect, test } from 'vitest';
import type { Mapping } from './mapping';
import { interpret, recordCount, type Records } from './interpret';
import { ageBand } from './interpret/groups';
import { topicIndex } from './load/survey';
import { csv, read } from './testing';

const TODAY = '2026-11-22';

function interpreted<Kind extends Records['kind']>(
	kind: Kind,
	text: string,
	change: Partial<Mapping> = {}
): Extract<Records, { kind: Kind }> {
	const { table, mapping } = read(text, { kind });
	const records = interpret(table, { ...mapping, ...change }, TODAY);
	expect(records.kind).toBe(kind);
	return records as Extract<Records, { kind: Kind }>;
}

const finding = (
	code: string,
	effect: string,
	column: string,
	value: string,
	...lines: number[]
) => ({
	code,
	effect,
	column,
	value,
	count: lines.length,
	lines
});

describe('survey', () => {
	const HEADINGS = [
		'Bogen',
		'Eingang',
		'Welle',
		'Quartier',
		'Gewicht',
		'Altersgruppe',
		'Zufriedenheit insgesamt',
		'Größe'
	];
	const row = (...changes: [number, string][]) => {
		const cells = [
			'',
			'01.06.2025',
			'2025',
			'Weststadt',
			'1,5',
			'unter 30',
			'sehr zufrieden',
			'12,5'
		];
		for (const [index, cell] of changes) cells[index] = cell;
		return cells;
	};
	const TEXT = csv(HEADINGS, [
		row([0, '1']),
		row([0, '1']),
		row([0, '2'], [3, '']),
		row([0, '3'], [2, '']),
		row([0, '4'], [4, 'viel']),
		row([0, '5'], [4, '0']),
		row([0, '6'], [1, '31.02.2025']),
		row([0, '7'], [6, 'weiß nicht'], [5, 'keine Angabe']),
		row([0, '8'], [6, 'eher zufrieden'], [7, '1.234,5']),
		[...row([0, '9']), 'zu viel'],
		row([0, '10'], [3, 'Nirgends']),
		row([0, '11'], [7, 'groß'], [5, '']),
		row([0, '12'], [6, 'eher unzufrieden'], [5, '65 und älter'])
	]);
	const records = interpreted('survey', TEXT, {
		quartierNames: [
			['Nirgends', null],
			['Weststadt', 'West']
		],
		columns: read(TEXT).mapping.columns.map((column) =>
			column.heading === 'Größe'
				? {
						...column,
						role: 'item',
						item: {
							code: 'g',
							text: 'Größe',
							topic: 'other',
							scale: {
								id: 'numeric',
								kind: 'numeric',
								points: 0,
								labels: [],
								titles: {},
								topBox: [],
								direction: 'none',
								nonSubstantive: []
							}
						}
					}
				: column
		)
	});

	test('every finding with its row, column, value and effect, what loses most first', () => {
		expect(records.findings).toEqual(
			expect.arrayContaining([
				finding('duplicate_id', 'row-skipped', 'Bogen', '1', 3),
				finding('quartier_missing', 'row-skipped', 'Quartier', '', 4),
				finding('wave_missing', 'row-skipped', 'Welle', '', 5),
				finding('weight_unreadable', 'row-skipped', 'Gewicht', 'viel', 6),
				finding('weight_unreadable', 'row-skipped', 'Gewicht', '0', 7),
				finding('date_unreadable', 'note', 'Eingang', '31.02.2025', 8),
				finding('row_too_long', 'row-skipped', '', 'zu viel', 11),
				finding('quartier_left_out', 'row-skipped', 'Quartier', 'Nirgends', 12),
				finding('answer_unknown', 'value-missing', 'Größe', 'groß', 13)
			])
		);
		expect(records.findings).toHaveLength(9);
		expect(records.findings.map((one) => one.effect)).toEqual([
			...Array<string>(7).fill('row-skipped'),
			'value-missing',
			'note'
		]);
	});

	test('what is left are the other rows, with weights, groups and values', () => {
		expect(
			records.responses.map((sheet, at) => [
				sheet.quartier,
				sheet.weight,
				sheet.groups[0],
				...records.items.map(({ values }) => values[at])
			])
		).toEqual([
			['West', 1.5, 'unter 30', 4, 12.5],
			['West', 1.5, 'unter 30', 4, 12.5],
			['West', 1.5, null, NaN, 12.5],
			['West', 1.5, 'unter 30', 3, 1234.5],
			['West', 1.5, null, 4, NaN],
			['West', 1.5, '65 und älter', 2, 12.5]
		]);
		expect(recordCount(records)).toBe(6);
		expect(records.dimensions).toEqual(['age']);
	});

	test('alike findings are one, with the first thousand rows', () => {
		const rows = Array.from({ length: 1100 }, (_, index) => [String(index), '', 'gut']);
		const [one] = interpreted('survey', csv(['Bogen', 'Quartier', 'Zustand'], rows)).findings;
		expect(one).toMatchObject({ code: 'quartier_missing', count: 1100 });
		expect(one?.lines).toEqual(Array.from({ length: 1000 }, (_, index) => index + 2));
	});

	test('one Quartier and one wave for the whole file', () => {
		const { responses, findings } = interpreted(
			'survey',
			csv(
				['Bogen', 'Zustand'],
				[
					['1', 'gut'],
					['2', 'schlecht']
				]
			),
			{
				quartierForAll: 'Heidberg',
				waves: [{ key: '', name: '2025', from: '2025-05-01', to: '2025-05-31' }]
			}
		);
		expect(responses.map((sheet) => [sheet.quartier, sheet.wave])).toEqual([
			['Heidberg', 0],
			['Heidberg', 0]
		]);
		expect(findings).toEqual([]);
	});
});

test('a group named like something that every object has gets another name', () => {
	const { table, mapping } = read('Quartier;__proto__;Insgesamt\nA;x;zufrieden\nB;y;unzufrieden\n');
	const columns = mapping.columns.map((column) =>
		column.index === 1 ? { ...column, role: 'demography' as const, group: '__proto__' } : column
	);
	expect(interpret(table, { ...mapping, columns }, TODAY)).toMatchObject({
		dimensions: ['(__proto__)']
	});
});

describe('supportCase', () => {
	const HEADINGS = [
		'Fall-Nr',
		'Quartier',
		'Eröffnet',
		'Geschlossen',
		'Anlass',
		'Zugang',
		'Ergebnis',
		'Alter'
	];
	const TEXT = csv(HEADINGS, [
		['1', 'West', '01.02.2024', '', 'Energie', 'selbst', '', '29'],
		['2', 'West', '01.02.2024', '01.02.2024', 'Energie', '', 'erfolgreich', '30'],
		['3', 'West', '01.02.2024', '05.02.2024', '', 'selbst', 'abgebrochen', '121'],
		['4', 'West', '01.02.2024', '05.02.2024', 'Energie', 'selbst', '', ''],
		['5', 'West', '', '', 'Energie', 'selbst', '', '64'],
		['6', 'West', '31.02.2024', '', 'Energie', 'selbst', '', '65'],
		['7', 'West', '01.02.2024', 'bald', 'Energie', 'selbst', '', '1'],
		['8', 'West', '02.02.2024', '01.02.2024', 'Energie', 'selbst', '', '2'],
		['9', 'West', '23.11.2026', '', 'Energie', 'selbst', '', '3'],
		['10', 'West', '01.02.2024', '23.11.2026', 'Energie', 'selbst', '', '4'],
		['2', 'West', '01.02.2024', '', 'Energie', 'selbst', '', '5'],
		['11', '', '01.02.2024', '', 'Energie', 'selbst', '', '6'],
		['12', 'West', '22.11.2026', '', 'Energie', 'selbst', '', '7']
	]);
	const change: Partial<Mapping> = {
		columns: read(TEXT).mapping.columns.map((column) =>
			column.heading === 'Alter'
				? { ...column, role: 'demography', group: 'age', bands: [30, 65] }
				: column
		)
	};
	const records = interpreted('supportCase', TEXT, change);

	test('findings', () => {
		expect(records.findings).toEqual(
			expect.arrayContaining([
				finding('opened_unreadable', 'row-skipped', 'Eröffnet', '', 6),
				finding('opened_unreadable', 'row-skipped', 'Eröffnet', '31.02.2024', 7),
				finding('closed_unreadable', 'row-skipped', 'Geschlossen', 'bald', 8),
				{
					...finding('closed_before_opened', 'row-skipped', 'Geschlossen', '01.02.2024', 9),
					other: '02.02.2024'
				},
				finding('date_in_future', 'row-skipped', 'Eröffnet', '23.11.2026', 10),
				finding('date_in_future', 'row-skipped', 'Geschlossen', '23.11.2026', 11),
				finding('duplicate_id', 'row-skipped', 'Fall-Nr', '2', 12),
				finding('quartier_missing', 'row-skipped', 'Quartier', '', 13)
			])
		);
		expect(records.findings).toHaveLength(8);
	});

	test('cases; success is unknown while a case is open or has no outcome', () => {
		expect(
			records.cases.map((one) => [
				one.opened,
				one.closed,
				one.topic,
				one.access,
				one.success,
				one.groups[0]
			])
		).toEqual([
			['2024-02-01', null, 'Energie', 'selbst', null, 'unter 30'],
			['2024-02-01', '2024-02-01', 'Energie', null, true, '30 bis 64'],
			['2024-02-01', '2024-02-05', null, 'selbst', false, null],
			['2024-02-01', '2024-02-05', 'Energie', 'selbst', null, null],
			['2026-11-22', null, 'Energie', 'selbst', null, 'unter 30']
		]);
	});
});

describe('master data', () => {
	test('counts with thousands, gaps and what is wrong', () => {
		const { quartiere, findings } = interpreted(
			'quartierYear',
			csv(
				['Quartier', 'Stadt', 'Jahr', 'Wohnungen', 'Haushalte'],
				[
					['SZ-Lebenstedt', 'Salzgitter', '2025', '1.284', '1.251'],
					['West', 'Braunschweig', 'Stand 31.12.2024', '800', ''],
					['West', '', '2025', '800', '900'],
					['west', '', '2025', '801', '1'],
					['Heidberg', '', 'neulich', '1', '1'],
					['Heidberg', '', '2025', '1,5', '1'],
					['Heidberg', '', '2024', '-3', '1'],
					['Heidberg', '', '2023', '10', 'viele'],
					['', '', '2025', '1', '1']
				]
			)
		);
		expect(quartiere).toEqual([
			{ name: 'SZ-Lebenstedt', city: 'Salzgitter', year: 2025, dwellings: 1284, households: 1251 },
			{ name: 'West', city: 'Braunschweig', year: 2024, dwellings: 800, households: null },
			{ name: 'West', city: '', year: 2025, dwellings: 800, households: 900 },
			{ name: 'Heidberg', city: '', year: 2023, dwellings: 10, households: null }
		]);
		expect(findings).toEqual(
			expect.arrayContaining([
				finding('more_households_than_dwellings', 'note', 'Haushalte', '900', 4),
				finding('duplicate_year', 'row-skipped', 'Jahr', 'west 2025', 5),
				finding('year_unreadable', 'row-skipped', 'Jahr', 'neulich', 6),
				finding('count_unreadable', 'row-skipped', 'Wohnungen', '1,5', 7),
				finding('count_unreadable', 'row-skipped', 'Wohnungen', '-3', 8),
				finding('count_unreadable', 'value-missing', 'Haushalte', 'viele', 9),
				finding('quartier_missing', 'row-skipped', 'Quartier', '', 10)
			])
		);
		expect(findings).toHaveLength(7);
	});

	test('one year for the whole file', () => {
		const { quartiere } = interpreted(
			'quartierYear',
			csv(['Quartier', 'Wohnungen'], [['West', '800']]),
			{ yearForAll: 2025 }
		);
		expect(quartiere).toEqual([
			{ name: 'West', city: '', year: 2025, dwellings: 800, households: null }
		]);
	});
});

test.each([
	[0, 'unter 30'],
	[29, 'unter 30'],
	[30, '30 bis 44'],
	[44, '30 bis 44'],
	[45, '45 bis 64'],
	[65, '65 und älter'],
	[120, '65 und älter']
])('an age of %i is %s', (years, band) => expect(ageBand(years, [30, 45, 65])).toBe(band));

test('a topic index needs at least half of what was asked', () => {
	/** Of as many items as were asked, the first ones are answered with these scores. */
	const index = (scores: number[], asked: number) =>
		topicIndex(
			0,
			Array.from({ length: asked }, (_, item) => item),
			Array.from({ length: asked }, (_, item) => Float64Array.of(item < scores.length ? 1 : NaN)),
			scores.map((score) => new Map([[1, score]]))
		);
	expect(index([100, 50], 4)).toBe(75);
	expect(index([100], 4)).toBeNaN();
	expect(index([0], 2)).toBe(0);
	expect(index([25], 1)).toBe(25);
	expect(index([100], 3)).toBeNaN();
	expect(index([100, 0], 3)).toBe(50);
	expect(index([], 0)).toBeNaN();
});
