import { INDEX_TOPICS, type IndicatorQueryInput } from '../domain';
import { caseworkFilter, groupFilter, wavePair } from './filters';
import type { PanelContext } from './panel';

/** The indices of all topics. */
export const TOPIC_INDICES = INDEX_TOPICS.map((topic) => `index-${topic}`);

/** Measures that the trend can show. */
export const TRENDS = ['satisfied-overall', 'mean-satisfaction', ...TOPIC_INDICES, 'nps'];

/** The figures that matter, for the head of the page: first the survey, then casework. */
export const keyFigureQueries = ({
	quartier,
	filters
}: Pick<PanelContext, 'quartier' | 'filters'>): IndicatorQueryInput[] => [
	{
		indicators: TRENDS,
		by: ['contrast', 'wave'],
		contrast: quartier,
		filters: { wave: wavePair(filters), ...groupFilter(filters) },
		compare: 'previous-wave'
	},
	{
		// Nobody knows how many households of an age were asked: it is that of all.
		indicators: ['response-rate'],
		by: ['contrast', 'wave'],
		contrast: quartier,
		filters: { wave: wavePair(filters) }
	},
	{
		indicators: ['new-cases-rate'],
		by: ['contrast'],
		contrast: quartier,
		filters: caseworkFilter(filters),
		compare: 'rest'
	}
];
