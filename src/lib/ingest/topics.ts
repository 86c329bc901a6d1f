import { topicOfWords, type ItemTopic } from '../domain';
import { normalise } from './words';

/** The topic of an item, suggested from its words. A prefix such as `Sicherheit:` says more than what follows it. */
export function suggestTopic(text: string): ItemTopic {
	const words = normalise(text);
	const prefix = words.includes(':') ? words.slice(0, words.indexOf(':')) : '';
	for (const part of [prefix, words]) {
		const found = part && topicOfWords(part);
		if (found) return found;
	}
	return 'other';
}
