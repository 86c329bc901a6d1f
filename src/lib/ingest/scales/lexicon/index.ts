import { fold } from '../fold';
import { DEGREES, FUZZY_DEGREES } from './degrees';
import { FILLERS } from './fillers';
import type { Meaning } from './meaning';
import { AS_IT_WAS, JUST_RIGHT, MEDIUM, MIDDLE, MIDDLING, NEITHER } from './middle';
import { ALMOST, AT_ALL, LOW, NOT, ZERO } from './negation';
import { DIMENSIONS } from './poles';

export type { Meaning } from './meaning';

/** The lexicon: phrases as they are folded, and what each says. */
const LEXICON = new Map<string, Meaning>();

function add(phrases: string, meaning: Meaning): void {
	for (const phrase of phrases.split(',')) LEXICON.set(fold(phrase), meaning);
}

// What comes later is the stronger reading of a word that stands in two lists.
add(FILLERS, { kind: 'filler' });
for (const [value, phrases] of DEGREES) add(phrases, { kind: 'degree', value });
for (const [value, phrases] of FUZZY_DEGREES) add(phrases, { kind: 'degree', value, fuzzy: true });
for (const { name, poles } of DIMENSIONS)
	for (const [at, phrases] of poles) add(phrases, { kind: 'pole', dimension: name, at });
add(NOT, { kind: 'not' });
add(ZERO, { kind: 'zero' });
add(AT_ALL, { kind: 'at all' });
for (const [value, phrases] of LOW) add(phrases, { kind: 'low', value });
add(ALMOST, { kind: 'almost' });
add(MEDIUM, { kind: 'medium', beside: 0.5 });
add(MIDDLING, { kind: 'medium', beside: 1.8 });
for (const phrases of [MIDDLE, AS_IT_WAS, JUST_RIGHT]) add(phrases, { kind: 'middle' });
add(NEITHER, { kind: 'neither' });
add('too', { kind: 'too' });

const LONGEST = Math.max(...[...LEXICON.keys()].map((phrase) => phrase.split(' ').length));

/** Endings that words are bent with. */
const ENDINGS = /(?:em|en|er|es|e|s|n)$/;

/** A word without the ending it is bent with, so that "große" and "großen" are one. */
export const stem = (word: string): string => (word.length > 4 ? word.replace(ENDINGS, '') : word);

/** The longest phrase of the lexicon that begins at a word, with its meaning. */
export function phraseAt(
	words: readonly string[],
	start: number
): { phrase: string; length: number; meaning: Meaning } | null {
	for (let length = Math.min(LONGEST, words.length - start); length > 0; length--) {
		const whole = words.slice(start, start + length).join(' ');
		for (const phrase of [whole, whole.replace(ENDINGS, '')]) {
			const meaning = LEXICON.get(phrase);
			if (meaning) return { phrase, length, meaning };
		}
	}
	return null;
}

/** Whether words of a dimension say themselves that its upper end is good. */
export const isJudging = (dimension: string): boolean =>
	DIMENSIONS.some(({ name, good }) => name === dimension && good);
