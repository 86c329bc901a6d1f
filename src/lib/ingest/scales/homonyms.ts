import type { Meaning } from './lexicon';

/** Words that say something else in a set of their own, with what they say there. */
export type Turn = Readonly<Record<string, Meaning>>;

const pole = (dimension: string, at: number): Meaning => ({ kind: 'pole', dimension, at });

/** "viel weniger … viel mehr": less and more of something, not "weniger zufrieden". */
const COMPARISON: Turn = {
	weniger: pole('change', -2.5),
	wenig: pole('change', -2.5),
	less: pole('change', -2.5),
	fewer: pole('change', -2.5),
	mehr: pole('change', 2.5),
	more: pole('change', 2.5)
};

/** "leichte … schwere Beeinträchtigung": how bad it is, not how easy. */
const SEVERITY: Turn = {
	leicht: pole('level', -2.8),
	schwer: pole('level', 2.8),
	light: pole('level', -2.8)
};

/** "leicht unzufrieden": a little. */
const LIGHTLY: Turn = { leicht: { kind: 'degree', value: 0.8 } };

/** "wahrscheinlich nicht", "ja, sicher": how surely, not how likely or how safe. */
const CERTAINTY: Turn = {
	sicher: { kind: 'degree', value: 4.5 },
	wahrscheinlich: { kind: 'degree', value: 2, fuzzy: true },
	probably: { kind: 'degree', value: 2, fuzzy: true }
};

/** Words that have their own opposite in the set. */
const OPPOSED: readonly (readonly [string, Turn])[] = [
	['unfair', { fair: pole('fairness', 2.5) }],
	['ungerecht', { fair: pole('fairness', 2.5) }],
	['unguenstig', { guenstig: pole('quality', 2.5) }],
	['yes', { no: pole('yes-no', -4.1) }],
	['against', { for: pole('agreement', 2.5) }]
];

/** The turns that the words of a set may take, the likeliest first. */
export function turnsOf(words: ReadonlySet<string>): Turn[] {
	const own = OPPOSED.filter(([word]) => words.has(word)).map(([, turn]) => turn);
	const always = own.reduce<Record<string, Meaning>>((all, turn) => ({ ...all, ...turn }), {});
	// "J" and "N", "Y" and "N", where there is nothing else.
	if (words.size === 2 && words.has('n') && (words.has('j') || words.has('y')))
		return [{ n: pole('yes-no', -4.1), j: pole('yes-no', 4.1), y: pole('yes-no', 4.1) }];
	// After a yes or a no, "sicher" says how surely.
	if (words.has('ja') || words.has('nein')) Object.assign(always, CERTAINTY);
	if (words.has('mehr') || words.has('more')) return [{ ...always, ...COMPARISON }];
	return [{}, LIGHTLY, SEVERITY, CERTAINTY].map((turn) => ({ ...always, ...turn }));
}
