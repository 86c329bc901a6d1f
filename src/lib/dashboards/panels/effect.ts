import { groupFilter } from '../filters';
import type { Panel } from '../panel';
import { TOPIC_INDICES } from '../topic-indices';
import { casework, caseworkOfAll, ofQuartier } from './queries';

/** Whether it helps: how cases end, which evictions were averted, who comes, and what a modernisation did. */
export const EFFECT: readonly Panel[] = [
	{
		id: 'success-course',
		section: 'effect',
		chart: 'trend',
		span: 4,
		needs: 'casework',
		query: (context) => ({
			indicators: ['success-share'],
			by: ['contrast', 'period'],
			contrast: context.quartier,
			period: 'year',
			filters: caseworkOfAll(context),
			compare: 'first-period'
		})
	},
	{
		id: 'debts',
		section: 'effect',
		chart: 'figures',
		span: 4,
		needs: 'rentDebt',
		choice: 'eviction-cost',
		query: (context) => ({
			indicators: [
				'debt-cases',
				'debt-regulated',
				'evictions-averted',
				'averted-share',
				...(context.filters.eviction ? ['eviction-cost-avoided'] : [])
			],
			by: [],
			filters: casework(context),
			...(context.filters.eviction ? { evictionCost: context.filters.eviction } : {})
		})
	},
	{
		id: 'young',
		section: 'effect',
		chart: 'trend',
		span: 4,
		needs: 'meetingPlaceDay',
		query: (context) => ({
			indicators: ['young-share'],
			by: ['period'],
			period: 'year',
			filters: casework(context)
		})
	},
	{
		id: 'modernisation-course',
		section: 'effect',
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
		section: 'effect',
		more: true,
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
		id: 'success',
		section: 'effect',
		more: true,
		chart: 'bars',
		span: 6,
		needs: 'casework',
		query: ofQuartier(['success-share'], ['area'])
	},
	{
		id: 'duration',
		section: 'effect',
		more: true,
		chart: 'dots',
		span: 6,
		needs: 'casework',
		query: ofQuartier(['case-duration'], ['area'])
	},
	{
		id: 'duration-curve',
		section: 'effect',
		more: true,
		chart: 'trend',
		span: 6,
		needs: 'casework',
		query: ofQuartier(['still-open'], ['elapsed'])
	},
	{
		id: 'outcomes',
		section: 'effect',
		more: true,
		chart: 'bars',
		span: 6,
		needs: 'casework',
		query: ofQuartier(['closed-cases'], ['outcome'])
	},
	{
		id: 'reasons',
		section: 'effect',
		more: true,
		chart: 'bars',
		span: 6,
		needs: 'reasons',
		query: ofQuartier(['closed-cases'], ['closingReason'])
	},
	{
		id: 'benefit-euros',
		section: 'effect',
		more: true,
		chart: 'figures',
		span: 6,
		needs: 'benefit',
		query: ofQuartier(['benefit-euros-month', 'benefit-euros-year'], [])
	},
	{
		id: 'treff',
		section: 'effect',
		more: true,
		chart: 'figures',
		span: 6,
		needs: 'meetingPlaceDay',
		query: ofQuartier(
			['treff-days', 'treff-visits', 'visits-per-day', 'young-share', 'volunteers'],
			[]
		)
	},
	{
		id: 'modernisation-cases',
		section: 'effect',
		more: true,
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
