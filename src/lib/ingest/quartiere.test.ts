import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	editDistance,
	looksLikeQuartier,
	quartierSpellings,
	sameInFile,
	suggestQuartier
} from './quartiere';
import { counted, csv, read } from './testing';

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

describe('typing errors among the Quartiere of a file', () => {
	const counts = new Map([
		['Weststadt', 90],
		['Weststat', 1],
		['Oststadt', 40],
		['WESTSTADT', 3],
		['West-Stadt', 2],
		['Su\u0308dring', 4],
		['Südring', 40],
		['Block 1', 30],
		['Block 2', 2],
		['Nord A', 40],
		['Nord B', 1],
		['Heidberg', 2],
		['Heidburg', 3]
	]);
	test.each([
		['Weststat', 'Weststadt'],
		['WESTSTADT', 'Weststadt'],
		['West-Stadt', 'Weststadt'],
		['Su\u0308dring', 'Südring'],
		['Weststadt', null],
		['Oststadt', null],
		['Südring', null],
		['Block 2', null],
		['Nord B', null],
		['Heidberg', null]
	])('%s means %s', (spelling, meant) => expect(sameInFile(spelling, counts)).toBe(meant));

	test('of two that are as frequent, the first is meant', () => {
		const both = new Map([
			['Am Ring', 5],
			['am ring', 5]
		]);
		expect([...both.keys()].map((one) => sameInFile(one, both))).toEqual([null, 'Am Ring']);
	});

	test('they are proposed in the first import too, and lead on to what is known', () => {
		const rows = [...Array<string>(20).fill('Lebenstedt'), 'Lebenstet'].map((name, at) => [
			String(at),
			name
		]);
		const { table, mapping } = read(csv(['id', 'Quartier'], rows));
		const meant = (known: string[]) =>
			quartierSpellings(table, mapping, known).map(({ spelling, suggestion }) => [
				spelling,
				suggestion
			]);
		expect(meant([])).toEqual([
			['Lebenstedt', null],
			['Lebenstet', 'Lebenstedt']
		]);
		expect(meant(['Salzgitter-Lebenstedt'])).toEqual([
			['Lebenstedt', 'Salzgitter-Lebenstedt'],
			['Lebenstet', 'Salzgitter-Lebenstedt']
		]);
	});
});

describe('by their values', () => {
	const column = (...words: string[]) =>
		counted(Array.from({ length: 40 }, (_, at) => words[at % words.length]!));
	test.each([
		[['Weststadt', 'Oststadt', 'Heidberg']],
		[['Nord', 'Süd', 'Mitte']],
		[['Lebenstedt', 'Fredenberg', 'SZ-Bad', 'Am Kanal']],
		[['Quartier A', 'Quartier B']]
	])('%j are Quartiere', (words) => expect(looksLikeQuartier(column(...words), [])).toBe(true));

	test('what is known is one', () => {
		expect(looksLikeQuartier(column('Kralle', 'Zipfel'), [])).toBe(false);
		expect(looksLikeQuartier(column('Kralle', 'Zipfel'), ['Kralle', 'Zipfel'])).toBe(true);
	});

	test.each([
		[['1', '2', '3', '4', '5']],
		[['sehr gut', 'gut', 'schlecht']],
		[['1 - gefällt mir sehr', '2', '5 - gefällt mir gar nicht']],
		[['ja', 'nein']],
		[['Energie', 'Mietschulden', 'Nachbarschaft']],
		[['18-34', '35-64', '65 und älter']],
		[['Balkon', 'Aufzug', 'Keller']],
		[['Altbau', 'Neubau', 'Hochhaus']],
		[['allein', 'zu zweit', 'mit Kindern']]
	])('%j are none', (words) => expect(looksLikeQuartier(column(...words), [])).toBe(false));

	test('streets that hardly come twice are none', () => {
		const streets = Array.from({ length: 40 }, (_, at) => `${at}er Ring`);
		expect(looksLikeQuartier(counted(streets), [])).toBe(false);
	});
});
