import { scaleSignature, type IndicatorQueryInput, type ItemTopic, type Scale } from '../domain';
import type { ChartKind } from '../presentation';

type Asked = { key: string; text: string; topic: ItemTopic; scale: Scale };

/** Items of a questionnaire that stand in one chart: those of a topic with one scale, or a single one. */
export type QuestionnairePanel = {
	id: string;
	topic: ItemTopic;
	/** the item, where it is a single one */
	text: string | undefined;
	/** those that a link to an item leads here for */
	items: string[];
	chart: ChartKind;
	query: IndicatorQueryInput;
};

/** How an item is shown, by the kind of its scale. */
function shown({ scale }: Asked): { chart: ChartKind; indicators: string[] } {
	switch (scale.kind) {
		case 'ordinal':
			return { chart: 'likert', indicators: ['item-distribution', 'item-share'] };
		case 'multiple':
			return { chart: 'dots', indicators: ['item-choices'] };
		case 'nps':
			return { chart: 'trend', indicators: ['item-nps'] };
		case 'numeric':
			return {
				chart: 'figures',
				indicators: ['item-mean', 'item-lower-quartile', 'item-median', 'item-upper-quartile']
			};
		case 'yes-no':
		case 'nominal':
		case 'text':
			return { chart: 'bars', indicators: ['item-distribution'] };
	}
}

/**
 * Every item of a wave as a chart, in the order of the questionnaire: ordinal items of a topic and
 * scale together, each other one alone; beside the wave before, where there is one.
 *
 * @param waves the wave looked at, last, and the one before
 */
export function questionnairePanels(
	items: readonly Asked[],
	waves: readonly string[]
): QuestionnairePanel[] {
	const groups = new Map<string, Asked[]>();
	for (const item of items) {
		const key =
			item.scale.kind === 'ordinal'
				? `${item.topic} ${scaleSignature(item.scale)}`
				: `item ${item.key}`;
		groups.set(key, [...(groups.get(key) ?? []), item]);
	}
	return [...groups.values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		const { chart, indicators } = shown(first);
		const ids = own.map(({ key }) => key);
		const panel: QuestionnairePanel = {
			id: `questions-${first.key}`,
			topic: first.topic,
			text: own.length === 1 ? first.text : undefined,
			items: ids,
			chart,
			query: {
				indicators,
				by: chart === 'figures' ? ['item'] : ['item', 'wave'],
				filters: { item: ids, wave: chart === 'figures' ? waves.slice(-1) : [...waves] },
				...(chart === 'figures' ? {} : { compare: 'previous-wave' as const })
			}
		};
		if (first.scale.kind !== 'nps') return [panel];
		// The score says little without the answers that it is made of.
		const answers: IndicatorQueryInput = { ...panel.query, indicators: ['item-distribution'] };
		return [
			panel,
			{ ...panel, id: `${panel.id}-answers`, items: [], chart: 'bars', query: answers }
		];
	});
}
