import { fail, type Alias, type CategoryDimension, type Item, type Wave } from '../../domain';
import { emptyCatalog, toIpc, type Catalog, type TableRows } from '../../engine';
import type { Records } from '../interpret';
import { ItemKeys } from './keys/items';
import { QuartierKeys } from './keys/quartiere';
import { WaveKeys } from './keys/waves';

/** As many names of one sort as the tables have numbers for. */
const MOST = 65_535;

/** @throws ProblemError `too_many_names` */
function numbered<T extends { id: number }>(row: T): T {
	if (row.id > MOST) fail('too_many_names', { most: MOST });
	return row;
}

const mastersIn = (records: Records) => ('quartiere' in records ? records.quartiere : []);
const wavesIn = (records: Records): readonly Wave[] =>
	'responses' in records ? records.waves : [];

/**
 * Gives every name its number and its key: known ones from the catalog, new ones the next. What is new is
 * collected as rows to be added. Numbers follow the order of loading, keys do not.
 */
export class Names {
	readonly added: Pick<Catalog, 'categories' | 'profiles'> = emptyCatalog();
	readonly #catalog: Catalog;
	readonly #ids = new Map<string, number>();
	readonly #wordings: { item: number; wave: number; text: string }[] = [];
	readonly #quartiere: QuartierKeys;
	/** numbers of Quartiere by name and city: every row names one */
	readonly #quartierIds = new Map<string, number>();
	readonly #waves: WaveKeys;
	readonly #items: ItemKeys;

	/** @param all what is being loaded: keys are worked out from all of it */
	constructor(catalog: Catalog, all: readonly Records[], aliases: readonly Alias[]) {
		this.#catalog = catalog;
		const waves = all.flatMap(wavesIn);
		const newest =
			catalog.waves
				.map(({ from }) => from)
				.sort()
				.at(-1) ?? '';
		this.#quartiere = new QuartierKeys(catalog.quartiere, aliases, all.flatMap(mastersIn));
		this.#waves = new WaveKeys(catalog.waves, aliases, waves);
		this.#items = new ItemKeys(
			catalog.items,
			waves.some(({ from }) => from < newest)
		);
		for (const { id, categories } of catalog.profiles) {
			this.#ids.set(`profile ${categories.join()}`, id);
		}
		for (const { dimension, name, id } of catalog.categories) {
			this.#ids.set(`category ${JSON.stringify([dimension, name])}`, id);
		}
	}

	/** True where something that is there already would be called or counted otherwise: all is to be made anew. */
	get stale(): boolean {
		return this.#quartiere.stale || this.#waves.stale || this.#items.stale;
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
		const named = JSON.stringify([name, city]);
		const id = this.#quartierIds.get(named) ?? numbered(this.#quartiere.row(name, city)).id;
		this.#quartierIds.set(named, id);
		return id;
	}

	wave(wave: Wave): number {
		return numbered(this.#waves.row(wave)).id;
	}

	/** See `ItemKeys.row`. */
	item(item: Item, continues?: string): number {
		return numbered(this.#items.row(item, continues)).id;
	}

	/** How an item was worded in the waves of a batch, where it goes on from another one. */
	wording(item: number, waves: readonly number[], text: string): void {
		for (const wave of waves) this.#wordings.push({ item, wave, text });
	}

	/** The topic index, an answer derived from the sheet's others. */
	index(topic: Item['topic']): number {
		return numbered(this.#items.index(topic)).id;
	}

	/** @param dimension a dimension of queries: of words of records, or of a group of persons */
	category(
		dimension: CategoryDimension | `group:${string}` | `word:${string}`,
		name: string
	): number {
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
			name === null ? [] : [this.category(`group:${dimensions[index] ?? ''}`, name)]
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
			quartiere: [...known.quartiere, ...this.#quartiere.added],
			waves: [...known.waves, ...this.#waves.added],
			items: [...known.items, ...this.#items.keyed()],
			categories: [...known.categories, ...added.categories],
			profiles: [...known.profiles, ...added.profiles],
			responses: known.responses,
			cases: known.cases
		};
	}

	/** The new names as rows. */
	tables(): TableRows[] {
		const { categories, profiles } = this.added;
		const [quartiere, waves] = [this.#quartiere.added, this.#waves.added];
		const items = this.#items.keyed();
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
					key: text(waves, (row) => row.key),
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
