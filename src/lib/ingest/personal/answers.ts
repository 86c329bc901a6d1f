import { isMissingCode } from '../scales/codes';
import { isNonSubstantive, normalise } from '../words';
import type { Content } from './content';

/** Words of which answers are made: yes and no, degrees, frequencies, judgements. */
const ANSWER =
	/^(ja|nein|yes|no|y|n|j|x|wahr|falsch|true|false|checked|unchecked|ausgewahlt|nicht ausgewahlt|gewahlt|angekreuzt|quoted|not selected|selected|trifft .*|stimme .*|.*(zufrieden|satisfied|wichtig|important|likely|wahrscheinlich|einverstanden|agree)|teils.*|mittel.*|gut|schlecht|sehr .*|eher .*|ziemlich .*|weniger .*|uberhaupt .*|gar .*|voll .*|vollig .*|teilweise|kaum|etwas|nicht .*|nie|niemals|selten|manchmal|gelegentlich|oft|haufig|immer|meistens|taglich|wochentlich|monatlich|jahrlich|(mehrmals|einmal) .*|never|rarely|seldom|sometimes|often|always|daily|weekly|monthly|very .*|fairly .*|rather .*|somewhat .*|not .*|neither .*|good|bad|poor|fair|excellent|hoch|niedrig|gering|keine?|low|medium|high)$/;

/** More different answers than this are no longer those of a question. */
const MOST_ANSWERS = 15;

const plain = (word: string): string => normalise(word).normalize('NFD').replace(/\p{M}/gu, '');

const isPoint = (word: string): boolean =>
	/^([0-9]|10)$/.test(word) || (/^-?\d{1,3}$/.test(word) && isMissingCode(Number(word)));

/** Whether a word by itself is an answer: a point of a scale, a tick, a word of degree. `1 - sehr gut` is one too. */
export function isAnswer(word: string): boolean {
	if (isPoint(word) || isNonSubstantive(word)) return true;
	const words = plain(word).replace(/^\d{1,2}[ .):=–-]+/, '');
	return words.length <= 60 && ANSWER.test(words);
}

/**
 * Whether what stands in a column is said on a scale, with yes and no, or by ticks: a few words, nearly
 * all of which are answers wherever they stand. An option that says itself is ticked.
 */
export function areAnswers(
	counts: ReadonlyMap<string, number>,
	headings: readonly string[]
): boolean {
	if (counts.size === 0 || counts.size > MOST_ANSWERS) return false;
	const own = headings.map(plain);
	const ownWord = (word: string) =>
		counts.size <= 2 && own.some((heading) => heading !== '' && heading.endsWith(plain(word)));
	const said = [...counts.keys()].filter((word) => isAnswer(word) || ownWord(word)).length;
	return said >= counts.size - (counts.size >= 4 ? 1 : 0);
}

/** Whether all that stands in a column are small numbers, and more than the ticks 0 and 1. */
export const arePoints = (counts: ReadonlyMap<string, number>): boolean =>
	[...counts.keys()].every(isPoint) && [...counts.keys()].some((word) => !/^[01]$/.test(word));

/** Whether a few words come again and again, whatever they are. */
export const areRepeated = ({ counts, uniqueness }: Content): boolean =>
	counts.size <= MOST_ANSWERS && uniqueness <= 0.5;
