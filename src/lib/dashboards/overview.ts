import type { IndicatorQueryInput } from '../domain';
import { groupFilter, periodFilter, type Filters } from './filters';

/** The survey figures of the overview, in the order of its columns. */
export const OVERVIEW_SURVEY = ['satisfied-overall', 'index-safety', 'nps', 'response-rate'];

/** The questions of the overview: every Quartier over all waves, its casework, and both for the whole stock. */
export const overviewQueries = (filters: Filters, waves: readonly string[]): IndicatorQueryInput[] => {
	const upTo = waves.slice(0, filters.wave === undefined ? undefined : waves.indexOf(filters.wave) + 1);
	const survey = { wave: upTo, ...groupFilter(filters) };
	const casework = { ...periodFilter(filters), ...groupFilter(filters) };
	return [
		{ indicators: OVERVIEW_SURVEY, by: ['quartier', 'wave'], filters: survey, compare: 'previous-wave' },
		{ indicators: ['new-cases-rate', 'open-cases'], by: ['quartier'], filters: casework },
		{ indicators: OVERVIEW_SURVEY, by: ['wave'], filters: survey, compare: 'previous-wave' },
		{ indicators: ['new-cases-rate', 'open-cases'], by: [], filters: casework }
	];
};
