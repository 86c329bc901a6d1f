import type { IndicatorQueryInput } from '../domain';
import { yearsFilter } from './case-years';
import { caseworkFilter, groupFilter, membersFilter, wavePair, wavesUpTo } from './filters';
import { STORY_SURVEY, storyQueries, type StoryContext, type StoryPart } from './story';
import { TRENDS } from './topic-indices';

/** The survey figures of the overview, in the order of its columns. */
export const OVERVIEW_SURVEY = [...STORY_SURVEY, 'response-rate'];

/** Those of casework. */
export const OVERVIEW_CASEWORK = ['new-cases-rate', 'open-cases'];

/** The indicator whose course over all waves stands in the table. */
export const OVERVIEW_TREND = 'satisfied-overall';

/** Names of the questions of the overview. */
export type OverviewPart =
	| StoryPart
	| 'responses'
	| 'open'
	| 'stock'
	| 'stockCases'
	| 'stockOpen'
	| 'stockCourse'
	| 'matrix';

/**
 * The questions of the overview by their names: what is new and what stands apart (see `storyQueries`), who
 * answered, what is open, the same for the whole stock, and what the matrix and the map show.
 */
export function overviewQueries(
	context: StoryContext
): Partial<Record<OverviewPart, IndicatorQueryInput>> {
	const { filters, years, waves } = context;
	const groups = groupFilter(filters);
	const now = filters.wave === undefined ? {} : { wave: [filters.wave] };
	const shown = filters.trend ?? OVERVIEW_TREND;
	const cases = { indicators: ['open-cases'], filters: caseworkFilter(filters) };
	return {
		...storyQueries('all', context),
		...(waves.length > 0
			? {
					responses: { indicators: ['response-rate'], by: ['quartier'], filters: now },
					stock: { indicators: OVERVIEW_SURVEY, filters: { ...now, ...groups } },
					stockCourse: {
						indicators: [OVERVIEW_TREND],
						by: ['wave'],
						filters: { wave: wavesUpTo(waves, filters), ...groups }
					},
					matrix: {
						indicators: [TRENDS.includes(shown) ? shown : OVERVIEW_TREND],
						by: ['quartier', 'wave'],
						filters: { wave: wavePair(filters), ...groups },
						compare: 'previous-wave'
					}
				}
			: {}),
		...(years
			? {
					open: { ...cases, by: ['quartier'] },
					stockOpen: cases,
					stockCases: {
						indicators: ['new-cases-rate'],
						filters: {
							...yearsFilter(years.last, years.last),
							...groups,
							...membersFilter(filters)
						}
					}
				}
			: {})
	};
}
