import type { IndicatorQueryInput } from '../domain';
import type { ChartKind } from '../presentation';
import { groupFilter } from './filters';
import type { PanelContext } from './panel';
import { surveyOfWave, wavesUntil } from './panels/queries';

/** A step behind a figure: from an index to the items of its topic, from an item to its answers. */
export type DrillStep = {
	id: string;
	chart: ChartKind;
	/** columns of twelve */
	span: number;
	query: IndicatorQueryInput;
};

/** The items of a topic, this Quartier beside the others. */
export const topicSteps = (context: PanelContext, items: string[]): DrillStep[] => [
	{
		id: 'items',
		chart: 'dots',
		span: 12,
		query: {
			indicators: ['item-share'],
			by: ['item', 'contrast'],
			contrast: context.quartier,
			filters: { ...surveyOfWave(context), item: items },
			compare: 'rest'
		}
	}
];

/** An item: its answers, its course, and who says what. `group` is the group to break it down by. */
export function itemSteps(
	context: PanelContext,
	item: string,
	{ isMultiple, group }: { isMultiple: boolean; group: string | undefined }
): DrillStep[] {
	const own = { quartier: [context.quartier], ...surveyOfWave(context), item: [item] };
	const answers: DrillStep = {
		id: 'answers',
		chart: 'bars',
		span: 12,
		query: {
			indicators: [isMultiple ? 'item-choices' : 'item-distribution'],
			by: ['item', 'contrast'],
			contrast: context.quartier,
			filters: { ...surveyOfWave(context), item: [item] }
		}
	};
	if (isMultiple) return [answers];
	return [
		answers,
		{
			id: 'course',
			chart: 'trend',
			span: 6,
			query: {
				indicators: ['item-share'],
				by: ['item', 'contrast', 'wave'],
				contrast: context.quartier,
				filters: { wave: wavesUntil(context), item: [item], ...groupFilter(context.filters) },
				compare: 'previous-wave'
			}
		},
		...(group === undefined
			? []
			: [
					{
						id: 'groups',
						chart: 'dots',
						span: 6,
						query: {
							indicators: ['item-share'],
							by: ['item', `group:${group}`],
							filters: own,
							compare: `group:${group}`
						}
					} satisfies DrillStep
				])
	];
}
