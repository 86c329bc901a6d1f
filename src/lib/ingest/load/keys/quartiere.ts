import { followed, slug, type Alias } from '../../../domain';
import type { CatalogQuartier } from '../../../engine';

/** A Quartier as master data name it. */
type Named = { name: string; city: string };

/**
 * The keys of Quartiere: by name, and by city as well where a name is that of Quartiere in several cities. Who
 * says no city means the one there is; where there are several, it is one of its own until a person says
 * which.
 */
export class QuartierKeys {
	/** true once an earlier one would have to change: then all is to be made anew */
	stale = false;
	readonly added: CatalogQuartier[] = [];
	readonly #known: readonly CatalogQuartier[];
	readonly #aliases: readonly Alias[];
	readonly #cities = new Map<string, Set<string>>();
	readonly #rows = new Map<string, CatalogQuartier>();
	/** keys by the names that people gave them */
	readonly #renamed = new Map<string, string>();
	/** keys whose name master data say */
	readonly #settled = new Set<string>();

	constructor(
		known: readonly CatalogQuartier[],
		aliases: readonly Alias[],
		master: readonly Named[]
	) {
		this.#known = known;
		this.#aliases = aliases.filter(({ kind }) => kind === 'quartier');
		for (const { key, name } of this.#aliases)
			if (name !== null) this.#renamed.set(slug(name), key);
		for (const { name, city } of [...known, ...master]) {
			if (city === '') continue;
			const cities = this.#cities.get(slug(name)) ?? new Set<string>();
			this.#cities.set(slug(name), cities.add(city));
		}
		for (const row of known) this.#rows.set(row.key, row);
		for (const one of master) this.row(one.name, one.city, true);
	}

	/** The key of a name, before anything that is said to be the same. */
	#keyOf(name: string, city: string): string {
		const plain = slug(name);
		const shared = (this.#cities.get(plain)?.size ?? 0) > 1;
		return shared && city !== '' ? slug(`${name} ${city}`) : (this.#renamed.get(plain) ?? plain);
	}

	/** The Quartier of a name. */
	row(name: string, city = '', isMaster = false): CatalogQuartier {
		const own = this.#keyOf(name, city);
		const key = followed(own, 'quartier', this.#aliases);
		const shared = own === slug(`${name} ${city}`) && own !== slug(name);
		const label = shared ? `${name} (${city})` : name;
		const said = this.#aliases.find((one) => one.key === key)?.name;
		const found = this.#rows.get(key);
		if (!found) {
			const id = this.#known.length + this.added.length + 1;
			const row = { id, key, name: said ?? label, city };
			this.added.push(row);
			this.#rows.set(key, row);
			if (isMaster && own === key) this.#settled.add(key);
			return row;
		}
		// What it is called must not depend on which file came first.
		const better = own === key && !this.#settled.has(key) && (isMaster || label < found.name);
		if (said === undefined || said === null) {
			if (better && label !== found.name) this.#change(found, { name: label });
		}
		if (city !== '' && found.city === '') this.#change(found, { city });
		if (isMaster && own === key) this.#settled.add(key);
		return found;
	}

	#change(row: CatalogQuartier, to: Partial<CatalogQuartier>): void {
		if (this.#known.includes(row)) this.stale = true;
		else Object.assign(row, to);
	}
}
