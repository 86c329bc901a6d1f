import type { ItemTopic } from '../domain';
import { normalise } from './words';

/** What the words of an item say about its topic; the first that fits is suggested, the user confirms. */
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

/** The topic of an item, suggested from its words. A prefix such as `Sicherheit:` says more than what follows it. */
export function suggestTopic(text: string): ItemTopic {
	const words = normalise(text);
	const prefix = words.includes(':') ? words.slice(0, words.indexOf(':')) : '';
	for (const part of [prefix, words]) {
		const found = part && PATTERNS.find(([, pattern]) => pattern.test(part));
		if (found) return found[0];
	}
	return 'other';
}
