import { groupFilter } from '../filters';
import { TOPIC_INDICES } from '../topic-indices';
import type { Panel } from '../panel';
import { caseworkOfAll } from './queries';

/** A modernisation before, while and after it goes on: what tenants say, and what they come with. */
export const MODERNISATION_SECTION: readonly Panel[] = [
	{
		id: 'modernisation-course',
		section: 'modernisation',
		chart: 'trend',
		span: 6,
		needs: 'modernisation',
		query: ({ quartier, filters, waves }) => ({
			indicators: ['index-housing'],
			by: ['contrast', 'wave'],
			contrast: quartier,
			filters: { wave: [...waves], ...groupFilter(filters) },
			compare: 'previous-wave'
		})
	},
	{
		id: 'modernisation-topics',
		section: 'modernisation',
		chart: 'dots',
		span: 6,
		needs: 'modernisation',
		query: ({ quartier, filters, modernisation }) => ({
			indicators: TOPIC_INDICES,
			by: ['wave'],
			filters: {
				quartier: [quartier],
				wave: [modernisation?.before, modernisation?.after].filter((one) => one !== undefined),
				...groupFilter(filters)
			},
			compare: 'previous-wave'
		})
	},
	{
		id: 'modernisation-cases',
		section: 'modernisation',
		chart: 'stackedBars',
		span: 12,
		needs: 'modernisation-topics',
		query: (context) => {
			const { period } = caseworkOfAll(context);
			return {
				indicators: ['new-cases'],
				by: ['period'],
				period: 'calendarQuarter',
				filters: {
					quartier: [context.quartier],
					...(period ? { period } : {}),
					...groupFilter(context.filters),
					members: { caseTopic: context.modernisation?.caseTopics ?? [] }
				}
			};
		}
	}
];
