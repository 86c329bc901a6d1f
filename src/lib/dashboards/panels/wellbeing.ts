import { groupFilter, membersFilter } from '../filters';
import type { Panel } from '../panel';
import { TOPIC_INDICES } from '../topic-indices';
import { caseworkOfAll, surveyOfWave, wavesUntil } from './queries';

/** How the tenants of a Quartier are: over the years, and who says what. */
export const WELLBEING: readonly Panel[] = [
	{
		id: 'strip',
		section: 'wellbeing',
		board: true,
		chart: 'strip',
		span: 12,
		needs: 'survey',
		query: (context) => {
			const { period } = caseworkOfAll(context);
			return {
				indicators: ['index-safety', 'satisfied-overall', 'new-cases-rate'],
				by: ['contrast', 'wave', 'period'],
				contrast: context.quartier,
				period: 'year',
				filters: {
					wave: wavesUntil(context),
					...groupFilter(context.filters),
					...membersFilter(context.filters),
					...(period ? { period } : {})
				},
				compare: 'previous-wave'
			};
		}
	},
	{
		id: 'trend',
		section: 'wellbeing',
		more: true,
		chart: 'trend',
		span: 6,
		needs: 'survey',
		choice: 'indicator',
		query: (context) => ({
			indicators: [context.filters.trend ?? 'satisfied-overall'],
			by: ['contrast', 'wave'],
			contrast: context.quartier,
			filters: { wave: wavesUntil(context), ...groupFilter(context.filters) },
			compare: 'previous-wave'
		})
	},
	{
		id: 'age',
		section: 'wellbeing',
		more: true,
		chart: 'dots',
		span: 6,
		needs: 'survey',
		query: (context) => ({
			indicators: ['satisfied-overall'],
			by: ['group:age'],
			filters: { quartier: [context.quartier], ...surveyOfWave(context) }
		})
	},
	{
		id: 'topics',
		section: 'wellbeing',
		more: true,
		chart: 'dots',
		span: 6,
		needs: 'survey',
		query: (context) => ({
			indicators: TOPIC_INDICES,
			by: ['contrast'],
			contrast: context.quartier,
			filters: surveyOfWave(context),
			compare: 'rest'
		})
	},
	{
		id: 'nps',
		section: 'wellbeing',
		more: true,
		chart: 'trend',
		span: 6,
		needs: 'survey',
		query: (context) => ({
			indicators: ['nps'],
			by: ['contrast', 'wave'],
			contrast: context.quartier,
			filters: { wave: wavesUntil(context), ...groupFilter(context.filters) },
			compare: 'previous-wave'
		})
	},
	{
		id: 'response-course',
		section: 'wellbeing',
		more: true,
		chart: 'trend',
		span: 6,
		needs: 'survey',
		query: (context) => ({
			indicators: ['response-rate'],
			by: ['contrast', 'wave'],
			contrast: context.quartier,
			filters: { wave: wavesUntil(context) }
		})
	},
	{
		id: 'choices',
		section: 'wellbeing',
		more: true,
		chart: 'dots',
		span: 12,
		needs: 'choices',
		query: (context) => ({
			indicators: ['item-choices'],
			by: ['item', 'contrast'],
			contrast: context.quartier,
			filters: surveyOfWave(context),
			compare: 'rest'
		})
	},
	{
		id: 'stock-figures',
		section: 'wellbeing',
		more: true,
		chart: 'figures',
		span: 6,
		needs: 'years',
		query: (context) => {
			const { period } = caseworkOfAll(context);
			return {
				indicators: ['dwellings', 'households'],
				by: ['contrast'],
				contrast: context.quartier,
				filters: period ? { period } : {}
			};
		}
	}
];
