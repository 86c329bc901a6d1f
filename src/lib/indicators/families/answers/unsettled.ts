import { isSettled, type IndicatorQuery, type IndicatorResult } from '../../../domain';
import type { Context } from '../../cube/context';
import type { AnswerIndicator } from '../../definitions';

/**
 * The questions that are left out of the figures of a query because nobody has said yet what their
 * answers mean. What kind of scale such a question has is not settled either, so a figure about a topic
 * may be missing any of the topic's questions.
 */
export function unsettledOf(
	indicators: readonly AnswerIndicator[],
	{ filters }: IndicatorQuery,
	{ catalog, asked }: Context
): IndicatorResult['unsettled'] {
	const open = catalog.items.filter(({ derived, scale }) => !derived && !isSettled(scale));
	if (open.length === 0) return [];
	const waves = new Set(
		catalog.waves.filter(({ key }) => filters.wave?.includes(key) ?? true).map(({ id }) => id)
	);
	const wasAsked = new Set(asked.flatMap(({ item, wave }) => (waves.has(wave) ? [item] : [])));
	return indicators.flatMap(({ id: indicator, items, open: inOwnWords }) => {
		if (inOwnWords) return [];
		return open
			.filter(({ id, key, topic, scale }) => {
				if (!wasAsked.has(id)) return false;
				if (items.topic !== undefined) return topic === items.topic;
				const isOfKind = !items.kinds || items.kinds.includes(scale.kind);
				return isOfKind && (filters.item?.includes(key) ?? true);
			})
			.map(({ key, text }) => ({ indicator, item: key, text }));
	});
}
