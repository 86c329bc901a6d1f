import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, quartierSpellings, suggestQuartier } from './quartiere';
import { csv, read } from './testing';

const KNOWN = ['SZ-Lebenstedt', 'SZ-Bad', 'SZ-Thiede', 'Weststadt', 'Nordstadt', 'Heidberg'];

describe('suggestion', () => {
	test.each([
		['Lebenstedt', 'SZ-Lebenstedt'],
		['SZ Lebenstedt', 'SZ-Lebenstedt'],
		['SZ-Lebenstadt', 'SZ-Lebenstedt'],
		['Hiedberg', 'Heidberg'],
		['heidberg ', 'Heidberg'],
		['Westatdt', 'Weststadt']
	])('%s is %s', (spelling, name) => {
		expect(suggestQuartier(spelling, KNOWN)).toBe(name);
	});

	test.each(['Hamburg', 'x', '', '???', 'Stadt'])('%j is none of them', (spelling) => {
		expect(suggestQuartier(spelling, KNOWN)).toBeNull();
	});

	test('two that are equally near are no suggestion', () => {
		expect(suggestQuartier('Sudstadt', ['Südstadt A', 'Südstadt B'])).toBeNull();
	});
});

test('editDistance', () => {
	expect(editDistance('kitten', 'sitting')).toBe(3);
	expect(editDistance('ab', 'ba')).toBe(1);
	expect(editDistance('', 'abc')).toBe(3);
	const word = fc.string({ maxLength: 12 });
	fc.assert(
		fc.property(word, word, (a, b) => {
			expect(editDistance(a, b)).toBe(editDistance(b, a));
			expect(editDistance(a, b) === 0).toBe(a === b);
			expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
		})
	);
});

test('spellings of a file, the unknown ones first', () => {
	const { table, mapping } = read(
		csv(
			['id', 'Quartier', 'Zufriedenheit insgesamt'],
			[
				['1', 'Weststadt', 'gut'],
				['2', 'Lebenstedt', 'gut'],
				['3', 'weststadt', 'schlecht'],
				['4', 'Hamburg', 'gut'],
				['5', 'Lebenstedt', 'gut'],
				['6', '', 'gut']
			]
		)
	);
	expect(quartierSpellings(table, mapping, KNOWN)).toEqual([
		{ spelling: 'Hamburg', rows: 1, known: false, suggestion: null },
		{ spelling: 'Lebenstedt', rows: 2, known: false, suggestion: 'SZ-Lebenstedt' },
		{ spelling: 'weststadt', rows: 1, known: true, suggestion: null },
		{ spelling: 'Weststadt', rows: 1, known: true, suggestion: null }
	]);
	const whole = { ...mapping, columns: [], quartierForAll: 'Heidberk' };
	expect(quartierSpellings(table, whole, KNOWN)).toEqual([
		{ spelling: 'Heidberk', rows: 6, known: false, suggestion: 'Heidberg' }
	]);
});
