import type { Panel } from '../panel';
import { casework, caseworkOfAll, ofQuartier } from './queries';
import { WORK_MORE } from './work-more';

/** What is done: cases, and the work of the meeting places. */
export const WORK: readonly Panel[] = [
	{
		id: 'case-rate',
		section: 'work',
		board: true,
		chart: 'trend',
		span: 6,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases-rate'],
			by: ['contrast', 'period'],
			contrast: context.quartier,
			period: 'year',
			filters: caseworkOfAll(context),
			compare: 'first-period'
		})
	},
	{
		id: 'case-topics',
		section: 'work',
		board: true,
		chart: 'bars',
		span: 6,
		needs: 'casework',
		query: ofQuartier(['new-cases'], ['caseTopic'])
	},
	{
		id: 'flow',
		section: 'work',
		chart: 'flow',
		span: 6,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases', 'closed-cases', 'open-cases'],
			by: ['period'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	{
		id: 'treff-visits',
		section: 'work',
		chart: 'stackedBars',
		span: 6,
		needs: 'meetingPlaceDay',
		query: (context) => ({
			indicators: ['treff-visits'],
			by: ['period', 'targetGroup'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	...WORK_MORE
];
