import { expect, test } from 'vitest';
import { comparedFrom, paramsFrom } from './compared';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];
const read = (search: string) => comparedFrom(new URLSearchParams(search), KEYS, ['age']);

test('what is compared is what the address says', () => {
	const compared = read('mit=c&mit=a&mit=c&standard=1&faelle=averted-share');
	expect(compared).toEqual({
		quartiere: ['c', 'a'],
		rest: false,
		periods: false,
		standardise: ['age'],
		casework: 'averted-share'
	});
	expect(read(paramsFrom(compared).toString())).toEqual(compared);
});

test('one with the others, and one at two times, are about one alone', () => {
	expect(read('mit=b&mit=c&art=rest')).toMatchObject({ quartiere: ['b'], rest: true });
	const times = read('mit=b&art=zeit');
	expect(times).toMatchObject({ quartiere: ['b'], rest: false, periods: true });
	expect(read(paramsFrom(times).toString())).toEqual(times);
});

test('what nobody knows is left out, and never more than four stand side by side', () => {
	expect(read('faelle=nps').casework).toBe('new-cases-rate');
	expect(read('mit=x').quartiere).toEqual(['a', 'b']);
	expect(read(KEYS.map((key) => `mit=${key}`).join('&')).quartiere).toEqual(['a', 'b', 'c', 'd']);
});
