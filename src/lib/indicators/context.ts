import { readCatalog, type Catalog, type Engine } from '../engine';

/** What compiling needs to know beside the query; read once per state of the database. */
export type Context = {
	catalog: Catalog;
	/** per wave: answer sheets in all, and whether they are weighted */
	waves: Map<number, { sheets: number; weighted: boolean }>;
	/** which items have answers in which wave */
	asked: { item: number; wave: number }[];
	years: { quartier: number; year: number; dwellings: number; households: number | null }[];
	/** first and last day that the case statistics cover, whole months; null without cases */
	coverage: { from: string; to: string } | null;
};

const kept = new WeakMap<Engine, { version: number; context: Promise<Context> }>();

const isoDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** The first day of the month of a day, and the last one. */
const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;
const monthEnd = (day: string): string => {
	const [year, month] = day.split('-').map(Number) as [number, number];
	return isoDay(Date.UTC(year, month, 0));
};

async function read(engine: Engine): Promise<Context> {
	const [catalog, waves, asked, years, cases] = await Promise.all([
		readCatalog(engine),
		engine.query(
			'SELECT wave, count(*) AS sheets, min(weight) AS least, max(weight) AS most FROM response GROUP BY wave'
		),
		engine.query('SELECT DISTINCT item, wave FROM answer'),
		engine.query('SELECT quartier, year, dwellings, households FROM quartier_year'),
		engine.query(
			'SELECT min(opened) AS first, max(opened) AS last, max(closed) AS last_closed FROM support_case'
		)
	]);
	const first = cases[0]?.['first'];
	const last = Math.max(Number(cases[0]?.['last'] ?? 0), Number(cases[0]?.['last_closed'] ?? 0));
	return {
		catalog,
		waves: new Map(
			waves.map((row) => [
				Number(row['wave']),
				{ sheets: Number(row['sheets']), weighted: row['least'] !== 1 || row['most'] !== 1 }
			])
		),
		asked: asked as Context['asked'],
		years: years as Context['years'],
		coverage:
			first === null || first === undefined
				? null
				: { from: monthStart(isoDay(Number(first))), to: monthEnd(isoDay(last)) }
	};
}

/** The context of the database as it is now. */
export function contextOf(engine: Engine): Promise<Context> {
	const known = kept.get(engine);
	if (known?.version === engine.version) return known.context;
	const entry = { version: engine.version, context: read(engine) };
	kept.set(engine, entry);
	entry.context.catch(() => kept.delete(engine));
	return entry.context;
}
