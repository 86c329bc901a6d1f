import { describe, expect, test } from 'vitest';
import type { Mapping } from './mapping';
import { csv, read, finding, interpreted } from './testing';

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
