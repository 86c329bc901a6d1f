import { indicatorQuerySchema, type IndicatorQueryInput } from '../domain';
import type { Engine } from '../engine';
import type { Context } from './context';
import { indicatorById } from './definitions';
import { withOpenAnswers } from './open-answers';
import { withRelations } from './relations';

/** What a query needs of single sheets, which no cube knows: what people wrote, or how items go together. */
function sheetsFor({ indicators }: IndicatorQueryInput): 'texts' | 'relations' | null {
	const asked = indicators.map(indicatorById);
	if (asked.some((indicator) => indicator.family === 'answer' && indicator.open)) return 'texts';
	return asked.some(({ family }) => family === 'relation') ? 'relations' : null;
}

/** Whether a query can be answered only with single sheets. @throws RangeError for an unknown indicator */
export const needsSheets = (query: IndicatorQueryInput): boolean => sheetsFor(query) !== null;

/**
 * The context with what a query needs of single sheets. `pause` gives the page its turn meanwhile.
 *
 * @throws ZodError for a query that is none, RangeError for an unknown indicator
 */
export async function withSheets(
	context: Context,
	engine: Engine,
	input: IndicatorQueryInput,
	pause: () => Promise<unknown>
): Promise<Context> {
	const query = indicatorQuerySchema.parse(input);
	const { wave, quartier } = query.filters;
	const what = sheetsFor(query);
	if (what === null || wave?.[0] === undefined) return context;
	return what === 'texts'
		? withOpenAnswers(context, engine, query, pause)
		: withRelations(context, engine, { wave: wave[0], quartier: quartier?.[0] }, pause);
}
