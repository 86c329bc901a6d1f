import {
	ASKED,
	hidden,
	isSettled,
	labelValues,
	type IndicatorDefinition,
	type IndicatorQuery
} from '../../../domain';
import { addMoments, NO_MOMENTS, type Moments } from '../../../statistics';
import { grouped, type Cell } from '../../cell';
import type { Context } from '../../cube/context';
import type { AnswerIndicator } from '../../definitions';
import { estimateAnswers } from '../../estimate';
import { estimateLinear, linearOf } from '../../design/cells';
import { answersFor, merge, partsOf, type Merged, type Part } from './moments-by-cell';
import { ratioCells } from './ratios';
import { byStrata, canStandardise, standardisedCells } from './standardised';
import { designsOf, type Designs } from '../../design/survey-design';

/** Numbers of the items that an indicator is about; none of which it is not settled what its answers mean. */
export function itemsOf(
	indicator: Pick<AnswerIndicator, 'items'>,
	query: IndicatorQuery,
	{ catalog }: Context
): number[] {
	const { topic, derived, kinds } = indicator.items;
	const wanted = query.filters.item;
	return catalog.items
		.filter(
			(item) =>
				item.derived === derived &&
				isSettled(item.scale) &&
				(!topic || item.topic === topic) &&
				(!kinds || kinds.includes(item.scale.kind)) &&
				(!wanted || derived || topic !== undefined || wanted.includes(item.key))
		)
		.map((item) => item.id);
}

/** The first of some items that was asked in each wave. */
export function firstItems(ids: readonly number[], { asked }: Context): Map<number, number> {
	const first = new Map<number, number>();
	for (const { item, wave } of asked) {
		if (ids.includes(item) && !first.has(wave)) first.set(wave, item);
	}
	return first;
}

/** The items an indicator is about, and which count: where a wave has several of one topic, the first one. */
function counted(
	indicator: AnswerIndicator,
	query: IndicatorQuery,
	context: Context
): { ids: number[]; counts: (item: number, wave: number) => boolean } {
	const ids = itemsOf(indicator, query, context);
	if (query.by.includes('item') || indicator.items.topic === undefined)
		return { ids, counts: () => true };
	const first = firstItems(ids, context);
	return { ids, counts: (item, wave) => first.get(wave) === item };
}

/** What figures of a query are made with. */
type Asked = { query: IndicatorQuery; context: Context; designs: Designs };

/** Cells from parts: by the design of their waves where there is one, else from their moments. */
const estimated = (
	indicator: AnswerIndicator,
	merged: readonly Merged[],
	{ query, context, designs }: Asked,
	answer?: { label: string; value: number }
): Cell[] =>
	merged.map(({ part, waves, responses, weighted }) => {
		const dimensions = answer ? { ...part.dimensions, answer: answer.label } : part.dimensions;
		const cell = { indicator, dimensions, moments: part.moments, weighted };
		const survey = designs.needed(indicator, waves) ? designs.of(waves) : null;
		if (!survey || part.moments.n === 0) {
			return {
				...cell,
				estimate: estimateAnswers(indicator.kind, part.moments, { responses, weighted })
			};
		}
		const linear = linearOf(
			indicator,
			part.rows,
			answer?.value,
			survey,
			answersFor(query, context)
		);
		return { ...cell, linear, estimate: estimateLinear(indicator, linear, query) };
	});

/** Whether an indicator has a figure for every answer to an item. */
export const isPerAnswer = ({ kind }: Pick<IndicatorDefinition, 'kind'>): boolean =>
	kind === 'distribution' || kind === 'choice';

/**
 * The shares of each answer in a cell: its weights among those of all answers to the item, or of all
 * responses that were asked where each could choose several; and how many responses gave the answer.
 */
function sharesOfAnswers(
	cell: readonly Part[],
	several: boolean
): (value: number) => { parts: Part[]; responses: number } {
	const all = cell
		.filter(({ answer }) => !several || answer === ASKED)
		.reduce((sum, part) => addMoments(sum, part.moments), { ...NO_MOMENTS });
	const hits = new Map<number, Moments>();
	for (const { answer, moments } of cell)
		hits.set(answer, addMoments(hits.get(answer) ?? NO_MOMENTS, moments));
	// One part per wave, though only the first holds the figures: the design has the responses of all.
	const waves = [...new Map(cell.map((part) => [part.wave, part])).values()];
	return (value) => {
		const { n, sw, sww } = hits.get(value) ?? NO_MOMENTS;
		const parts = waves.map((part, index) => ({
			...part,
			moments: index === 0 ? { ...all, swy: sw, swyy: sw, swwy: sww, swwyy: sww } : NO_MOMENTS,
			rows: index === 0 ? cell.flatMap((one) => one.rows) : []
		}));
		return { parts, responses: n };
	};
}

/** A distribution: every answer's share in all answers of its cell, the answers nobody gave included. */
function distribution(indicator: AnswerIndicator, found: Part[], asked: Asked): Cell[] {
	const { context } = asked;
	return grouped(found, (part) => part.item).flatMap((own) => {
		const scale = context.catalog.items.find((item) => item.id === own[0]?.item)?.scale;
		const values = scale ? labelValues(scale) : [];
		const several = scale?.kind === 'multiple';
		const cells = grouped(own, (part) => part.key).map((cell) => sharesOfAnswers(cell, several));
		return (scale?.labels ?? []).flatMap((label, index) => {
			const value = values[index] ?? NaN;
			const shares = cells.map((of) => of(value));
			const all = shares.flatMap(({ parts }) => parts);
			const found = estimated(indicator, merge(all, context), asked, { label, value });
			if (!indicator.open) return found;
			// What few wrote in their own words says who they are, however many others answered.
			return found.map((cell, at) => {
				const isRare = (shares[at]?.responses ?? 0) < indicator.minimumBase;
				return isRare ? { ...cell, estimate: hidden('small-cell') } : cell;
			});
		});
	});
}

/** Cells of all answer indicators of a query, from one walk over the cube. */
export function answerCells(
	indicators: readonly AnswerIndicator[],
	query: IndicatorQuery,
	context: Context
): Cell[] {
	if (query.standardise && query.standardise.length > 0) {
		const [can, cannot] = [
			indicators.filter(canStandardise),
			indicators.filter((one) => !canStandardise(one))
		];
		return [
			...standardisedCells(answerCells(can, byStrata(query), context), query),
			...answerCells(cannot, { ...query, standardise: undefined }, context)
		];
	}
	const wanted = indicators.map((indicator) => ({
		indicator,
		...counted(indicator, query, context)
	}));
	const items = [...new Set(wanted.flatMap(({ ids }) => ids))];
	const ys = [...new Set(indicators.map(({ y }) => y))];
	const byAnswer = indicators.some(isPerAnswer);
	const designs = designsOf(query, context);
	// A figure can span waves of which one was drawn: then it needs the rows of all.
	const keepsRows = indicators.some((indicator) =>
		context.waves.some(({ wave }) => designs.needed(indicator, new Set([wave])))
	);
	const found = partsOf(ys, items, byAnswer, query, context, keepsRows);
	const asked = { query, context, designs };
	return wanted.flatMap(({ indicator, ids, counts }) => {
		if (indicator.kind === 'ratio') return ratioCells(indicator, query, context, designs);
		const own = (found[ys.indexOf(indicator.y)] ?? []).filter(
			(part) => ids.includes(part.item) && counts(part.item, part.wave)
		);
		return isPerAnswer(indicator)
			? distribution(indicator, own, asked)
			: estimated(indicator, merge(own, context), asked);
	});
}
