import { expect, test } from 'vitest';
import { interpret } from './interpret';
import { ageBand } from './interpret/groups';
import { read } from './testing';

const TODAY = '2026-11-22';

test('a group named like something that every object has gets another name', () => {
	const { table, mapping } = read('Quartier;__proto__;Insgesamt\nA;x;zufrieden\nB;y;unzufrieden\n');
	const columns = mapping.columns.map((column) =>
		column.index === 1 ? { ...column, role: 'demography' as const, group: '__proto__' } : column
	);
	expect(interpret(table, { ...mapping, columns }, TODAY)).toMatchObject({
		dimensions: ['(__proto__)']
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
