import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberFormat, numberReading, parseNumber } from '.';

describe('numbers', () => {
	test.each([
		['1.234,5', 'german', 1234.5],
		['1,234.5', 'english', 1234.5],
		['1.234', 'english', 1.234],
		['1.284', 'german', 1284],
		['0,75', 'german', 0.75],
		['-3,5', 'german', -3.5],
		['12 %', 'english', 12],
		["1'234", 'english', 1234],
		['1 234,5', 'german', 1234.5],
		['1e-3', 'english', 0.001],
		['12-', 'english', -12],
		['12,50 -', 'german', -12.5],
		['−3,5', 'german', -3.5],
		['- 3', 'english', -3],
		['1\u202f234,5', 'german', 1234.5],
		['1\u00a0234\u00a0567', 'german', 1234567],
		['1’234.50', 'english', 1234.5]
	] as const)('%s (%s)', (cell, format, number) => {
		expect(parseNumber(cell, format)).toBe(number);
	});

	test.each([
		['', 'german'],
		['abc', 'german'],
		['1.23.4', 'german'],
		['1,2,3', 'german'],
		['12,34', 'english'],
		['-', 'english'],
		['.', 'english'],
		['0x10', 'english'],
		['Infinity', 'english'],
		['=1+1', 'english'],
		['1 2', 'english'],
		['1 23', 'german']
	] as const)('%j (%s) is none', (cell, format) => expect(parseNumber(cell, format)).toBeNull());

	test.each([
		[['1.234,5'], false, 'german'],
		[['3', '0,5'], false, 'german'],
		[['1.234.567'], false, 'german'],
		[['1,234.5', '12'], false, 'english'],
		[['1.234'], false, 'english'],
		[['1.234'], true, 'german'],
		[['3', '4'], false, 'english'],
		[['1,234', '2,500'], false, 'german'],
		[['1,234', '2,500'], true, 'english'],
		[['1,234', '12.5'], false, 'english'],
		[['1.234', '12,5'], false, 'german'],
		[['7.5', '8.25', '1,5'], false, 'english']
	] as const)('%j, whole numbers: %s, are written the %s way', (values, whole, format) => {
		expect(numberFormat(values, whole)).toBe(format);
	});

	test('what German and English offices write comes back', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
				const value = Number(`${a}.${String(b).padStart(2, '0')}`);
				for (const [tag, format] of [
					['de-DE', 'german'],
					['en-GB', 'english']
				] as const) {
					const text = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(value);
					expect(parseNumber(text, format)).toBe(value);
				}
			})
		);
	});
});

describe('numbers by column', () => {
	test.each([
		['areas', ['40,5', '41,5 m²', '65 qm', '70 m2'], 'm²', [40.5, 41.5, 65, 70]],
		['rents', ['450,00 €', 'EUR 512', '1.234,- €', '500'], '€', [450, 512, 1234, 500]],
		['shares', ['20,0 %', '21,1%', '3 Prozent'], '%', [20, 21.1, 3]],
		['balances', ['11,50-', '12,50', '13,00- €'], '€', [-11.5, 12.5, -13]],
		['years', ['12 Jahre', '1 Jahr', '3'], 'Jahre', [12, 1, 3]],
		['prices', ['12 €/m²', '11,5 €/m2'], '€/m²', [12, 11.5]],
		['plain ones', ['3', '4.5'], null, [3, 4.5]]
	])('%s', (_, cells, unit, numbers) => {
		const reading = numberReading(cells);
		expect(reading).toMatchObject({ unit, numeric: true, unreadable: [] });
		expect(cells.map(reading.parse)).toEqual(numbers);
	});

	test.each([
		'ca. 200',
		'ca 200',
		'etwa 200',
		'~200',
		'~ 200',
		'rund 200',
		'200?',
		'200 (ca.)',
		'<200'
	])('%s is only about a number, and odd by itself', (cell) => {
		const reading = numberReading(['120', '121', '122', '123', cell]);
		expect(reading).toMatchObject({ numeric: true, unreadable: [cell] });
		expect(reading.parse(cell)).toBeNull();
		expect(reading.roughly(cell)).toBe(200);
	});

	test('a cell in another unit, or a word, is odd; many of them are a column of words', () => {
		const reading = numberReading(['12 Monate', '24 Monate', '6 Monate', '2 Jahre', '3 Monate']);
		expect(reading).toMatchObject({ unit: 'Monate', numeric: true, unreadable: ['2 Jahre'] });
		expect(reading.parse('2 Jahre')).toBeNull();
		expect(numberReading(['1', '2', '3', '4', 'viele']).numeric).toBe(true);
		expect(numberReading(['1', '2', 'viele']).numeric).toBe(false);
		expect(numberReading(['Haus 1', 'Haus 2']).numeric).toBe(false);
		expect(numberReading(['3 Kinder', '4 Hunde']).numeric).toBe(false);
		expect(numberReading([]).numeric).toBe(false);
	});

	test('how often a word stands in the column counts', () => {
		const words = new Map([
			...['120', '130'].map((word) => [word, 40] as const),
			['viel', 4],
			['wenig', 1]
		]);
		expect(numberReading(new Map(words)).numeric).toBe(false);
		words.set('120', 100);
		expect(numberReading(words).numeric).toBe(true);
	});

	test('what is no range of thousands is no number', () => {
		const reading = numberReading(['200-250', '1 2', '3 4 5']);
		expect(['200-250', '1 2', '3 4 5'].map(reading.parse)).toEqual([null, null, null]);
	});
});
