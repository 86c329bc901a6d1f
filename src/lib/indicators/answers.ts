import type { DimensionValues, IndicatorQuery } from '../domain';
import type { Engine, SqlRow } from '../engine';
import { addMoments, type Moments } from '../statistics';
import type { Cell } from './cells';
import type { Context } from './context';
import type { AnswerIndicator } from './definitions';
import { estimateAnswers } from './estimate';
import { breakdown, conditions } from './filters';
import { membersOf } from './members';

type Part = {
	item: number;
	wave: number;
	answer: number;
	dimensions: DimensionValues;
	moments: Moments;
};

/** The items an indicator is about. Where a wave has several of one topic, the first one counts. */
function itemsOf(
	indicator: AnswerIndicator,
	query: IndicatorQuery,
	{ catalog, asked }: Context
): { ids: number[]; counts: (item: number, wave: number) => boolean } {
	const { topic, derived, kinds } = indicator.items;
	const wanted = query.filters.item;
	const ids = catalog.items
		.filter(
			(item) =>
				item.derived === derived &&
				(!topic || item.topic === topic) &&
				(!kinds || kinds.includes(item.scale.kind)) &&
				(!wanted || derived || topic !== undefined || wanted.includes(String(item.id)))
		)
		.map((item) => item.id);
	if (query.by.includes('item') || topic === undefined) return { ids, counts: () => true };
	const first = new Map<number, number>();
	for (const { item, wave } of asked.toSorted((a, b) => a.item - b.item)) {
		if (ids.includes(item) && !first.has(wave)) first.set(wave, item);
	}
	return { ids, counts: (item, wave) => first.get(wave) === item };
}

const NO_MOMENTS: Moments = { n: 0, sw: 0, swy: 0, swyy: 0, sww: 0, swwy: 0, swwyy: 0 };

const momentsFrom = (row: SqlRow): Moments => ({
	n: Number(row['n']),
	sw: Number(row['sw']),
	swy: Number(row['swy']),
	swyy: Number(row['swyy']),
	sww: Number(row['sww']),
	swwy: Number(row['swwy']),
	swwyy: Number(row['swwyy'])
});

/** One query for all indicators that count answers in the same way; grouped by item and wave in any case. */
async function parts(
	engine: Engine,
	y: string,
	items: number[],
	byAnswer: boolean,
	query: IndicatorQuery,
	context: Context,
	signal?: AbortSignal
): Promise<Part[]> {
	if (items.length === 0) return [];
	const { selects, joins } = breakdown(query, context, 'a');
	const where = [`a.item IN (${items.join(', ')})`, ...conditions(query, context, 'a')];
	const keys = [
		'a.item AS item',
		'a.wave AS wave',
		...(byAnswer ? ['a.value AS answer'] : []),
		...selects
	];
	const rows = await engine.query(
		`SELECT ${keys.join(', ')}, count(*) AS n, sum(a.weight) AS sw,
			sum(a.weight * ${y}) AS swy, sum(a.weight * ${y} * ${y}) AS swyy,
			sum(a.weight * a.weight) AS sww, sum(a.weight * a.weight * ${y}) AS swwy,
			sum(a.weight * a.weight * ${y} * ${y}) AS swwyy
		FROM answer a ${joins.join(' ')} WHERE ${where.join(' AND ')}
		GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`,
		{ signal }
	);
	const names = query.by.map((dimension) => ({
		dimension,
		values: new Map(membersOf(dimension, context).map(({ id, value }) => [id, value]))
	}));
	return rows.map((row) => ({
		item: Number(row['item']),
		wave: Number(row['wave']),
		answer: Number(row['answer'] ?? 0),
		dimensions: Object.fromEntries(
			names.map(({ dimension, values }, index) => [
				dimension,
				values.get(Number(row[`d${index}`])) ?? ''
			])
		),
		moments: momentsFrom(row)
	}));
}

/** Parts of the same cell added up, with the design of the waves they come from. */
function merge(
	found: Part[],
	context: Context
): { part: Part; sheets: number; weighted: boolean }[] {
	const cells = new Map<string, { part: Part; waves: Set<number> }>();
	for (const part of found) {
		const key = JSON.stringify(part.dimensions);
		const known = cells.get(key);
		if (known) {
			known.part = { ...known.part, moments: addMoments(known.part.moments, part.moments) };
			known.waves.add(part.wave);
		} else {
			cells.set(key, { part, waves: new Set([part.wave]) });
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

const estimated = (
	indicator: AnswerIndicator,
	merged: ReturnType<typeof merge>,
	answer?: string
): Cell[] =>
	merged.map(({ part, sheets, weighted }) => ({
		indicator,
		dimensions: answer === undefined ? part.dimensions : { ...part.dimensions, answer },
		estimate: estimateAnswers(indicator.kind, part.moments, { sheets, weighted }),
		moments: part.moments,
		weighted
	}));

/** A distribution: every answer's share in all answers of its cell, the answers nobody gave included. */
function distribution(indicator: AnswerIndicator, found: Part[], context: Context): Cell[] {
	const scales = new Map(context.catalog.items.map((item) => [item.id, item.scale]));
	const base = new Map<string, Moments>();
	for (const { dimensions, moments } of found) {
		const key = JSON.stringify(dimensions);
		const known = base.get(key);
		base.set(key, known ? addMoments(known, moments) : moments);
	}
	return [...new Set(found.map((part) => part.item))].flatMap((item) => {
		const labels = scales.get(item)?.labels ?? [];
		const numbers =
			labels.every((label) => /^-?\d+$/.test(label)) && scales.get(item)?.kind !== 'nominal';
		const own = found.filter((part) => part.item === item);
		// One part per wave, though only the first holds the figures: the design has the sheets of all.
		const groups = new Map<string, Part[]>();
		for (const part of own) {
			const key = JSON.stringify(part.dimensions);
			const known = groups.get(key) ?? [];
			if (!known.some((one) => one.wave === part.wave)) groups.set(key, [...known, part]);
		}
		return labels.flatMap((label, index) => {
			const value = numbers ? Number(label) : index + 1;
			const parts = [...groups].flatMap(([key, [first, ...others]]): Part[] => {
				const all = base.get(key) as Moments;
				const hit = own.filter(
					(part) => part.answer === value && JSON.stringify(part.dimensions) === key
				);
				const sw = hit.reduce((sum, part) => sum + part.moments.sw, 0);
				const sww = hit.reduce((sum, part) => sum + part.moments.sww, 0);
				const moments = { ...all, swy: sw, swyy: sw, swwy: sww, swwyy: sww };
				return first
					? [{ ...first, moments }, ...others.map((one) => ({ ...one, moments: NO_MOMENTS }))]
					: [];
			});
			return estimated(indicator, merge(parts, context), label);
		});
	});
}

/** Cells of all answer indicators of a query. */
export async function answerCells(
	engine: Engine,
	indicators: readonly AnswerIndicator[],
	query: IndicatorQuery,
	context: Context,
	signal?: AbortSignal
): Promise<Cell[]> {
	const cells: Cell[] = [];
	const wanted = indicators.map((indicator) => ({
		indicator,
		...itemsOf(indicator, query, context)
	}));
	const same = new Map<string, typeof wanted>();
	for (const one of wanted) {
		const key = `${one.indicator.y} ${one.indicator.kind === 'distribution'}`;
		same.set(key, [...(same.get(key) ?? []), one]);
	}
	for (const group of same.values()) {
		const ids = [...new Set(group.flatMap(({ ids }) => ids))];
		const byAnswer = group[0]?.indicator.kind === 'distribution';
		const y = group[0]?.indicator.y ?? 'a.value';
		const found = await parts(engine, y, ids, byAnswer, query, context, signal);
		for (const { indicator, ids: own, counts } of group) {
			const mine = found.filter((part) => own.includes(part.item) && counts(part.item, part.wave));
			cells.push(
				...(byAnswer
					? distribution(indicator, mine, context)
					: estimated(indicator, merge(mine, context)))
			);
		}
	}
	return cells;
}
