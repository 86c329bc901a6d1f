import type { IndicatorQuery, IndicatorResult } from '../domain';
import { firstItems, itemsOf } from './answers';
import type { Context } from './context';
import type { AnswerIndicator } from './definitions';
import { membersOf } from './members';

/** The words in which an item was asked in a wave. */
const wordingIn = (item: number, wave: number, { catalog, wordings }: Context): string =>
	wordings.find((one) => one.item === item && one.wave === wave)?.text ??
	catalog.items.find((one) => one.id === item)?.text ??
	'';

/**
 * Waves from which on something was asked in other words than in the wave before: an item that goes
 * on because the user says so, or the question behind an indicator.
 */
export function breaksOf(
	indicators: readonly AnswerIndicator[],
	query: IndicatorQuery,
	context: Context
): IndicatorResult['breaks'] {
	const waves = membersOf('wave', context).filter(
		({ value }) => query.filters.wave?.includes(value) ?? true
	);
	const changes = (item: string | undefined, asked: (wave: number) => number | undefined) => {
		let before: string | null = null;
		return waves.flatMap(({ id, value }) => {
			const found = asked(id);
			if (found === undefined) return [];
			const text = wordingIn(found, id, context);
			const broken = before !== null && before !== text;
			before = text;
			return broken ? [{ wave: value, ...(item === undefined ? {} : { item }), text }] : [];
		});
	};
	if (query.by.includes('item')) {
		const ids = new Set(indicators.flatMap((one) => itemsOf(one, query, context)));
		const reworded = new Set(context.wordings.map(({ item }) => item).filter((id) => ids.has(id)));
		return [...reworded].flatMap((id) =>
			changes(String(id), (wave) =>
				context.asked.some((one) => one.item === id && one.wave === wave) ? id : undefined
			)
		);
	}
	return indicators.flatMap((indicator) => {
		const { topic, derived } = indicator.items;
		if (derived || topic === undefined) return [];
		const first = firstItems(itemsOf(indicator, query, context), context);
		return changes(undefined, (wave) => first.get(wave));
	});
}
