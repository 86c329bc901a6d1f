import type { ItemTopic } from './item';

/** What words say about the topic that they belong to; the first that fits counts. */
const PATTERNS: readonly [ItemTopic, RegExp][] = [
	[
		'overall',
		/insgesamt|alles in allem|gesamtzufriedenheit|gesamturteil|overall|all in all|^(die )?zufriedenheit$|^satisfaction$/
	],
	['recommendation', /empfehl|empfiehl|recommend|\bnps\d*\b/],
	[
		'other',
		/treff|angebot|kennen sie|umzug|umziehen|ausziehen|wieder mieten|beratung|\bmove\b|move out/
	],
	['safety', /sicher|angst|beleuchtung|\bsafe|security/],
	[
		'service',
		/service|erreichbar|freundlich|reparatur|beschwerde|mitarbeiter|kundenbetreu|ansprechpartner|kompeten|schnelligkeit|repair|complaint|staff|reachab|friendl/
	],
	[
		'neighbourhood',
		/nachbar|mitbewohner|konflikt|zusammenleben|gegenseitige hilfe|hausgemeinschaft|neighbou?r|community|contact/
	],
	[
		'environment',
		/wohnumfeld|umfeld|grün|spielpl|parkpl|parken|stellpl|müll|abfall|einkauf|bus und bahn|verkehr|anbindung|umgebung|ärzte|schule|green|playground|parking|waste|shops|transport/
	],
	[
		'housing',
		/wohnung|gebäude|haus\b|treppenhaus|heizung|\bbad\b|grundriss|balkon|keller|aufzug|zustand|lärm|\bflat\b|building|home|layout|heating|bathroom|staircase|lift/
	]
];

/** The topic of some words in small letters; undefined where they say nothing of one. */
export const topicOfWords = (words: string): ItemTopic | undefined =>
	PATTERNS.find(([, pattern]) => pattern.test(words))?.[0];
