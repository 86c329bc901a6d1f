import { scaleSignature, type IndicatorQuery, type IndicatorResult } from '../domain';
import { firstItems, itemsOf } from './answers';
import type { Context } from './context';
import type { AnswerIndicator } from './definitions';
import { membersOf } from './members';

/** The words in which an item was asked in a wave. */
const wordingIn = (item: number, wave: number, { catalog, wordings }: Context): string =>
	wordings.find((one) => one.item === item && one.wave === wave)?.text ??
	catalog.items.find((one) => one.id === item)?.text ??
	'';

/** What a wave asked for an indicator: in which words, and on which scale. */
type Asked = { text: string; scale: string };

/** The one question of a topic that counts in a wave. */
function questionIn(item: number | undefined, wave: number, context: Context): Asked | null {
	const found = context.catalog.items.find(({ id }) => id === item);
	if (!found) return null;
	return { text: wordingIn(found.id, wave, context), scale: scaleSignature(found.scale) };
}

/** All questions that the index of a topic is made from in a wave. */
function questionsIn(topic: string, wave: number, context: Context): Asked | null {
	const asked = new Set(context.asked.flatMap((one) => (one.wave === wave ? [one.item] : [])));
	const items = context.catalog.items.filter(
		(item) => item.topic === topic && !item.derived && asked.has(item.id)
	);
	if (items.length === 0) return null;
	const said = items.map(({ id, scale }) => wordingIn(id, wave, context) + scaleSignature(scale));
	return { text: said.toSorted().join('\n'), scale: '' };
}

/**
 * Waves from which on something was asked in another way than in the wave before: an item that goes
 * on because the user says so, the question behind an indicator, or those behind the index of a topic.
 */
export function breaksOf(
	indicators: readonly AnswerIndicator[],
	query: IndicatorQuery,
	context: Context
): IndicatorResult['breaks'] {
	const waves = membersOf('wave', context).filter(
		({ value }) => query.filters.wave?.includes(value) ?? true
	);
	/** Where the same item was worded anew. */
	const reworded = (item: number) => {
		let before: string | null = null;
		return waves.flatMap(({ id: wave, value }) => {
			if (!context.asked.some((one) => one.item === item && one.wave === wave)) return [];
			const text = wordingIn(item, wave, context);
			const broken = before !== null && before !== text;
			before = text;
			return broken ? [{ wave: value, item: String(item), text }] : [];
		});
	};
	if (query.by.includes('item')) {
		const ids = new Set(indicators.flatMap((one) => itemsOf(one, query, context)));
		const several = new Set(context.wordings.map(({ item }) => item).filter((id) => ids.has(id)));
		return [...several].flatMap(reworded);
	}
	return indicators.flatMap((indicator) => {
		const { topic, derived } = indicator.items;
		if (topic === undefined) return [];
		const first = firstItems(itemsOf(indicator, query, context), context);
		let before: Asked | null = null;
		return waves.flatMap(({ id, value }): IndicatorResult['breaks'] => {
			const now = derived
				? questionsIn(topic, id, context)
				: questionIn(first.get(id), id, context);
			if (!now) return [];
			const [last, here] = [before, { wave: value, indicator: indicator.id }];
			before = now;
			if (last !== null && last.text !== now.text)
				return derived ? [{ ...here, of: 'items', text: '' }] : [{ ...here, text: now.text }];
			return last !== null && last.scale !== now.scale
				? [{ ...here, of: 'scale', text: now.text }]
				: [];
		});
	});
}
