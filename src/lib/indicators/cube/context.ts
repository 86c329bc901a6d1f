import type { Calibration, IndicatorQuery, QuartierEvent, Sentence } from '../../domain';
import { emptyCatalog, isoDay, readCatalog, type Catalog, type Reader } from '../../engine';
import { emptyCube, readCube, readPairs, STILL_OPEN, type Cube, type Pairs } from './cube';
import type { AnswerIndicator } from '../definitions';
import { fromDay, monthEnd, monthStart, type Span } from './period';

/** What the context is asked to know about how items go together: a wave, over all Quartiere or one. */
export type Related = { wave: string; quartier?: string | undefined };

/** How items go together in a wave: worked out from the responses, since no cube knows it. */
export type Relations = {
	wave: string;
	quartier: string | undefined;
	/** of each item with overall satisfaction */
	correlations: { item: number; value: number; low: number; high: number; n: number }[];
	/** share of what the topics explain together, with bootstrap intervals */
	drivers: { topic: string; value: number; low: number; high: number; n: number }[];
	/** reliability of each topic's items */
	alphas: { topic: string; alpha: number; n: number }[];
};

/** An answer in the respondent's own words, with what a query filters and weights its sheet by. */
export type OpenAnswer = {
	question: string;
	text: string;
	quartier: number;
	profile: number;
	cluster: number;
	weight: number;
	/** stems of its terms, each once */
	stems: Set<string>;
};

/** The open answers of a wave. */
export type OpenAnswers = {
	wave: number;
	answers: OpenAnswer[];
	/** how each term is written most often, by its stem */
	forms: Map<string, string>;
	/** see `openContext`; it comes with the texts, since nobody needs it before */
	asItem: (indicator: AnswerIndicator, query: IndicatorQuery, context: Context) => Context;
	/** see `sentencesOf` */
	sentences: (query: IndicatorQuery, term: string, context: Context) => Sentence[];
};

/** What figures are computed from; plain data, read once per state of the database. */
export type Context = {
	catalog: Catalog;
	cube: Cube;
	/** responses per wave in all, and whether they are weighted */
	waves: { wave: number; responses: number; weighted: boolean }[];
	/** which items have answers in which wave, and where their cells begin and end in the cube; by item */
	asked: { item: number; wave: number; from: number; to: number }[];
	years: { quartier: number; year: number; dwellings: number; households: number | null }[];
	/** how items were worded in waves where they go on from another one */
	wordings: { item: number; wave: number; text: string }[];
	/** Quartiere of waves that were drawn as strata; population null where it is not known */
	strata: { wave: number; quartier: number; houses: boolean; population: number | null }[];
	/** the cell of each member in each margin that a wave's weights were calibrated to */
	margins: { wave: number; margin: number; dimension: string; member: number; cell: number }[];
	/** how calibrating the weights of waves ended */
	calibrations: (Calibration & { wave: number })[];
	/** responses that answered two items both, by their values; read for a ratio alone */
	pairs?: Pairs;
	/** how items go together; worked out when it is asked for */
	relations?: Relations;
	/** open questions of each wave, those answered most often first */
	questions: { question: string; wave: number }[];
	/** the open answers of a wave; read when they are asked for */
	openAnswers?: OpenAnswers;
	/** events that files listed, in the order of time; a Quartier by its key, null for all */
	events: Pick<QuartierEvent, 'quartier' | 'from' | 'to' | 'kind' | 'title'>[];
	/** first and last day that the case statistics cover, whole months; null without cases */
	coverage: Span | null;
};

/** The context of a database with nothing in it. */
export const emptyContext = (): Context => ({
	catalog: emptyCatalog(),
	cube: emptyCube(),
	waves: [],
	asked: [],
	years: [],
	wordings: [],
	strata: [],
	margins: [],
	calibrations: [],
	questions: [],
	events: [],
	coverage: null
});

function wavesOf({ responses }: Cube): Context['waves'] {
	const waves = new Map<number, Context['waves'][number]>();
	for (let at = 0; at < responses.length; at++) {
		const wave = responses.wave[at]!;
		const known = waves.get(wave) ?? { wave, responses: 0, weighted: false };
		known.responses += responses.n[at]!;
		known.weighted ||= responses.weighted[at] === 1;
		waves.set(wave, known);
	}
	return [...waves.values()];
}

/** Which items have answers in which wave, and where their cells begin and end. */
export function askedOf(answers: Cube['answers']): Context['asked'] {
	const asked: Context['asked'] = [];
	for (let at = 0; at < answers.length; at++) {
		const [item, wave] = [answers.item[at]!, answers.wave[at]!];
		const last = asked.at(-1);
		if (last?.item === item && last.wave === wave) last.to = at + 1;
		else asked.push({ item, wave, from: at, to: at + 1 });
	}
	return asked;
}

function coverageOf({ cases }: Cube): Span | null {
	let [first, last] = [Infinity, -Infinity];
	for (let at = 0; at < cases.length; at++) {
		const [opened, closed] = [cases.opened[at]!, cases.closed[at]!];
		first = Math.min(first, opened);
		last = Math.max(last, closed === STILL_OPEN ? opened : closed);
	}
	return cases.length === 0
		? null
		: { from: monthStart(fromDay(first)), to: monthEnd(fromDay(last)) };
}

/** Reads the context of the database as it is now. */
export async function readContext(engine: Reader): Promise<Context> {
	const [catalog, cube, years, wordings, strata, margins, calibrations, questions, events] =
		await Promise.all([
			readCatalog(engine),
			readCube(engine),
			engine.query('SELECT quartier, year, dwellings, households FROM quartier_year'),
			engine.query('SELECT item, wave, text FROM item_wording'),
			engine.query('SELECT wave, quartier, houses, population FROM wave_stratum'),
			engine.query('SELECT wave, margin, dimension, member, cell FROM calibration_cell'),
			engine.query(
				'SELECT wave, rounds, converged, difference, capped, effective_size AS "effectiveSize", least, most, responses, unknown, joined FROM calibration'
			),
			engine.query(
				'SELECT question, wave FROM open_answer JOIN response ON response.id = open_answer.response GROUP BY 1, 2 ORDER BY count(*) DESC, 1'
			),
			engine.query(
				'SELECT quartier, first_day, last_day, kind, title FROM event ORDER BY first_day'
			)
		]);
	return {
		catalog,
		cube,
		waves: wavesOf(cube),
		asked: askedOf(cube.answers),
		years: years as Context['years'],
		wordings: wordings as Context['wordings'],
		strata: strata as Context['strata'],
		margins: margins as Context['margins'],
		calibrations: calibrations.map((row) => ({
			...(row as unknown as Context['calibrations'][number]),
			joined: JSON.parse(String(row['joined'])) as string[][]
		})),
		questions: questions as Context['questions'],
		events: events.map((row) => ({
			quartier: catalog.quartiere.find(({ id }) => id === row['quartier'])?.key ?? null,
			from: isoDay(row['first_day']),
			to: row['last_day'] === null ? null : isoDay(row['last_day']),
			kind: row['kind'] as QuartierEvent['kind'],
			title: String(row['title'])
		})),
		coverage: coverageOf(cube)
	};
}

/** The key of an item by its number, and the number by its key; 0 is none. */
export const keyOfItem = (id: number, { catalog }: Context): string =>
	catalog.items.find((item) => item.id === id)?.key ?? '';
export const idOfItem = (key: string | undefined, { catalog }: Context): number =>
	catalog.items.find((item) => item.key === key)?.id ?? 0;

/** The context with the responses that answered both items of a ratio. */
export const withPairs = async (
	context: Context,
	engine: Reader,
	item: number,
	denominator: number
): Promise<Context> => ({ ...context, pairs: await readPairs(engine, item, denominator) });
