import { fail, isSettled, scaleSignature, slug, type Item, type Scale } from '../../domain';
import { emptyCatalog, toIpc, type Catalog, type CatalogItem, type TableRows } from '../../engine';
import { normalise } from '../words';

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

/** What makes two columns the same item. One that is not settled never goes on in one that is. */
export const itemKey = ({ text, topic, scale }: Pick<Item, 'text' | 'topic' | 'scale'>): string =>
	JSON.stringify([
		normalise(text),
		topic,
		scaleSignature(scale),
		...(isSettled(scale) ? [] : ['not settled'])
	]);

/** As many names of one sort as the tables have numbers for. */
const MOST = 65_535;

/**
 * Gives every name its number: known ones from the catalog, new ones the next. What is new is
 * collected as rows to be added.
 */
export class Names {
	readonly added: Catalog = emptyCatalog();
	readonly #catalog: Catalog;
	readonly #ids = new Map<string, number>();
	readonly #wordings: { item: number; wave: number; text: string }[] = [];

	constructor(catalog: Catalog) {
		this.#catalog = catalog;
		for (const { key, id } of catalog.quartiere) this.#ids.set(`quartier ${key}`, id);
		for (const { name, id } of catalog.waves) this.#ids.set(`wave ${name}`, id);
		for (const { key, id } of catalog.items) this.#ids.set(`item ${key}`, id);
		for (const { id, categories } of catalog.profiles) {
			this.#ids.set(`profile ${categories.join()}`, id);
		}
		for (const { dimension, name, id } of catalog.categories) {
			this.#ids.set(`category ${JSON.stringify([dimension, name])}`, id);
		}
	}

	#number(key: string, add: (id: number) => void, known: number): number {
		const found = this.#ids.get(key);
		if (found !== undefined) return found;
		const id = known + 1;
		if (id > MOST) fail('too_many_names', { most: MOST });
		this.#ids.set(key, id);
		add(id);
		return id;
	}

	quartier(name: string, city = ''): number {
		const { quartiere } = this.added;
		const key = slug(name);
		return this.#number(
			`quartier ${key}`,
			(id) => quartiere.push({ id, key, name, city }),
			this.#catalog.quartiere.length + quartiere.length
		);
	}

	wave({ name, from, to }: { name: string; from: string; to: string }): number {
		const { waves } = this.added;
		return this.#number(
			`wave ${name}`,
			(id) => waves.push({ id, name, from, to }),
			this.#catalog.waves.length + waves.length
		);
	}

	#item(item: Omit<CatalogItem, 'id'>): number {
		const { items } = this.added;
		return this.#number(
			`item ${item.key}`,
			(id) => items.push({ ...item, id }),
			this.#catalog.items.length + items.length
		);
	}

	/**
	 * An item goes on in the time series only where its wording, its topic and its scale are the same, or
	 * the user says which one it `continues`.
	 */
	item({ code, text, topic, scale }: Item, continues?: string): number {
		const key = (isSettled(scale) ? continues : undefined) ?? itemKey({ text, topic, scale });
		return this.#item({ key, code, text, topic, derived: false, scale });
	}

	/** How an item was worded in the waves of a batch, where it goes on from another one. */
	wording(item: number, waves: readonly number[], text: string): void {
		for (const wave of waves) this.#wordings.push({ item, wave, text });
	}

	/** The topic index, an answer derived from the sheet's others. */
	index(topic: Item['topic']): number {
		const name = `index-${topic}`;
		return this.#item({
			key: name,
			code: name,
			text: name,
			topic,
			derived: true,
			scale: INDEX_SCALE
		});
	}

	category(dimension: string, name: string): number {
		const { categories } = this.added;
		return this.#number(
			`category ${JSON.stringify([dimension, name])}`,
			(id) => categories.push({ id, dimension, name }),
			this.#catalog.categories.length + categories.length
		);
	}

	/** The profile of a person with these groups, one per dimension, null where it is not known. */
	profileOf(dimensions: readonly string[], groups: readonly (string | null)[]): number {
		const categories = groups.flatMap((name, index) =>
			name === null ? [] : [this.category(dimensions[index] ?? '', name)]
		);
		if (categories.length === 0) return 0;
		const ascending = [...new Set(categories)].sort((a, b) => a - b);
		const key = `profile ${ascending.join()}`;
		const found = this.#ids.get(key);
		if (found !== undefined) return found;
		const { profiles } = this.added;
		const id = this.#catalog.profiles.length + profiles.length + 1;
		this.#ids.set(key, id);
		profiles.push({ id, categories: ascending });
		return id;
	}

	/** The catalog with the new names. */
	get catalog(): Catalog {
		const [known, { added }] = [this.#catalog, this];
		return {
			quartiere: [...known.quartiere, ...added.quartiere],
			waves: [...known.waves, ...added.waves],
			items: [...known.items, ...added.items],
			categories: [...known.categories, ...added.categories],
			profiles: [...known.profiles, ...added.profiles],
			responses: known.responses,
			cases: known.cases
		};
	}

	/** The new names as rows. */
	tables(): TableRows[] {
		const { quartiere, waves, items, categories, profiles } = this.added;
		const members = profiles.flatMap((profile) =>
			profile.categories.map((category) => ({ id: profile.id, category }))
		);
		const ids = (rows: readonly { id: number }[]) =>
			({ type: 'u16', values: Uint16Array.from(rows, (row) => row.id) }) as const;
		const text = <T>(rows: readonly T[], read: (row: T) => string) =>
			({ type: 'text', values: rows.map(read) }) as const;
		const days = <T>(rows: readonly T[], read: (row: T) => string) =>
			({ type: 'date', values: rows.map(read) }) as const;
		const all: [TableRows['table'], number, Parameters<typeof toIpc>[0]][] = [
			[
				'quartier',
				quartiere.length,
				{
					id: ids(quartiere),
					key: text(quartiere, (row) => row.key),
					name: text(quartiere, (row) => row.name),
					city: text(quartiere, (row) => row.city)
				}
			],
			[
				'wave',
				waves.length,
				{
					id: ids(waves),
					name: text(waves, (row) => row.name),
					field_from: days(waves, (row) => row.from),
					field_to: days(waves, (row) => row.to)
				}
			],
			[
				'item',
				items.length,
				{
					id: ids(items),
					key: text(items, (row) => row.key),
					code: text(items, (row) => row.code),
					text: text(items, (row) => row.text),
					topic: text(items, (row) => row.topic),
					derived: { type: 'boolean', values: items.map((row) => row.derived) },
					scale: text(items, (row) => JSON.stringify(row.scale))
				}
			],
			[
				'item_wording',
				this.#wordings.length,
				{
					item: {
						type: 'u16',
						values: Uint16Array.from(this.#wordings, (row) => row.item)
					},
					wave: { type: 'u16', values: Uint16Array.from(this.#wordings, (row) => row.wave) },
					text: text(this.#wordings, (row) => row.text)
				}
			],
			[
				'category',
				categories.length,
				{
					id: ids(categories),
					dimension: text(categories, (row) => row.dimension),
					name: text(categories, (row) => row.name)
				}
			],
			[
				'profile',
				members.length,
				{
					id: { type: 'u32', values: Uint32Array.from(members, (row) => row.id) },
					category: { type: 'u16', values: Uint16Array.from(members, (row) => row.category) }
				}
			]
		];
		return all
			.filter(([, rows]) => rows > 0)
			.map(([table, , columns]) => ({ table, ipc: toIpc(columns) }));
	}
}
