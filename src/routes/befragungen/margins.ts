import type { Mapping } from '$lib/ingest';

type MappedWave = Mapping['waves'][number];
export type Weighting = NonNullable<MappedWave['weighting']>;

/** How the sheets came about: everybody was asked, or households or houses were drawn in each Quartier. */
export type Drawn = 'all' | 'households' | 'houses';

/** What the user has filled in for one dimension: the population of each name, as typed. */
export type MarginInput = {
	dimension: string;
	used: boolean;
	cells: { name: string; population: string }[];
};

/** A number as people type it: `1.284`, `1284` or `1,284`. Null for anything else. */
export function populationFrom(text: string): number | null {
	const plain = text.trim().replace(/[.,\s\u202f](?=\d{3}(\D|$))/g, '');
	if (!/^\d+([.,]\d+)?$/.test(plain)) return null;
	return Number(plain.replace(',', '.'));
}

/** The weighting that a form asks for; null where nothing is chosen. What is empty counts as nobody. */
export function weightingFrom(margins: readonly MarginInput[], cap: string): Weighting | null {
	const chosen = margins
		.filter(({ used }) => used)
		.map(({ dimension, cells }) => ({
			dimension,
			populations: cells.map(({ name, population }): [string, number] => [
				name,
				populationFrom(population) ?? 0
			])
		}))
		.filter(({ populations }) => populations.some(([, population]) => population > 0));
	if (chosen.length === 0) return null;
	const most = populationFrom(cap);
	return { margins: chosen, ...(most !== null && most >= 1 ? { cap: most } : {}) };
}

/** The first cell of a form that is no number from 0, for a sentence about it. */
export const badCell = (
	margins: readonly MarginInput[]
): { dimension: string; name: string; population: string } | null =>
	margins
		.filter(({ used }) => used)
		.flatMap(({ dimension, cells }) => cells.map((cell) => ({ dimension, ...cell })))
		.find(({ population }) => population.trim() !== '' && populationFrom(population) === null) ??
	null;

/** A mapping with how one of its waves was drawn and weighted. */
export const withWave = (
	mapping: Mapping,
	name: string,
	change: { weighting: Weighting | null; drawn: Drawn }
): Mapping => ({
	...mapping,
	waves: mapping.waves.map((wave): MappedWave => {
		if (wave.name !== name) return wave;
		const { key, from, to, design } = wave;
		return {
			...{ key, name, from, to },
			// What was said about numbers of houses stays.
			...(change.drawn === 'all' ? {} : { design: { ...design, drawn: change.drawn } }),
			...(change.weighting ? { weighting: change.weighting } : {})
		};
	})
});
