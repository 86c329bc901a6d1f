import type { Panel } from '../panel';
import { casework, caseworkOfAll, caseworkOfLastYear } from './queries';

/** The cases of a Quartier: how many, about what, how long, and to what end. */
export const CASEWORK_SECTION: readonly Panel[] = [
	{
		id: 'flow',
		section: 'casework',
		chart: 'flow',
		span: 8,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases', 'closed-cases', 'open-cases'],
			by: ['period'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	{
		id: 'success',
		section: 'casework',
		chart: 'bars',
		span: 4,
		needs: 'casework',
		query: (context) => ({
			indicators: ['success-share'],
			by: ['area'],
			filters: casework(context)
		})
	},
	{
		id: 'areas',
		section: 'casework',
		chart: 'stackedBars',
		span: 8,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases'],
			by: ['period', 'area'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	{
		id: 'case-topics',
		section: 'casework',
		chart: 'bars',
		span: 4,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases'],
			by: ['caseTopic'],
			filters: casework(context)
		})
	},
	{
		id: 'access',
		section: 'casework',
		chart: 'bars',
		span: 4,
		needs: 'casework',
		query: (context) => ({ indicators: ['new-cases'], by: ['access'], filters: casework(context) })
	},
	{
		id: 'channels',
		section: 'casework',
		chart: 'bars',
		span: 4,
		needs: 'contact',
		query: (context) => ({
			indicators: ['contacts'],
			by: ['channel'],
			filters: casework(context)
		})
	},
	{
		id: 'effort',
		section: 'casework',
		chart: 'figures',
		span: 4,
		needs: 'contact',
		query: (context) => ({
			indicators: ['contacts', 'contacts-per-case', 'minutes-per-case'],
			by: [],
			filters: casework(context)
		})
	},
	{
		id: 'duration-curve',
		section: 'casework',
		chart: 'trend',
		span: 6,
		needs: 'casework',
		query: (context) => ({
			indicators: ['still-open'],
			by: ['elapsed'],
			filters: casework(context)
		})
	},
	{
		id: 'duration',
		section: 'casework',
		chart: 'dots',
		span: 6,
		needs: 'casework',
		query: (context) => ({
			indicators: ['case-duration'],
			by: ['area'],
			filters: casework(context)
		})
	},
	{
		id: 'outcomes',
		section: 'casework',
		chart: 'bars',
		span: 6,
		needs: 'casework',
		query: (context) => ({
			indicators: ['closed-cases'],
			by: ['outcome'],
			filters: casework(context)
		})
	},
	{
		id: 'reasons',
		section: 'casework',
		chart: 'bars',
		span: 6,
		needs: 'reasons',
		query: (context) => ({
			indicators: ['closed-cases'],
			by: ['closingReason'],
			filters: casework(context)
		})
	},
	{
		id: 'case-rate',
		section: 'casework',
		chart: 'trend',
		span: 6,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases-rate'],
			by: ['contrast', 'period'],
			contrast: context.quartier,
			period: 'year',
			filters: caseworkOfAll(context),
			compare: 'previous-period'
		})
	},
	{
		id: 'neighbours',
		section: 'casework',
		chart: 'dots',
		span: 12,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases-rate'],
			by: ['quartier'],
			filters: caseworkOfLastYear(context),
			compare: 'quartier'
		})
	}
];
