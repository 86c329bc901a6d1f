import type { Reader } from '../../../engine';
import {
	bootstrapRows,
	correlations,
	cronbachAlpha,
	fisherInterval,
	shapley,
	MOST_DRIVERS
} from '../../../statistics';
import { INDEX_TOPICS, isSettled } from '../../../domain';
import type { Context, Related, Relations } from '../../cube/context';
import { firstItems } from '../answers/cells';
import { quartierIds } from '../../cube/filters';

const DRAWS = 400;
const SEED = 20_260_101;

/** Park and Miller's generator (1988): the same draws in every run. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

type Responses = { weights: Float64Array; values: Map<number, Float64Array> };

/** The answers of a wave response by response, NaN where there is none. */
async function readResponses(
	engine: Reader,
	wave: number,
	quartiere: readonly number[] | null
): Promise<Responses> {
	const where = quartiere ? `AND quartier IN (${[...quartiere, -1].map(Number).join(', ')})` : '';
	const rows = await engine.columns(`SELECT response, item, value, weight FROM answer
		WHERE wave = ${Number(wave)} ${where}
			AND item IN (SELECT id FROM item WHERE derived OR scale LIKE '%"kind":"ordinal"%')
		ORDER BY response`);
	const length = rows['response']?.length ?? 0;
	const [response, item, value, weight] = [
		rows['response']!,
		rows['item']!,
		rows['value']!,
		rows['weight']!
	];
	let count = 0;
	for (let at = 0; at < length; at++) if (at === 0 || response[at] !== response[at - 1]) count++;
	const weights = new Float64Array(count);
	const values = new Map<number, Float64Array>();
	for (let at = 0, row = -1; at < length; at++) {
		if (at === 0 || response[at] !== response[at - 1]) weights[++row] = weight[at]!;
		let own = values.get(item[at]!);
		if (!own) values.set(item[at]!, (own = new Float64Array(count).fill(NaN)));
		own[row] = value[at]!;
	}
	return { weights, values };
}

/** Rows of some columns without a gap in any. */
function complete(
	columns: readonly Float64Array[],
	weights: Float64Array
): [Float64Array[], Float64Array] {
	const rows = Uint32Array.from(weights.keys()).filter((row) =>
		columns.every((values) => !Number.isNaN(values[row]!))
	);
	return [
		columns.map((values) => Float64Array.from(rows, (row) => values[row]!)),
		Float64Array.from(rows, (row) => weights[row]!)
	];
}

const quantile = (sorted: readonly number[], p: number): number =>
	sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN;

/** Shapley shares of the topics' indices with percentile intervals of a bootstrap (Efron 1979). */
async function driversOf(
	topics: readonly { topic: string; values: Float64Array }[],
	overall: Float64Array,
	weights: Float64Array,
	pause: () => Promise<unknown>
): Promise<Relations['drivers']> {
	if (topics.length < 2 || topics.length > MOST_DRIVERS) return [];
	const [columns, own] = complete([...topics.map(({ values }) => values), overall], weights);
	const n = own.length;
	if (n < 3 * topics.length) return [];
	const shares = (rows?: Uint32Array): number[] => {
		const parts = shapley(correlations(columns, own, rows));
		const whole = parts.reduce((a, b) => a + b, 0);
		return parts.map((part) => (whole > 0 ? part / whole : 0));
	};
	const point = shares();
	const random = seeded(SEED);
	const draws: number[][] = [];
	for (let draw = 0; draw < DRAWS; draw++) {
		if (draw % 8 === 0) await pause();
		draws.push(shares(bootstrapRows(n, random)));
	}
	return topics.map(({ topic }, at) => {
		const sorted = draws.map((draw) => draw[at]!).sort((a, b) => a - b);
		return {
			topic,
			value: point[at]!,
			low: quantile(sorted, 0.025),
			high: quantile(sorted, 0.975),
			n
		};
	});
}

/** How items of a wave go together (see `withSingleResponses`). */
export async function relationsOf(
	context: Context,
	engine: Reader,
	query: Related,
	pause: () => Promise<unknown>
): Promise<Relations> {
	const { catalog } = context;
	const wave = catalog.waves.find(({ key }) => key === query.wave)?.id ?? 0;
	const quartiere = query.quartier === undefined ? null : quartierIds([query.quartier], context);
	const { weights, values } = await readResponses(engine, wave, quartiere);
	const ordinal = catalog.items.filter(
		({ id, derived, scale }) =>
			!derived && scale.kind === 'ordinal' && isSettled(scale) && values.has(id)
	);
	const overalls = ordinal.filter(({ topic }) => topic === 'overall').map(({ id }) => id);
	const first = firstItems(overalls, context).get(wave) ?? -1;
	const overall = values.get(first);
	const empty = {
		wave: query.wave,
		quartier: query.quartier,
		correlations: [],
		drivers: [],
		alphas: []
	};
	const alphas = INDEX_TOPICS.flatMap((topic) => {
		const items = ordinal.filter((item) => item.topic === topic).map(({ id }) => values.get(id)!);
		const found = cronbachAlpha(items);
		return found ? [{ topic, ...found }] : [];
	});
	if (!overall) return { ...empty, alphas };
	const related = ordinal.flatMap(({ id, topic }) => {
		if (topic === 'overall') return [];
		const [[x, y], own] = complete([values.get(id)!, overall], weights) as [
			[Float64Array, Float64Array],
			Float64Array
		];
		if (own.length < 4) return [];
		const value = correlations([x, y], own)[0]![1]!;
		const size = own.reduce((a, b) => a + b, 0) ** 2 / own.reduce((a, b) => a + b * b, 0);
		return [{ item: id, value, ...fisherInterval(value, size), n: own.length }];
	});
	const topics = INDEX_TOPICS.flatMap((topic) => {
		const index = catalog.items.find((item) => item.derived && item.topic === topic);
		const own = index && values.get(index.id);
		return own ? [{ topic, values: own }] : [];
	});
	const drivers = await driversOf(topics, overall, weights, pause);
	return { ...empty, correlations: related, drivers, alphas };
}
