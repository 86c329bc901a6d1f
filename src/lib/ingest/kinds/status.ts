import { normalise } from '../words';

const OPEN =
	/^(offen|open|opened|laufend|lauft|in (arbeit|bearbeitung|progress|work)|aktiv|active|neu|new|wartend|waiting|pending|ongoing|angelegt|wieder ?(er)?offnet|reopened|zuruckgestellt|on hold|unerledigt|unresolved)\b/;
const CLOSED =
	/^(geschlossen|abgeschlossen|erledigt|beendet|fertig|archiviert|eingestellt|closed|done|completed|complete|finished|resolved|archived|zu$)/;
const NOT_YET = /^(noch )?(nicht|not|not yet)\b/;

/** What the word of a status says of a case; null where it says neither. */
export function statusOf(cell: string): 'open' | 'closed' | null {
	const words = normalise(cell).normalize('NFD').replace(/\p{M}/gu, '');
	const negated = NOT_YET.test(words);
	const bare = words.replace(/^(noch )?(nicht|not|not yet) /, '');
	if (negated) return CLOSED.test(bare) ? 'open' : null;
	if (OPEN.test(bare.replace(/^noch /, ''))) return 'open';
	return CLOSED.test(bare) ? 'closed' : null;
}
