import { describe, expect, test } from 'vitest';
import type { ColumnMapping, Mapping } from '../mapping';
import { csv, read } from '../testing';
import { isSettledByRow } from '../findings';
import { interpret } from '.';
import type { CaseRecords } from './cases';
import type { QuartierRecords } from './quartiere';
import type { RecordRecords } from './records';
import type { SurveyRecords } from './survey';

const TODAY = '2026-01-01';
const HEADINGS = ['Fall-Nr', 'Quartier', 'Eröffnet am', 'Geschlossen am', 'Anlass', 'Status'];

/** A case list with the roles that are meant, and what the user said about one column. */
function casesOf(
	rows: readonly (readonly string[])[],
	about: { heading: string; said: Partial<ColumnMapping> } | null = null
): CaseRecords {
	const { table, mapping } = read(csv(HEADINGS, rows), { kind: 'supportCase' });
	const roles = ['id', 'quartier', 'date', 'closed', 'topic', 'status'] as const;
	const columns = mapping.columns.map(({ heading, index }) => ({
		...{ heading, index, certain: true, role: roles[index]! },
		...(about?.heading === heading ? about.said : {})
	}));
	return interpret(table, { ...mapping, columns }, TODAY) as CaseRecords;
}

const days = ({ cases }: CaseRecords) => cases.map(({ opened, closed }) => [opened, closed]);
const codes = ({ findings }: { findings: CaseRecords['findings'] }) =>
	findings.map(({ code, effect, value, other, lines }) => [code, effect, value, other, lines]);

describe('days', () => {
	test('one order for all rows, and numbers beside days', () => {
		const found = casesOf([
			['1', 'Nord', '01/02/2025', '15.03.25', 'Energie', ''],
			['2', 'Nord', '13/02/2025', '45731', 'Energie', '']
		]);
		expect(days(found)).toEqual([
			['2025-02-01', '2025-03-15'],
			['2025-02-13', '2025-03-15']
		]);
		expect(found.findings).toEqual([]);
	});

	test('an order that nobody knows keeps rows out, until the user says it', () => {
		const rows = [['1', 'Nord', '01/02/2025', '', 'Energie', '']];
		expect(codes(casesOf(rows))).toEqual([
			['date_order_open', 'row-skipped', '01/02/2025', undefined, [2]]
		]);
		const said = (dateOrder: 'day-first' | 'month-first') =>
			days(casesOf(rows, { heading: 'Eröffnet am', said: { dateOrder } }));
		expect(said('day-first')).toEqual([['2025-02-01', null]]);
		expect(said('month-first')).toEqual([['2025-01-02', null]]);
	});

	test('sheets count though the order of their days is open', () => {
		const { table, mapping } = read(
			csv(['Bogen', 'Quartier', 'Eingang', 'Zufriedenheit'], [['1', 'Nord', '01/02/2025', '4']]),
			{ kind: 'survey' }
		);
		const waves = [{ key: '', name: '2025', from: '2025-01-01', to: '2025-12-31' }];
		const columns = mapping.columns.map((column) =>
			column.heading === 'Eingang' ? { ...column, role: 'date' as const } : column
		);
		const found = interpret(table, { ...mapping, columns, waves }, TODAY) as SurveyRecords;
		expect(found.responses).toMatchObject([{ received: null }]);
		expect(codes(found)).toEqual([['date_order_open', 'note', '01/02/2025', undefined, [2]]]);
	});
});

describe('what contradicts itself', () => {
	const rows = [
		['1', 'Nord', '01.03.2025', '01.02.2025', 'Energie', ''],
		['2', 'Nord', '01.01.2025', '01.02.2025', 'Energie', ''],
		['3', 'Nord', '02.03.2025', '01.02.2025', 'Energie', '']
	];
	const settled = (...rowCorrections: NonNullable<ColumnMapping['rowCorrections']>) =>
		casesOf(rows, { heading: 'Geschlossen am', said: { rowCorrections } });

	test('a day of closing before the opening is named with both', () => {
		const found = casesOf(rows);
		expect(codes(found)).toEqual([
			['closed_before_opened', 'row-skipped', '01.02.2025', '01.03.2025', [2]],
			['closed_before_opened', 'row-skipped', '01.02.2025', '02.03.2025', [4]]
		]);
		expect(found.findings.every(isSettledByRow)).toBe(true);
		expect(isSettledByRow({})).toBe(false);
	});

	test('it is mended in its row; the same day is right in another one', () => {
		const found = settled([2, '01.02.2025', '01.04.2025'], [4, '01.02.2025', '']);
		expect(days(found)).toEqual([
			['2025-03-01', '2025-04-01'],
			['2025-01-01', '2025-02-01'],
			['2025-03-02', null]
		]);
		expect(found.findings).toEqual([]);
	});

	test('its row can be left out, and what was settled for another cell settles nothing', () => {
		const found = settled([2, '01.02.2025', null], [4, '31.12.2024', '']);
		expect(days(found)).toEqual([['2025-01-01', '2025-02-01']]);
		expect(codes(found)).toHaveLength(1);
	});

	test('a status that says something else than the day of closing', () => {
		const found = casesOf([
			['1', 'Nord', '01.01.2025', '01.02.2025', 'Energie', 'offen'],
			['2', 'Nord', '01.01.2025', '', 'Energie', 'Abgeschlossen'],
			['3', 'Nord', '01.01.2025', '', 'Energie', 'in Bearbeitung'],
			['4', 'Nord', '01.01.2025', '01.02.2025', 'Energie', 'erledigt'],
			['5', 'Nord', '01.01.2025', '', 'Energie', 'noch nicht abgeschlossen'],
			['6', 'Nord', '01.01.2025', '', 'Energie', 'Priorität A']
		]);
		expect(found.cases).toHaveLength(6);
		expect(codes(found)).toEqual([
			['status_contradicts', 'note', '01.02.2025', 'offen', [2]],
			['status_contradicts', 'note', '', 'Abgeschlossen', [3]]
		]);
	});
});

describe('numbers', () => {
	test('of an item: units, and rough ones by themselves', () => {
		const cells = ['500,00 €', '509', '518,50 €', '520,-', 'ca. 530', '1 540,00 €', 'viel'];
		const { table, mapping } = read(
			csv(
				['Quartier', 'Miete'],
				cells.map((cell) => ['Nord', cell])
			),
			{ kind: 'survey' }
		);
		const waves = [{ key: '', name: '2025', from: '2025-01-01', to: '2025-12-31' }];
		const scale = {
			...{ id: 'number', kind: 'numeric' as const, points: 0, labels: [], titles: {} },
			...{ topBox: [], direction: 'higher-better' as const, nonSubstantive: [] }
		};
		const item = { code: 'Miete', text: 'Miete', topic: 'other', scale };
		const columns = mapping.columns.map((column) =>
			column.heading === 'Miete'
				? ({ ...column, role: 'item', item } as Mapping['columns'][number])
				: { ...column, role: 'quartier' as const }
		);
		const found = interpret(table, { ...mapping, columns, waves }, TODAY) as SurveyRecords;
		expect([...found.items[0]!.values]).toEqual([500, 509, 518.5, 520, NaN, 1540, NaN]);
		expect(codes(found)).toEqual([
			['number_rough', 'value-missing', 'ca. 530', undefined, [6]],
			['answer_unknown', 'value-missing', 'viel', undefined, [8]]
		]);
	});

	test('of master data and records', () => {
		const quartiere = read(
			csv(
				['Quartier', 'Wohnungen', 'Jahr'],
				[
					['Nord', '1,284', '2025'],
					['Süd', '2,100 WE', '2025']
				]
			)
		);
		const homes = interpret(quartiere.table, quartiere.mapping, TODAY) as QuartierRecords;
		expect(homes.quartiere.map(({ dwellings }) => dwellings)).toEqual([1284, 2100]);
		const debts = read(
			csv(
				['Fall-Nr', 'Datum', 'Rückstand am Anfang', 'Rückstand am Ende'],
				[
					['1', '01.02.25', '1.200,50 €', 'ca. 300 €'],
					['2', '01.02.25', 'EUR 90', '']
				]
			)
		);
		const owed = interpret(debts.table, debts.mapping, TODAY) as RecordRecords;
		expect(owed.rows).toMatchObject([
			{ noted: '2025-02-01', start: 1200.5, end: null },
			{ start: 90, end: null }
		]);
		expect(codes(owed)).toEqual([['number_rough', 'value-missing', 'ca. 300 €', undefined, [2]]]);
	});
});
