import type { Panel } from '../panel';
import { casework, caseworkOfLastYear, ofQuartier } from './queries';

/** What stands behind „Mehr“ of what is done: figures that are looked up, and not looked at every time. */
export const WORK_MORE: readonly Panel[] = [
	{
		id: 'neighbours',
		section: 'work',
		more: true,
		chart: 'dots',
		span: 6,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases-rate'],
			by: ['quartier'],
			filters: caseworkOfLastYear(context),
			compare: 'quartier'
		})
	},
	{
		id: 'areas',
		section: 'work',
		more: true,
		chart: 'stackedBars',
		span: 12,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases'],
			by: ['period', 'area'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	{
		id: 'access',
		section: 'work',
		more: true,
		chart: 'bars',
		span: 4,
		needs: 'casework',
		query: ofQuartier(['new-cases'], ['access'])
	},
	{
		id: 'channels',
		section: 'work',
		more: true,
		chart: 'bars',
		span: 4,
		needs: 'contact',
		query: ofQuartier(['contacts'], ['channel'])
	},
	{
		id: 'effort',
		section: 'work',
		more: true,
		chart: 'figures',
		span: 4,
		needs: 'contact',
		query: ofQuartier(['contacts', 'contacts-per-case', 'minutes-per-case'], [])
	},
	{
		id: 'debt-stages',
		section: 'work',
		more: true,
		chart: 'bars',
		span: 4,
		needs: 'rentDebt',
		query: ofQuartier(['debt-cases'], ['stage'])
	},
	{
		id: 'debt-solutions',
		section: 'work',
		more: true,
		chart: 'bars',
		span: 4,
		needs: 'rentDebt',
		query: ofQuartier(['debt-cases'], ['solution'])
	},
	{
		id: 'debt-course',
		section: 'work',
		more: true,
		chart: 'stackedBars',
		span: 4,
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
		section: 'work',
		more: true,
		chart: 'bars',
		span: 6,
		needs: 'benefit',
		query: ofQuartier(
			['benefit-advised', 'benefit-entitled', 'benefit-applied', 'benefit-granted'],
			[]
		)
	},
	{
		id: 'benefit-kinds',
		section: 'work',
		more: true,
		chart: 'bars',
		span: 6,
		needs: 'benefit',
		query: ofQuartier(['benefit-euros-month'], ['benefit'])
	},
	{
		id: 'treff-years',
		section: 'work',
		more: true,
		chart: 'stackedBars',
		span: 6,
		needs: 'meetingPlaceDay',
		query: (context) => ({
			indicators: ['treff-visits'],
			by: ['period'],
			period: 'year',
			filters: casework(context)
		})
	},
	{
		id: 'offers',
		section: 'work',
		more: true,
		chart: 'bars',
		span: 6,
		needs: 'meetingPlaceDay',
		query: ofQuartier(['treff-visits'], ['offer'])
	},
	{
		id: 'targets',
		section: 'work',
		more: true,
		chart: 'bars',
		span: 6,
		needs: 'meetingPlaceDay',
		query: ofQuartier(['treff-visits'], ['targetGroup'])
	},
	{
		id: 'treff-calendar',
		section: 'work',
		more: true,
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
		id: 'network-figures',
		section: 'work',
		more: true,
		chart: 'figures',
		span: 6,
		needs: 'cooperation',
		query: ofQuartier(['cooperations', 'meeting-places'], [])
	},
	{
		id: 'cooperations',
		section: 'work',
		more: true,
		chart: 'bars',
		span: 6,
		needs: 'cooperation',
		query: ofQuartier(['cooperations'], ['partnerKind'])
	}
];
