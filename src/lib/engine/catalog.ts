import { scaleSchema, type ItemTopic, type Quartier, type Scale, type Wave } from '../domain';
import type { Engine } from './engine';

export type CatalogQuartier = { id: number } & Quartier;
/** `key`: the name that files gave it at first, whatever it is called now */
export type CatalogWave = { id: number; key: string } & Wave;
export type CatalogItem = {
	id: number;
	/** the same on every machine: by wording and answers, or the name of an index */
	key: string;
	code: string;
	text: string;
	topic: ItemTopic;
	/** true for a topic index, which is computed from the sheet's other answers */
	derived: boolean;
	scale: Scale;
};
export type CatalogCategory = { id: number; dimension: string; name: string };
/** Categories that one person has together, ascending. */
export type CatalogProfile = { id: number; categories: number[] };

/** The names behind the numbers in the tables: few enough to be kept at hand. */
export type Catalog = {
	quartiere: CatalogQuartier[];
	waves: CatalogWave[];
	items: CatalogItem[];
	categories: CatalogCategory[];
	/** every profile but number 0, which has no category */
	profiles: CatalogProfile[];
	responses: number;
	cases: number;
};

export const emptyCatalog = (): Catalog => ({
	quartiere: [],
	waves: [],
	items: [],
	categories: [],
	profiles: [],
	responses: 0,
	cases: 0
});

/** The day of a date as DuckDB gives it. */
export const isoDay = (value: unknown): string =>
	new Date(Number(value)).toISOString().slice(0, 10);

function profilesFrom(rows: readonly { id: number; category: number }[]): CatalogProfile[] {
	const profiles: CatalogProfile[] = [];
	for (const { id, category } of rows) {
		const last = profiles.at(-1);
		if (last?.id === id) last.categories.push(category);
		else profiles.push({ id, categories: [category] });
	}
	return profiles;
}

/** Reads the names and the highest ids, in the order of the ids. */
export async function readCatalog(engine: Pick<Engine, 'query'>): Promise<Catalog> {
	const [quartiere, waves, items, categories, profiles, last] = await Promise.all([
		engine.query('SELECT id, key, name, city FROM quartier ORDER BY id'),
		engine.query('SELECT id, key, name, field_from, field_to FROM wave ORDER BY id'),
		engine.query('SELECT id, key, code, text, topic, derived, scale FROM item ORDER BY id'),
		engine.query('SELECT id, dimension, name FROM category ORDER BY id'),
		engine.query('SELECT id, category FROM profile ORDER BY id, category'),
		engine.query(
			'SELECT (SELECT coalesce(max(id), 0) FROM response) AS responses, (SELECT coalesce(max(id), 0) FROM support_case) AS cases'
		)
	]);
	return {
		quartiere: quartiere as CatalogQuartier[],
		waves: waves.map((row) => ({
			id: Number(row['id']),
			key: String(row['key']),
			name: String(row['name']),
			from: isoDay(row['field_from']),
			to: isoDay(row['field_to'])
		})),
		items: items.map((row) => ({
			...(row as unknown as CatalogItem),
			scale: scaleSchema.parse(JSON.parse(String(row['scale'])))
		})),
		categories: categories as CatalogCategory[],
		profiles: profilesFrom(profiles as { id: number; category: number }[]),
		responses: Number(last[0]?.['responses'] ?? 0),
		cases: Number(last[0]?.['cases'] ?? 0)
	};
}

/** The pseudonyms of all cases: what contacts, debts and benefits refer to. */
export async function readCaseKeys(engine: Pick<Engine, 'query'>): Promise<string[]> {
	const rows = await engine.query(
		'SELECT DISTINCT case_key FROM support_case WHERE case_key IS NOT NULL'
	);
	return rows.map((row) => String(row['case_key']));
}
