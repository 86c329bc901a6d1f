/** Worded scales with what is true of them: low to high, and whether the words say that high is good. */
export type WordedScale = {
	language: 'de' | 'en';
	labels: readonly string[];
	/** whether the words alone say which end is the good one; null where only the question would */
	good: 'high' | null;
};

const list = (language: 'de' | 'en', good: 'high' | null, ...scales: string[]): WordedScale[] =>
	scales.map((labels) => ({ language, good, labels: labels.split(' | ') }));

/** Scales of which a person would say the order without the questionnaire. */
export const WORDED: readonly WordedScale[] = [
	...list(
		'de',
		'high',
		'sehr unzufrieden | eher unzufrieden | teils/teils | eher zufrieden | sehr zufrieden',
		'sehr unzufrieden | unzufrieden | zufrieden | sehr zufrieden',
		'gar nicht zufrieden | weniger zufrieden | zufrieden | sehr zufrieden',
		'völlig unzufrieden | eher unzufrieden | weder noch | eher zufrieden | völlig zufrieden',
		'unzufrieden | weniger zufrieden | zufrieden | sehr zufrieden | vollkommen zufrieden',
		'sehr schlecht | schlecht | mittelmäßig | gut | sehr gut',
		'sehr schlecht | eher schlecht | eher gut | sehr gut',
		'ungenügend | mangelhaft | ausreichend | befriedigend | gut | sehr gut',
		'sehr unsicher | eher unsicher | eher sicher | sehr sicher'
	),
	...list(
		'en',
		'high',
		'very dissatisfied | dissatisfied | neither satisfied nor dissatisfied | satisfied | very satisfied',
		'very dissatisfied | fairly dissatisfied | fairly satisfied | very satisfied',
		'not at all satisfied | not very satisfied | fairly satisfied | very satisfied',
		'very poor | poor | fair | good | very good',
		'very unsafe | fairly unsafe | fairly safe | very safe'
	),
	...list(
		'de',
		null,
		'stimme überhaupt nicht zu | stimme eher nicht zu | teils/teils | stimme eher zu | stimme voll und ganz zu',
		'trifft gar nicht zu | trifft eher nicht zu | trifft eher zu | trifft voll zu',
		'nie | selten | manchmal | oft | immer',
		'nie | selten | gelegentlich | häufig',
		'gar nicht wichtig | weniger wichtig | wichtig | sehr wichtig',
		'gering | mittel | hoch',
		'sehr gering | gering | mittel | hoch | sehr hoch',
		'nein, auf keinen Fall | eher nein | eher ja | ja, auf jeden Fall'
	),
	...list(
		'en',
		null,
		'strongly disagree | disagree | neither agree nor disagree | agree | strongly agree',
		'never | rarely | sometimes | often | always',
		'not at all important | not very important | fairly important | very important',
		'low | medium | high',
		'definitely not | probably not | probably | definitely'
	)
];

/** Scales of codes: their points, and what stands for no answer beside them. */
export const CODED: readonly { points: readonly string[]; missing: readonly string[] }[] = [
	{ points: ['1', '2', '3', '4', '5'], missing: [] },
	{ points: ['1', '2', '3', '4', '5'], missing: ['9'] },
	{ points: ['1', '2', '3', '4', '5'], missing: ['99'] },
	{ points: ['1', '2', '3', '4', '5'], missing: ['-9'] },
	{ points: ['1', '2', '3', '4'], missing: [] },
	{ points: ['1', '2', '3', '4'], missing: ['8', '9'] },
	{ points: ['1', '2', '3', '4', '5', '6', '7'], missing: ['98', '99'] },
	{ points: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'], missing: [] }
];

/** Words for no answer. */
export const MISSING_WORDS = {
	de: ['weiß nicht', 'keine Angabe', 'kann ich nicht beurteilen', 'KeineAntwort', 'k. A.'],
	en: ["don't know", 'no answer', 'not applicable', 'prefer not to say', "Don't know/Cannot answer"]
} as const;

/** Sets of words without an order. */
export const NOMINAL: Record<'de' | 'en', readonly (readonly string[])[]> = {
	de: [
		['zu Fuß', 'Fahrrad', 'Auto', 'Bus und Bahn'],
		['Plattenbau', 'Altbau', 'Reihenhaus'],
		['Aushang', 'Mieterzeitung', 'Internet', 'Nachbarn'],
		['Miete', 'Eigentum', 'Wohnrecht']
	],
	en: [
		['on foot', 'bicycle', 'car', 'bus and train'],
		['tower block', 'terraced house', 'old building'],
		['notice board', 'newsletter', 'website', 'neighbours']
	]
};
