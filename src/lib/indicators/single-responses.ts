import { indicatorQuerySchema, type IndicatorQueryInput } from '../domain';
import type { Reader } from '../engine';
import { idOfItem, withPairs, type Context } from './cube/context';
import { indicatorById } from './definitions';
import { withOpenAnswers } from './families/open-answers/read';
import { withRelations } from './families/relations/cells';

/** What a query needs of single responses, which no cube knows: what people wrote, how items go together, or a ratio of two. */
function neededOf({
	indicators,
	denominator
}: IndicatorQueryInput): 'texts' | 'relations' | 'pairs' | null {
	if (denominator !== undefined) return 'pairs';
	const asked = indicators.map(indicatorById);
	if (asked.some((indicator) => indicator.family === 'answer' && indicator.open)) return 'texts';
	return asked.some(({ family }) => family === 'relation') ? 'relations' : null;
}

/** Whether a query can be answered only with single responses. @throws RangeError for an unknown indicator */
export const needsSingleResponses = (query: IndicatorQueryInput): boolean =>
	neededOf(query) !== null;

/**
 * The context with what a query needs of single responses. `pause` gives the page its turn meanwhile.
 *
 * @throws ZodError for a query that is none, RangeError for an unknown indicator
 */
export async function withSingleResponses(
	context: Context,
	engine: Reader,
	input: IndicatorQueryInput,
	pause: () => Promise<unknown>
): Promise<Context> {
	const query = indicatorQuerySchema.parse(input);
	const { item, wave, quartier } = query.filters;
	const what = neededOf(query);
	if (what === 'pairs')
		return withPairs(
			context,
			engine,
			idOfItem(item?.[0], context),
			idOfItem(query.denominator, context)
		);
	if (what === null || wave?.[0] === undefined) return context;
	return what === 'texts'
		? withOpenAnswers(context, engine, query, pause)
		: withRelations(context, engine, { wave: wave[0], quartier: quartier?.[0] }, pause);
}
