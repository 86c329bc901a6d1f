import { expect, test } from 'vitest';
import type { Mapping } from '$lib/ingest';
import { badCell, populationFrom, weightingFrom, withWave, type MarginInput } from './margins';

test.each([
	['1284', 1284],
	['1.284', 1284],
	['12.840', 12_840],
	['1 284', 1284],
	['3,5', 3.5],
	['', null],
	['viele', null],
	['-3', null]
])('%s is %s', (text, expected) => {
	expect(populationFrom(text)).toBe(expected);
});

const margins = (used: boolean, old = '820'): MarginInput[] => [
	{
		dimension: 'age',
		used,
		cells: [
			{ name: 'unter 30', population: '1.200' },
			{ name: '65 und älter', population: old }
		]
	}
];

test('chosen margins become a weighting, empty cells nobody, the rest nothing', () => {
	expect(weightingFrom(margins(true, ''), '4')).toEqual({
		margins: [
			{
				dimension: 'age',
				populations: [
					['unter 30', 1200],
					['65 und älter', 0]
				]
			}
		],
		cap: 4
	});
	expect(weightingFrom(margins(true), '')).not.toHaveProperty('cap');
	expect(weightingFrom(margins(false), '5')).toBeNull();
});

test('a cell that is no number is named', () => {
	expect(badCell(margins(true, 'viele'))).toEqual({
		dimension: 'age',
		name: '65 und älter',
		population: 'viele'
	});
	expect(badCell(margins(false, 'viele'))).toBeNull();
});

test('a wave takes its weighting and design, the others stay', () => {
	const wave = (name: string) => ({ key: name, name, from: '2025-01-01', to: '2025-02-01' });
	const mapping = { waves: [wave('2022'), wave('2025')] } as unknown as Mapping;
	const weighting = weightingFrom(margins(true), '');
	const changed = withWave(mapping, '2025', { weighting, drawn: 'households' });
	expect(changed.waves).toEqual([
		wave('2022'),
		{ ...wave('2025'), weighting, design: { drawn: 'households' } }
	]);
	expect(withWave(changed, '2025', { weighting: null, drawn: 'all' })).toEqual(mapping);
});
