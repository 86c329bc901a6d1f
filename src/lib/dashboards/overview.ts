import type { IndicatorQueryInput } from '../domain';
import { groupFilter, periodFilter, wavePair, type Filters } from './filters';

/** The survey figures of the overview, in the order of its columns. */
const OVERVIEW_SURVEY = ['satisfied-overall', 'index-safety', 'nps', 'response-rate'];

/** The measure whose course over all waves stands in the table. */
export const OVERVIEW_TREND = 'satisfied-overall';

/**
 * The questions of the overview: survey and casework of every Quartier, the same for the whole
 * stock, and the course of one measure.
 */
export const overviewQueries = (
	filters: Filters,
	waves: readonly string[]
): IndicatorQueryInput[] => {
	const upTo = waves.slice(
		0,
		filters.wave === undefined ? undefined : waves.indexOf(filters.wave) + 1
	);
	const pair = { wave: wavePair(filters), ...groupFilter(filters) };
	const course = { wave: upTo, ...groupFilter(filters) };
	const casework = { ...periodFilter(filters), ...groupFilter(filters) };
	const survey = { indicators: OVERVIEW_SURVEY, filters: pair, compare: 'previous-wave' } as const;
	const cases = { indicators: ['new-cases-rate', 'open-cases'], filters: casework };
	return [
		{ ...survey, by: ['quartier', 'wave'] },
		{ ...cases, by: ['quartier'] },
		{ ...survey, by: ['wave'] },
		{ ...cases, by: [] },
		{ indicators: [OVERVIEW_TREND], by: ['quartier', 'wave'], filters: course },
		{ indicators: [OVERVIEW_TREND], by: ['wave'], filters: course }
	];
};
