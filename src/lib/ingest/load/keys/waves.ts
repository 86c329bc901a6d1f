import type { Alias, Wave } from '../../../domain';
import type { CatalogWave } from '../../../engine';

/** Days between two field periods up to which the same name means the same wave. */
const SAME = 183;

/** What tells the keys of waves of one name apart. */
const MONTH = / \(\d{4}-\d\d\)$/;

const DAY = 86_400_000;
const daysBetween = (a: Wave, b: Wave): number =>
	Math.max(Date.parse(a.from) - Date.parse(b.to), Date.parse(b.from) - Date.parse(a.to)) / DAY;

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

/** Waves of one name that are one, with the whole of their field periods, the earliest first. */
function together(waves: readonly Wave[]): Wave[] {
	const found: Wave[] = [];
	for (const wave of waves.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
		const last = found.at(-1);
		if (last && daysBetween(last, wave) <= SAME) last.to = later(last.to, wave.to);
		else found.push({ ...wave });
	}
	return found;
}

/**
 * The keys of waves: the name that files give them. Where a name comes again long after, as with surveys that
 * are called the same each year, the later one has the month in which it began in its key and its name.
 */
export class WaveKeys {
	/** true once an earlier one would have to change: then all is to be made anew */
	stale = false;
	readonly added: CatalogWave[] = [];
	readonly #known: readonly CatalogWave[];
	readonly #aliases: readonly Alias[];
	readonly #all: readonly Wave[];

	/** @param all the waves of all that is being loaded */
	constructor(known: readonly CatalogWave[], aliases: readonly Alias[], all: readonly Wave[]) {
		this.#known = known;
		this.#aliases = aliases.filter(({ kind }) => kind === 'wave');
		this.#all = all;
	}

	/** The wave of a name and a field period. */
	row(wave: Wave): CatalogWave {
		const { name } = wave;
		// What is known is there with the name that files gave it, which its key begins with.
		const known = this.#known
			.filter(({ key }) => key === name || (key.startsWith(`${name} (`) && MONTH.test(key)))
			.map(({ from, to }) => ({ name, from, to }));
		const own = this.#all.filter((one) => one.name === name);
		const clusters = together([...known, ...own]);
		const at = clusters.findIndex((one) => daysBetween(one, wave) <= 0);
		const cluster = clusters[at] ?? wave;
		const key = at > 0 ? `${name} (${cluster.from.slice(0, 7)})` : name;
		const said = this.#aliases.find((one) => one.key === key)?.name;
		const found = [...this.#known, ...this.added].find((one) => one.key === key);
		if (found) {
			const isWhole =
				found.from === earlier(found.from, cluster.from) &&
				found.to === later(found.to, cluster.to);
			if (!isWhole && this.#known.includes(found)) this.stale = true;
			return found;
		}
		// A wave that comes before one of the same name takes its key.
		if (this.#known.some((one) => one.key === name) && at === 0) this.stale = true;
		const id = this.#known.length + this.added.length + 1;
		const row = { id, key, name: said ?? key, from: cluster.from, to: cluster.to };
		this.added.push(row);
		return row;
	}
}
