import type { Panel } from '../panel';
import { casework } from './queries';

/** What is recorded beside cases: rent debts, benefits, and the work of the meeting places. */
export const RECORD_SECTIONS: readonly Panel[] = [
	{
		id: 'debts',
		section: 'debts',
		chart: 'figures',
		span: 6,
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
		id: 'debt-stages',
		section: 'debts',
		chart: 'bars',
		span: 6,
		needs: 'rentDebt',
		query: (context) => ({ indicators: ['debt-cases'], by: ['stage'], filters: casework(context) })
	},
	{
		id: 'debt-solutions',
		section: 'debts',
		chart: 'bars',
		span: 6,
		needs: 'rentDebt',
		query: (context) => ({
			indicators: ['debt-cases'],
			by: ['solution'],
			filters: casework(context)
		})
	},
	{
		id: 'debt-course',
		section: 'debts',
		chart: 'stackedBars',
		span: 6,
		needs: 'rentDebt',
		query: (context) => ({
			indicators: ['debt-cases'],
			by: ['period'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	{
		id: 'benefit-steps',
		section: 'income',
		chart: 'bars',
		span: 4,
		needs: 'benefit',
		query: (context) => ({
			indicators: ['benefit-advised', 'benefit-entitled', 'benefit-applied', 'benefit-granted'],
			by: [],
			filters: casework(context)
		})
	},
	{
		id: 'benefit-euros',
		section: 'income',
		chart: 'figures',
		span: 4,
		needs: 'benefit',
		query: (context) => ({
			indicators: ['benefit-euros-month', 'benefit-euros-year'],
			by: [],
			filters: casework(context)
		})
	},
	{
		id: 'benefit-kinds',
		section: 'income',
		chart: 'bars',
		span: 4,
		needs: 'benefit',
		query: (context) => ({
			indicators: ['benefit-euros-month'],
			by: ['benefit'],
			filters: casework(context)
		})
	},
	{
		id: 'treff-calendar',
		section: 'treff',
		chart: 'calendar',
		span: 12,
		needs: 'meetingPlaceDay',
		query: (context) => ({
			indicators: ['treff-visits'],
			by: ['period'],
			period: 'day',
			filters: casework(context)
		})
	},
	{
		id: 'treff-visits',
		section: 'treff',
		chart: 'stackedBars',
		span: 8,
		needs: 'meetingPlaceDay',
		query: (context) => ({
			indicators: ['treff-visits'],
			by: ['period', 'targetGroup'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	{
		id: 'treff',
		section: 'treff',
		chart: 'figures',
		span: 4,
		needs: 'meetingPlaceDay',
		query: (context) => ({
			indicators: ['treff-days', 'treff-visits', 'visits-per-day', 'young-share', 'volunteers'],
			by: [],
			filters: casework(context)
		})
	},
	{
		id: 'offers',
		section: 'treff',
		chart: 'bars',
		span: 6,
		needs: 'meetingPlaceDay',
		query: (context) => ({
			indicators: ['treff-visits'],
			by: ['offer'],
			filters: casework(context)
		})
	},
	{
		id: 'targets',
		section: 'treff',
		chart: 'bars',
		span: 6,
		needs: 'meetingPlaceDay',
		query: (context) => ({
			indicators: ['treff-visits'],
			by: ['targetGroup'],
			filters: casework(context)
		})
	},
	{
		id: 'young',
		section: 'treff',
		chart: 'trend',
		span: 12,
		needs: 'meetingPlaceDay',
		query: (context) => ({
			indicators: ['young-share'],
			by: ['period'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	}
];
