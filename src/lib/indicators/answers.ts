import { labelValues, type IndicatorQuery } from '../domain';
import type { Engine } from '../engine';
import { addMoments, type Moments } from '../statistics';
import type { Cell } from './cells';
import type { Context } from './context';
import type { AnswerIndicator } from './definitions';
import { estimateAnswers } from './estimate';
import { merge, partsOf, type Merged, type Part } from './parts';

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

const estimated = (
	indicator: AnswerIndicator,
	merged: readonly Merged[],
	answer?: string
): Cell[] =>
	merged.map(({ part, sheets, weighted }) => ({
		indicator,
		dimensions: answer === undefined ? part.dimensions : { ...part.dimensions, answer },
		estimate: estimateAnswers(indicator.kind, part.moments, { sheets, weighted }),
		moments: part.moments,
		weighted
	}));

const NO_MOMENTS: Moments = { n: 0, sw: 0, swy: 0, swyy: 0, sww: 0, swwy: 0, swwyy: 0 };

const grouped = (parts: readonly Part[], key: (part: Part) => string | number): Part[][] => {
	const groups = new Map<string | number, Part[]>();
	for (const part of parts) {
		const known = groups.get(key(part));
		if (known) known.push(part);
		else groups.set(key(part), [part]);
	}
	return [...groups.values()];
};

/** The shares of one answer in a cell: its weights among those of all answers to the item. */
function shareOfAnswer(cell: readonly Part[], value: number): Part[] {
	const [first] = cell;
	if (!first) return [];
	const all = cell.reduce((sum, part) => addMoments(sum, part.moments), NO_MOMENTS);
	const hit = cell.filter((part) => part.answer === value);
	const sw = hit.reduce((sum, part) => sum + part.moments.sw, 0);
	const sww = hit.reduce((sum, part) => sum + part.moments.sww, 0);
	// One part per wave, though only the first holds the figures: the design has the sheets of all.
	const waves = [...new Set(cell.map((part) => part.wave))];
	return waves.map((wave, index) => ({
		...first,
		wave,
		moments: index === 0 ? { ...all, swy: sw, swyy: sw, swwy: sww, swwyy: sww } : NO_MOMENTS
	}));
}

/** A distribution: every answer's share in all answers of its cell, the answers nobody gave included. */
function distribution(indicator: AnswerIndicator, found: Part[], context: Context): Cell[] {
	return grouped(found, (part) => part.item).flatMap((own) => {
		const scale = context.catalog.items.find((item) => item.id === own[0]?.item)?.scale;
		const values = scale ? labelValues(scale) : [];
		const cells = grouped(own, (part) => part.key);
		return (scale?.labels ?? []).flatMap((label, index) => {
			const value = values[index] ?? NaN;
			const parts = cells.flatMap((cell) => shareOfAnswer(cell, value));
			return estimated(indicator, merge(parts, context), label);
		});
	});
}

/** Cells of all answer indicators of a query, from one scan of the answers. */
export async function answerCells(
	engine: Engine,
	indicators: readonly AnswerIndicator[],
	query: IndicatorQuery,
	context: Context,
	signal?: AbortSignal
): Promise<Cell[]> {
	const wanted = indicators.map((indicator) => ({
		indicator,
		...itemsOf(indicator, query, context)
	}));
	const items = [...new Set(wanted.flatMap(({ ids }) => ids))];
	const ys = [...new Set(indicators.map(({ y }) => y))];
	const byAnswer = indicators.some(({ kind }) => kind === 'distribution');
	const found = await partsOf(engine, ys, items, byAnswer, query, context, signal);
	return wanted.flatMap(({ indicator, ids, counts }) => {
		const own = (found[ys.indexOf(indicator.y)] ?? []).filter(
			(part) => ids.includes(part.item) && counts(part.item, part.wave)
		);
		return indicator.kind === 'distribution'
			? distribution(indicator, own, context)
			: estimated(indicator, merge(own, context));
	});
}
