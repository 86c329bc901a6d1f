import type { Ledger } from './ledger';
import type { Random } from './random';
import { enter, note, rename, save, settle, undo, walk, type Work } from './window-work';

const PAGES = [
	...['/', '/vergleich', '/befragungen', '/notizen', '/quartiere/sz-lebenstedt'],
	...['/import', '/daten', '/hilfe']
];

const KINDS = [
	['enter', 4],
	['note', 3],
	['settle', 3],
	['undo', 3],
	['rename', 2],
	['save', 3],
	['walk', 3]
] as const;
type Kind = (typeof KINDS)[number][0];

export const randomWork = (
	number: number,
	ledger: Ledger,
	random: Random,
	taken: Set<string>
): Work => workOf(random.pick(KINDS), number, ledger, random, taken);

/** Some work at random: it is about nothing that is taken already, as the other window does something with it. */
function workOf(
	kind: Kind,
	number: number,
	ledger: Ledger,
	random: Random,
	taken: Set<string>
): Work {
	/** something that the other window leaves alone */
	const one = (keys: string[]): string | undefined => {
		const free = keys.filter((key) => !taken.has(key));
		const key = free[random.whole(free.length)];
		if (key !== undefined) taken.add(key);
		return key;
	};
	switch (kind) {
		case 'enter':
			return enter(`Ereignis-${number}`);
		case 'settle': {
			const key = one(ledger.having('note', 'open', 'settled'));
			if (key) return settle(key.slice('note:'.length), ledger.has(key, 'open'));
			return note(`Notiz-${number}-`);
		}
		case 'undo': {
			const key = one(ledger.having('batch', 'there'));
			return key ? undo(key.slice('batch:'.length)) : walk('/daten');
		}
		case 'rename':
			// What is being typed gives way to a name that comes from the other window.
			return one(['name:']) === undefined ? save : rename(`Name ${number}`);
		case 'save':
			return save;
		case 'walk':
			return walk(PAGES[random.whole(PAGES.length)]!);
		case 'note':
			return note(`Notiz-${number}-`);
	}
}
