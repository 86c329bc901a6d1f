import { scaleSignature, type IndicatorQuery, type IndicatorResult } from '../../../domain';
import { firstItems, itemsOf } from './cells';
import { keyOfItem, type Context } from '../../cube/context';
import type { AnswerIndicator } from '../../definitions';
import { membersOf } from '../../cube/members';

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
	/** Where something was asked in another way than before; `of` says what else than its words. */
	const changes = (
		about: { item: string } | { indicator: string },
		asked: (wave: number) => Asked | null,
		of?: 'items'
	) => {
		let before: Asked | null = null;
		return waves.flatMap(({ id, value: wave }): IndicatorResult['breaks'] => {
			const now = asked(id);
			if (!now) return [];
			const last = before;
			before = now;
			if (last === null) return [];
			if (last.text !== now.text)
				return [{ wave, ...about, ...(of ? { of, text: '' } : { text: now.text }) }];
			return last.scale === now.scale ? [] : [{ wave, ...about, of: 'scale', text: now.text }];
		});
	};
	if (query.by.includes('item')) {
		const ids = new Set(indicators.flatMap((one) => itemsOf(one, query, context)));
		const reworded = new Set(context.wordings.map(({ item }) => item).filter((id) => ids.has(id)));
		const isAsked = (item: number, wave: number) =>
			context.asked.some((one) => one.item === item && one.wave === wave);
		return [...reworded].flatMap((id) =>
			changes({ item: keyOfItem(id, context) }, (wave) =>
				isAsked(id, wave) ? questionIn(id, wave, context) : null
			)
		);
	}
	return indicators.flatMap(({ id: indicator, items }) => {
		const { topic, derived } = items;
		if (topic === undefined) return [];
		if (derived)
			return changes({ indicator }, (wave) => questionsIn(topic, wave, context), 'items');
		const first = firstItems(itemsOf({ items }, query, context), context);
		return changes({ indicator }, (wave) => questionIn(first.get(wave), wave, context));
	});
}
