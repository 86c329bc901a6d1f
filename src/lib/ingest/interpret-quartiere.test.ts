import { describe, expect, test } from 'vitest';
import { csv, finding, interpreted } from './testing';

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
