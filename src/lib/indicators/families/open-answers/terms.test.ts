import { describe, expect, test } from 'vitest';
import { sentencesWith, termsOf } from './terms';

const stems = (text: string) => termsOf(text).map(({ stem }) => stem);

describe('terms of an answer', () => {
	test('forms of a word are one term, whatever their case', () => {
		const [one] = stems('Mülltonne');
		expect(stems('Die Mülltonnen quellen über.')).toContain(one);
		expect(stems('MÜLLTONNEN')).toEqual([one]);
	});

	test('function words, numbers, single letters and what was masked are none', () => {
		expect(stems('Und es ist auch nicht so, dass ich immer 12 oder 3a will: ••• (x)')).toEqual([]);
		expect(stems('the and of')).toEqual([]);
	});

	test('a term keeps the form that it has in the answer', () => {
		expect(termsOf('Der Aufzug, immer der Aufzug!').map(({ form }) => form)).toEqual([
			'Aufzug',
			'Aufzug'
		]);
	});

	test('emojis, right-to-left and empty texts do no harm', () => {
		expect(stems('')).toEqual([]);
		expect(stems('👍🏽 !!! …')).toEqual([]);
		expect(termsOf('المصعد لا يعمل').length).toBeGreaterThan(0);
	});
});

describe('sentences around a term', () => {
	const [stem = ''] = stems('Aufzug');

	test('only the sentences that hold it, with the words that are it', () => {
		const text = 'Der Hof ist schön. Die Aufzüge stehen oft! Der Aufzug ist zu klein.';
		expect(sentencesWith(text, stems('Aufzüge')[0] ?? '').map((one) => one.text)).toContain(
			'Die Aufzüge stehen oft!'
		);
		expect(sentencesWith(text, stem)).toContainEqual({
			text: 'Der Aufzug ist zu klein.',
			forms: ['Aufzug']
		});
	});

	test('no sentence where the term is part of another word', () => {
		expect(sentencesWith('Das Aufzugsgeräusch nervt.', stem)).toEqual([]);
	});
});
