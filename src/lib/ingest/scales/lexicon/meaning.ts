/**
 * What a word of an answer says about its place on a scale. All places lie on one axis: 0 is the middle, 2.5 is
 * the plain word ("zufrieden"), 4.5 as far as words go ("vollkommen zufrieden"), the other way below 0.
 */
export type Meaning =
	/** how much: "sehr", "eher"; `fuzzy` where people disagree whether it is more or less than the plain word */
	| { kind: 'degree'; value: number; fuzzy?: true }
	/** turns round what follows: "nicht" */
	| { kind: 'not' }
	/** nothing of it: "gar nicht", "keine" */
	| { kind: 'zero' }
	/** makes a negation a full one, wherever it stands: "not … at all" */
	| { kind: 'at all' }
	/** little of it: "kaum", "nicht sehr" */
	| { kind: 'low'; value: number }
	/** "fast", "almost": next to the end */
	| { kind: 'almost' }
	/** between the ends by itself ("mittel"); `beside` other words, how much of them ("mittlere Sorgen") */
	| { kind: 'medium'; beside: number }
	/** the middle: "teils/teils" */
	| { kind: 'middle' }
	/** "weder … noch": the middle, whatever it goes on to name */
	| { kind: 'neither' }
	/** more than is right: "zu hoch" */
	| { kind: 'too' }
	/** a word of its own place in its dimension */
	| { kind: 'pole'; dimension: string; at: number }
	/** says nothing about the place: "ich", "mit" */
	| { kind: 'filler' };
