import { isSettled, scaleSignature, type Item, type ItemTopic, type Scale } from '../../../domain';
import type { CatalogItem } from '../../../engine';
import { fromEarlierKey, itemKey, sharedKey, shortHash } from '../item-key';

const INDEX_SCALE: Scale = {
	id: 'index',
	kind: 'numeric',
	points: 0,
	labels: [],
	titles: {},
	topBox: [],
	direction: 'higher-better',
	nonSubstantive: []
};

/** What a person said of an item: with the same of it two columns are in one time series. */
const said = ({ topic, scale }: Pick<Item, 'topic' | 'scale'>): string =>
	JSON.stringify([topic, scaleSignature(scale), ...(isSettled(scale) ? [] : ['not settled'])]);

type KeyedItem = CatalogItem & { shared: string; said: string };

/**
 * The keys of items. Columns that ask the same with the same answers have the same key; where people said
 * different things of them (topic, top box, order), they are different items and their keys say so.
 */
export class ItemKeys {
	/** true once an earlier one would have to change: then all is to be made anew */
	stale = false;
	readonly added: KeyedItem[] = [];
	readonly #known: readonly KeyedItem[];
	/** whether what is being loaded was asked before what is known */
	readonly #isEarlier: boolean;

	constructor(known: readonly CatalogItem[], isEarlier: boolean) {
		this.#known = known.map((one) => ({ ...one, shared: sharedKey(one.key), said: said(one) }));
		this.#isEarlier = isEarlier;
	}

	get #all(): KeyedItem[] {
		return [...this.#known, ...this.added];
	}

	#add(item: Omit<CatalogItem, 'id'>, shared: string): KeyedItem {
		const id = this.#known.length + this.added.length + 1;
		const row = { ...item, id, shared, said: said(item) };
		this.added.push(row);
		return row;
	}

	/**
	 * The item of a column. It goes on in the time series where its wording, its answers and what was said of
	 * them are the same, or where the user says which one it `continues`.
	 */
	row(item: Item, continues?: string): KeyedItem {
		const goesOn = continues !== undefined && isSettled(item.scale);
		const shared = goesOn ? sharedKey(fromEarlierKey(continues)) : itemKey(item);
		const alike = this.#all.filter((one) => one.shared === shared);
		const own = said(item);
		const same = alike.find((one) => one.said === own);
		// What it goes on from may have been said to be something else meanwhile: the scale decides then.
		const from = goesOn
			? (same ??
				alike.find(({ scale }) => scaleSignature(scale) === scaleSignature(item.scale)) ??
				alike.find(({ scale }) => isSettled(scale)))
			: same;
		if (!from) {
			if (alike.some((one) => this.#known.includes(one))) this.stale = true;
			return this.#add({ ...item, key: shared, derived: false }, shared);
		}
		const shown = ({ code, text, scale }: Item) => JSON.stringify([code, text, scale]);
		// What is shown of an item is as it was asked first.
		const differs = shown(from) !== shown(item);
		if (differs && !goesOn && this.#isEarlier && this.#known.includes(from)) this.stale = true;
		return from;
	}

	/** The topic index, an answer derived from the sheet's others. */
	index(topic: ItemTopic): KeyedItem {
		const name = `index-${topic}`;
		const found = this.#all.find(({ key }) => key === name);
		const index = { code: name, text: name, topic, scale: INDEX_SCALE, derived: true };
		return found ?? this.#add({ ...index, key: name }, name);
	}

	/** The new items with their keys, which tell apart those that differ in what was said of them. */
	keyed(): CatalogItem[] {
		const count = new Map<string, number>();
		for (const { shared } of this.#all) count.set(shared, (count.get(shared) ?? 0) + 1);
		return this.added.map(({ shared, said: what, ...item }) => ({
			...item,
			key: (count.get(shared) ?? 0) > 1 ? `${shared}-${shortHash(what, 4)}` : shared
		}));
	}
}
