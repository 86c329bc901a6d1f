import type { IndicatorQuery } from '../../../domain';
import type { Reader } from '../../../engine';
import { itemsOf } from '../answers/cells';
import { NO_BASE, type Cell } from '../../cell';
import { keyOfItem, type Context, type Related, type Relations } from '../../cube/context';
import type { RelationIndicator } from '../../definitions';
import { estimateFrom } from '../../estimate';
import { oncePerState } from '../../cube/once';

const once = oncePerState<Relations>();

/**
 * The context with how items of a wave go together, worked out once per state of the data. `pause`
 * gives the page its turn, since a bootstrap takes longer than a page may wait. The work is fetched
 * when it is first asked for.
 */
export async function withRelations(
	context: Context,
	engine: Reader,
	about: Related,
	pause: () => Promise<unknown>
): Promise<Context> {
	const relations = await once(context, JSON.stringify([about.wave, about.quartier]), async () => {
		const { relationsOf } = await import('./relate');
		return relationsOf(context, engine, about, pause);
	});
	return { ...context, relations };
}

/** Cells of a figure on how items go together; none where the context was not asked for it. */
export function relationCells(
	indicator: RelationIndicator,
	query: IndicatorQuery,
	context: Context
): Cell[] {
	const { relations } = context;
	const { wave, quartier } = query.filters;
	if (!relations || wave?.length !== 1 || relations.wave !== wave[0]) return [];
	if (relations.quartier !== quartier?.[0] || (quartier?.length ?? 0) > 1) return [];
	const point = ({
		value,
		low,
		high,
		n
	}: {
		value: number;
		low: number;
		high: number;
		n: number;
	}) => estimateFrom({ value, low, high, standardError: null }, n, n);
	if (indicator.relation === 'correlation') {
		const asked = new Set(itemsOf({ items: { derived: false } }, query, context));
		return relations.correlations
			.filter(({ item }) => asked.has(item))
			.map((one) => ({
				indicator,
				dimensions: { item: keyOfItem(one.item, context) },
				estimate: point(one)
			}));
	}
	const found = relations[indicator.relation === 'driver' ? 'drivers' : 'alphas'].find(
		({ topic }) => topic === indicator.topic
	);
	if (!found) return [{ indicator, dimensions: {}, estimate: NO_BASE }];
	const estimate =
		'alpha' in found
			? {
					...estimateFrom(
						{ value: found.alpha, low: null, high: null, standardError: null },
						found.n,
						found.n
					)
				}
			: point(found);
	return [{ indicator, dimensions: {}, estimate }];
}
