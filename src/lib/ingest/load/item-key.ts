import { sha256 } from '@noble/hashes/sha2.js';
import { answerTitle, type Item, type Scale } from '../../domain';
import { normalise } from '../words';

/** Letters and digits that are not mistaken for each other (Crockford's base 32). */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** So many characters of what a text is hashed to: the same on every machine. */
export const shortHash = (text: string, length: number): string =>
	Array.from(
		sha256(new TextEncoder().encode(text)).subarray(0, length),
		(byte) => DIGITS[byte % 32] ?? ''
	).join('');

const wordsOf = (scale: Scale): string[] =>
	scale.labels.map((label) => normalise(answerTitle(scale, label) ?? label)).sort();

/**
 * The key of an item: what it asks and which answers there are, never what a person says later of its topic,
 * its good end or its order. The first part is that of the wording, the second that of the answers.
 */
export const itemKey = ({ text, scale }: Pick<Item, 'text' | 'scale'>): string =>
	`${shortHash(normalise(text), 8)}-${shortHash(JSON.stringify(wordsOf(scale)), 4)}`;

/** The part of a key that two items have in common which differ in what a person said of them. */
export const sharedKey = (key: string): string => key.split('-').slice(0, 2).join('-');

/** A key as versions before wrote it, by wording, topic and scale; it is that of the same item today. */
export function fromEarlierKey(key: string): string {
	if (!key.startsWith('[')) return key;
	try {
		const [text = '', , signature = '[]'] = JSON.parse(key) as string[];
		const [, labels = []] = JSON.parse(signature) as [string, string[]];
		const words = JSON.stringify(labels.map(normalise).sort());
		return `${shortHash(text, 8)}-${shortHash(words, 4)}`;
	} catch {
		return key;
	}
}
