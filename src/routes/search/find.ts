/** Something that can be found: where it leads to, and what is searched. */
export type Found = { kind: string; text: string; detail: string; href: string };

/** A text as it is searched: small letters, without marks such as the dots of umlauts. */
const plain = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.replaceAll('ß', 'ss');

/** Whether a question has a word that begins a word of a name. */
export const isNamed = (name: string, question: string): boolean =>
	plain(question)
		.split(/\s+/)
		.filter(({ length }) => length > 2)
		.some((word) =>
			plain(name)
				.split(/[\s-]+/)
				.some((part) => part.startsWith(word))
		);

/**
 * What contains every word of a question, the best first: what is called so, what begins with it, what has
 * a word that begins with it, and then any other place.
 */
export function find(all: readonly Found[], question: string, most = 30): Found[] {
	const words = plain(question).split(/\s+/).filter(Boolean);
	if (words.length === 0) return all.slice(0, most);
	return all
		.flatMap((found) => {
			const [text, rest] = [
				plain(found.text),
				plain(`${found.text} ${found.detail} ${found.kind}`)
			];
			if (!words.every((word) => rest.includes(word))) return [];
			const first = words[0] ?? '';
			const begins = text.startsWith(first) ? 1 : text.includes(` ${first}`) ? 2 : 3;
			const rank = text === words.join(' ') ? 0 : begins;
			return [{ found, rank }];
		})
		.toSorted((a, b) => a.rank - b.rank)
		.slice(0, most)
		.map(({ found }) => found);
}
