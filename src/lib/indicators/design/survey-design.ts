import type { IndicatorQuery } from '../../domain';
import type { SurveyDesign } from '../../statistics';
import type { Context } from '../cube/context';
import type { AnswerIndicator } from '../definitions';
import { answersFor } from '../families/answers/moments-by-cell';

/** The design of the responses of some waves, with the group that each row of answers of the cube belongs to. */
export type Survey = {
	design: SurveyDesign;
	/** the group of a row of answers in the cube */
	groupOf: (row: number) => number;
	/** the group of a row of responses in the cube */
	place: (sheetRow: number) => number;
};

/** Cells of the cube, or of anything else that is counted by wave, Quartier, profile and cluster. */
type Placed = { length: number } & Record<
	'wave' | 'quartier' | 'profile' | 'cluster',
	{ [row: number]: number }
>;

/** For each row of some cells, the row of responses that it belongs to. */
export function sheetRowsOf(cells: Placed, { cube }: Context): Int32Array {
	const places = new Map<number, Map<number, number>>();
	const outer = ({ wave, quartier, profile }: Placed, row: number): number =>
		(wave[row]! * 65_536 + quartier[row]!) * 65_536 + (profile[row]! >>> 16);
	const inner = ({ cluster, profile }: Placed, row: number): number =>
		cluster[row]! * 65_536 + (profile[row]! & 65_535);
	for (let row = 0; row < cube.responses.length; row++) {
		const key = outer(cube.responses, row);
		const own = places.get(key) ?? new Map<number, number>();
		places.set(key, own.set(inner(cube.responses, row), row));
	}
	return Int32Array.from(
		{ length: cells.length },
		(_, row) => places.get(outer(cells, row))?.get(inner(cells, row)) ?? -1
	);
}

const kept = new WeakMap<Placed, Int32Array>();

/** For each row of answers in the cube, the row of responses that it belongs to; worked out once. */
function sheetRows(answers: Placed, context: Context): Int32Array {
	const rows = kept.get(answers) ?? sheetRowsOf(answers, context);
	kept.set(answers, rows);
	return rows;
}

/** The designs of a query's waves, each made once. */
export type Designs = {
	/** whether a figure from these waves follows from a design, and not from moments alone */
	needed: (indicator: Pick<AnswerIndicator, 'kind'>, waves: ReadonlySet<number>) => boolean;
	of: (waves: ReadonlySet<number>) => Survey;
};

export function designsOf(query: IndicatorQuery, context: Context): Designs {
	const made = new Map<string, Survey>();
	const drawn = new Set([...context.strata, ...context.margins].map(({ wave }) => wave));
	const weighted = new Set(context.waves.filter((one) => one.weighted).map(({ wave }) => wave));
	const compares = query.compare?.startsWith('group:') === true || query.compare === 'arrival';
	return {
		needed({ kind }, waves) {
			const simple = ![...waves].some((wave) => weighted.has(wave));
			// Wilson's interval of unweighted answers needs their number alone.
			const asked = query.interval !== undefined && !(query.interval === 'wilson' && simple);
			const design = [...waves].some((wave) => drawn.has(wave));
			return asked || compares || kind === 'quantile' || kind === 'ratio' || design;
		},
		of(waves) {
			const key = [...waves].sort((a, b) => a - b).join();
			const known = made.get(key) ?? surveyOf(waves, query, context);
			made.set(key, known);
			return known;
		}
	};
}

/** What was drawn in a Quartier in a wave: how many there are, null where that is not known or not asked. */
function populationOf(
	stratum: Context['strata'][number],
	query: IndicatorQuery,
	{ catalog, years }: Context
): number | null {
	if (!query.finitePopulation) return null;
	if (stratum.population !== null || stratum.houses) return stratum.population;
	const year = Number(catalog.waves.find(({ id }) => id === stratum.wave)?.from.slice(0, 4));
	const known = years.find((one) => one.quartier === stratum.quartier && one.year === year);
	return known?.households ?? null;
}

/** The design of all responses of some waves: a wave is a stratum, or each of its Quartiere where it was drawn so. */
function surveyOf(waves: ReadonlySet<number>, query: IndicatorQuery, context: Context): Survey {
	const { responses } = context.cube;
	const rows: number[] = [];
	for (let row = 0; row < responses.length; row++)
		if (waves.has(responses.wave[row]!)) rows.push(row);
	const group = new Int32Array(responses.length).fill(-1);
	rows.forEach((row, place) => (group[row] = place));

	const strata: { units: number; population: number | null }[] = [];
	const clusters: Set<number>[] = [];
	const places = new Map<string, number>();
	const stratum = rows.map((row) => {
		const [wave, quartier] = [responses.wave[row]!, responses.quartier[row]!];
		const drawn = context.strata.find((one) => one.wave === wave && one.quartier === quartier);
		const key = drawn ? `${wave} ${quartier}` : String(wave);
		const known = places.get(key);
		if (known !== undefined) return known;
		places.set(key, strata.length);
		clusters.push(new Set());
		return (
			strata.push({ units: 0, population: drawn ? populationOf(drawn, query, context) : null }) - 1
		);
	});
	rows.forEach((row, place) => {
		const [own, cluster] = [stratum[place]!, responses.cluster[row]!];
		if (cluster === 0) strata[own]!.units += responses.n[row]!;
		else if (!clusters[own]!.has(cluster)) {
			clusters[own]!.add(cluster);
			strata[own]!.units++;
		}
	});

	const rowOf = sheetRows(answersFor(query, context), context);
	const column = (name: 'n' | 'sw' | 'sww') =>
		Float64Array.from(rows, (row) => responses[name][row]!);
	return {
		design: {
			n: column('n'),
			sw: column('sw'),
			sww: column('sww'),
			stratum,
			cluster: rows.some((row) => responses.cluster[row] !== 0)
				? rows.map((row) => responses.cluster[row]!)
				: null,
			strata,
			margins: marginCells(rows, context)
		},
		groupOf: (row) => group[rowOf[row]!]!,
		place: (row) => group[row]!
	};
}

/** The cells of every margin that the weights of these responses were calibrated to, those of each wave apart. */
function marginCells(rows: readonly number[], context: Context): Int32Array[] {
	const { responses } = context.cube;
	const profiles = new Map(context.catalog.profiles.map(({ id, categories }) => [id, categories]));
	const count = context.margins.reduce((most, { margin }) => Math.max(most, margin + 1), 0);
	return Array.from({ length: count }, (_, margin) => {
		const cells = new Map<string, number>();
		for (const one of context.margins) {
			if (one.margin !== margin) continue;
			const kind = one.dimension === 'quartier' ? 'q' : 'c';
			cells.set(`${one.wave} ${kind} ${one.member}`, one.wave * 65_536 + one.cell);
		}
		return Int32Array.from(rows, (row) => {
			const wave = responses.wave[row]!;
			const whole = cells.get(`${wave} q ${responses.quartier[row]!}`);
			if (whole !== undefined) return whole;
			for (const category of profiles.get(responses.profile[row]!) ?? []) {
				const cell = cells.get(`${wave} c ${category}`);
				if (cell !== undefined) return cell;
			}
			return -1;
		});
	}).filter((cells) => cells.some((cell) => cell >= 0));
}
