import type { IndicatorQuery } from '../../../domain';
import { keyOfItem, type Context } from '../../cube/context';
import type { AnswerIndicator } from '../../definitions';
import { SHEETS, type CountedCell } from '../family';
import { firstItems, itemsOf } from './cells';

/** The items to whose answers a cell counts, by key: the one, where it is the same in all waves, else all that it can be. */
function itemsCounted(
	{ indicator, dimensions }: CountedCell<AnswerIndicator>,
	query: IndicatorQuery,
	context: Context
): string[] {
	if (dimensions.item !== undefined) return [dimensions.item];
	const ids = itemsOf(indicator, query, context);
	const counted = indicator.items.topic === undefined ? ids : firstItems(ids, context).values();
	return [...new Set([...counted].map((id) => keyOfItem(id, context)))].sort();
}

/** The heading of the open question that a query is about: without one, that answered most often. */
const questionOf = ({ filters }: IndicatorQuery, { catalog, questions }: Context) =>
	filters.question ??
	questions.find(
		({ wave }) => catalog.waves.find(({ key }) => key === filters.wave?.[0])?.id === wave
	)?.question;

/** What the sheets behind a cell of answers have in common: that they answered some items, or were asked one. */
export function answersCounted(
	cell: CountedCell<AnswerIndicator>,
	query: IndicatorQuery,
	context: Context
): string {
	const { indicator } = cell;
	// Of all sheets of a wave the share that has an answer.
	if (indicator.open === 'written') return SHEETS;
	if (indicator.open) return JSON.stringify(['open', questionOf(query, context)]);
	if (indicator.kind === 'ratio')
		return JSON.stringify(['answers', query.filters.item, query.denominator]);
	const how = indicator.kind === 'choice' ? 'asked' : 'answers';
	return JSON.stringify([how, ...itemsCounted(cell, query, context)]);
}
