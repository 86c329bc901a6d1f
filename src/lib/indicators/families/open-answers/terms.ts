import { stemmer } from '@orama/stemmers/german';
import { deu, eng } from 'stopword';
import type { Sentence } from '../../../domain';

/** Letters that a word needs to say something by itself. */
const SHORTEST = 3;

/** Words of courtesy, which the lists do not have. */
const COURTESY = ['bitte', 'danke', 'leider', 'please', 'thanks'];

const STOP_WORDS = new Set([...deu, ...eng, ...COURTESY]);

const words = new Intl.Segmenter('de', { granularity: 'word' });
const sentences = new Intl.Segmenter('de', { granularity: 'sentence' });

/** A word of an answer: its stem, under which its forms are counted together, and how it stands there. */
export type Term = { stem: string; form: string };

/**
 * The words of an answer that say what it is about, in its order: without numbers, function words (of
 * German and English) and what was masked. Stems are those of the German Snowball
 * stemmer (Porter 2001), so that `Mülltonne` and `Mülltonnen` are one term.
 */
export const termsOf = (text: string): Term[] =>
	[...words.segment(text)].flatMap(({ segment, isWordLike }) => {
		const lower = segment.toLocaleLowerCase('de');
		const counts =
			isWordLike === true &&
			segment.length >= SHORTEST &&
			/^\p{L}[\p{L}\p{M}-]*$/u.test(segment) &&
			!STOP_WORDS.has(lower);
		return counts ? [{ stem: stemmer(lower), form: segment }] : [];
	});

/** The sentences of an answer that hold a term, with the words that are it. */
export const sentencesWith = (text: string, stem: string): Sentence[] =>
	[...sentences.segment(text)].flatMap(({ segment }) => {
		const forms = termsOf(segment).filter((term) => term.stem === stem);
		return forms.length > 0
			? [{ text: segment.trim(), forms: [...new Set(forms.map(({ form }) => form))] }]
			: [];
	});
