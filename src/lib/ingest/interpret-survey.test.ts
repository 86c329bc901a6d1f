import { describe, expect, test } from 'vitest';
import { recordCount } from './interpret';
import { topicIndex } from './load/survey';
import { csv, read, finding, interpreted } from './testing';

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
