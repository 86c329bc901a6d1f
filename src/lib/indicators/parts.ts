import type { DimensionValues, IndicatorQuery } from '../domain';
import type { Engine, SqlRow } from '../engine';
import { addMoments, type Moments } from '../statistics';
import type { Context } from './context';
import { breakdown, conditions } from './filters';
import { membersOf } from './members';

/** Moments of one item in one wave and one cell: what cells are added up from. */
export type Part = {
	item: number;
	wave: number;
	/** the answer's value, where the query asks for a distribution */
	answer: number;
	dimensions: DimensionValues;
	/** the dimensions as text, the same for all parts of a cell */
	key: string;
	moments: Moments;
};

const momentsFrom = (row: SqlRow, index: number): Moments => ({
	n: Number(row['n']),
	sw: Number(row['sw']),
	sww: Number(row['sww']),
	swy: Number(row[`swy${index}`]),
	swyy: Number(row[`swyy${index}`]),
	swwy: Number(row[`swwy${index}`]),
	swwyy: Number(row[`swwyy${index}`])
});

const sums = (y: string, index: number): string =>
	`sum(a.weight * ${y}) AS swy${index}, sum(a.weight * ${y} * ${y}) AS swyy${index},
	sum(a.weight * a.weight * ${y}) AS swwy${index}, sum(a.weight * a.weight * ${y} * ${y}) AS swwyy${index}`;

/**
 * The moments of several ways to count an answer (`ys`, SQL over a row `a` of `answer`) in one scan,
 * grouped by item and wave in any case. Returns the parts of each way, in the order of `ys`.
 */
export async function partsOf(
	engine: Engine,
	ys: readonly string[],
	items: readonly number[],
	byAnswer: boolean,
	query: IndicatorQuery,
	context: Context,
	signal?: AbortSignal
): Promise<Part[][]> {
	if (items.length === 0) return ys.map(() => []);
	const { selects, joins } = breakdown(query, context, 'a');
	const where = [`a.item IN (${items.join(', ')})`, ...conditions(query, context, 'a')];
	const keys = [
		'a.item AS item',
		'a.wave AS wave',
		...(byAnswer ? ['a.value AS answer'] : []),
		...selects
	];
	const rows = await engine.query(
		`SELECT ${keys.join(', ')}, count(*) AS n, sum(a.weight) AS sw, sum(a.weight * a.weight) AS sww,
			${ys.map(sums).join(', ')}
		FROM answer a ${joins.join(' ')} WHERE ${where.join(' AND ')}
		GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`,
		{ signal }
	);
	const names = query.by.map((dimension) => ({
		dimension,
		values: new Map(membersOf(dimension, context).map(({ id, value }) => [id, value]))
	}));
	const cells = rows.map((row) => {
		const dimensions: DimensionValues = Object.fromEntries(
			names.map(({ dimension, values }, index) => [
				dimension,
				values.get(Number(row[`d${index}`])) ?? ''
			])
		);
		return {
			row,
			item: Number(row['item']),
			wave: Number(row['wave']),
			answer: Number(row['answer'] ?? 0),
			dimensions,
			key: JSON.stringify(dimensions)
		};
	});
	return ys.map((_, index) =>
		cells.map(({ row, ...cell }) => ({ ...cell, moments: momentsFrom(row, index) }))
	);
}

export type Merged = { part: Part; sheets: number; weighted: boolean };

/** Parts of the same cell added up, with the design of the waves they come from. */
export function merge(found: readonly Part[], context: Context): Merged[] {
	const cells = new Map<string, { part: Part; waves: Set<number> }>();
	for (const part of found) {
		const known = cells.get(part.key);
		if (known) {
			known.part = { ...known.part, moments: addMoments(known.part.moments, part.moments) };
			known.waves.add(part.wave);
		} else {
			cells.set(part.key, { part, waves: new Set([part.wave]) });
		}
	}
	return [...cells.values()].map(({ part, waves }) => ({ part, ...designOf(waves, context) }));
}

function designOf(waves: Set<number>, context: Context): { sheets: number; weighted: boolean } {
	const designs = [...waves].map((wave) => context.waves.get(wave));
	return {
		sheets: designs.reduce((sum, design) => sum + (design?.sheets ?? 0), 0),
		weighted: designs.some((design) => design?.weighted)
	};
}
