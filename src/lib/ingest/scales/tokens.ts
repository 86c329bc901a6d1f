import { fold, spaced } from './fold';
import { phraseAt } from './lexicon';

/** Words that people write together with what follows: "Sehrumfassende". */
const GLUED = ['sehr', 'eher', 'very', 'somewhat', 'keine', 'kein'];

function unglued(word: string): string[] {
	const first = GLUED.find((one) => word.startsWith(one) && word.length > one.length + 2);
	if (first === undefined || phraseAt([word], 0)) return [word];
	return [first, word.slice(first.length)];
}

/** The words of a label, folded. */
export const wordsOf = (label: string): string[] =>
	fold(spaced(label))
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '')
		.flatMap(unglued);

/** A label without what explains it: in brackets behind, or behind a dash or a colon. */
export function withoutExplanation(label: string): string | null {
	const bare = label
		.replace(/(\S)\s*\([^)]*\)\s*$/, '$1')
		.replace(/(\p{L})(?:\s+[-–—]\s|\s*:\s).*$/u, '$1')
		.trim();
	return bare === label.trim() || bare === '' ? null : bare;
}

/** The parts of a label that names two answers at once: "nie oder fast nie". */
export const partsOf = (label: string): string[] => label.split(/\s+oder\s+|\s+or\s+|\s*[/,]\s*/);
