import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberFormat, parseDate, parseNumber } from './values';

describe('dates', () => {
	test.each([
		['31.12.2024', '2024-12-31'],
		['1.2.2024', '2024-02-01'],
		['29.02.2024', '2024-02-29'],
		['01.06.2025 14:05', '2025-06-01'],
		['2024-12-31', '2024-12-31'],
		['2025-05-06 12:13:14', '2025-05-06'],
		['2025-05-06T12:13:14Z', '2025-05-06'],
		['12/31/2024', '2024-12-31'],
		['  01.06.2025 ', '2025-06-01']
	])('%s', (cell, day) => expect(parseDate(cell)).toBe(day));

	test.each(['31.02.2024', '29.02.2023', '32.01.2024', '01.13.2024', '00.01.2024', '2024-02-30'])(
		'%s is no day',
		(cell) => expect(parseDate(cell)).toBeNull()
	);

	test.each(['', 'gestern', '2024', '01.02.24', '45678', '01.06.0025', '1.2.2024abc'])(
		'%j is not read as one',
		(cell) => expect(parseDate(cell)).toBeNull()
	);

	test('every day that there is', () => {
		const days = fc.date({
			min: new Date('1900-01-01'),
			max: new Date('2200-12-31'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(days, (date) => {
				const iso = date.toISOString().slice(0, 10);
				const [year, month, day] = iso.split('-');
				expect(parseDate(`${day}.${month}.${year}`)).toBe(iso);
				expect(parseDate(iso)).toBe(iso);
			})
		);
	});
});

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
		['1e-3', 'english', 0.001]
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
		['=1+1', 'english']
	] as const)('%j (%s) is none', (cell, format) => expect(parseNumber(cell, format)).toBeNull());

	test.each([
		[['1.234,5'], false, 'german'],
		[['3', '0,5'], false, 'german'],
		[['1.234.567'], false, 'german'],
		[['1,234.5', '12'], false, 'english'],
		[['1.234'], false, 'english'],
		[['1.234'], true, 'german'],
		[['3', '4'], false, 'english']
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
