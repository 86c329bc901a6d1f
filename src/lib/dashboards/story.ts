import type { IndicatorQueryInput, Inventory } from '../domain';
import { caseYears, yearsFilter, type CaseYears } from './case-years';
import { groupFilter, membersFilter, wavePair, wavesUpTo, type Filters } from './filters';
import { TOPIC_INDICES } from './topic-indices';

/** The figures of a survey that are looked through for what is new and what stands apart. */
export const STORY_SURVEY = ['satisfied-overall', ...TOPIC_INDICES, 'nps'];

/** Those of casework. */
const STORY_CASES = ['new-cases-rate', 'success-share'];

/** Names of the questions behind what is new and what stands apart. */
export type StoryPart =
	'change' | 'gap' | 'course' | 'caseChange' | 'caseFirst' | 'caseGap' | 'visits';

/** Whom it is about: every Quartier, or one beside the others. */
export type StorySubject = { quartier: string } | 'all';

/** What the questions take beside whom they are about. */
export type StoryContext = {
	filters: Filters;
	waves: readonly string[];
	/** the years of casework; undefined where nothing is known of cases */
	years: CaseYears | undefined;
	/** whether visits to meeting places are known */
	visits: boolean;
};

export const storyContext = (inventory: Inventory, filters: Filters): StoryContext => ({
	filters,
	waves: inventory.waves.map(({ key }) => key),
	years: caseYears(filters, inventory.coverage),
	visits: inventory.records.includes('meetingPlaceDay')
});

/**
 * The questions behind what is new and what stands apart: the survey since the wave before and beside the other
 * Quartiere, now and then, and over all waves; casework year by year, against the first year and beside the
 * others; who comes to the meeting places. None of what there are no data of.
 */
export function storyQueries(
	subject: StorySubject,
	context: StoryContext
): Partial<Record<StoryPart, IndicatorQueryInput>> {
	const { filters, years, waves } = context;
	const groups = groupFilter(filters);
	const whom = { ...groups, ...membersFilter(filters) };
	const isAll = subject === 'all';
	const place = isAll ? ('quartier' as const) : ('contrast' as const);
	const contrast = isAll ? {} : { contrast: subject.quartier };
	const beside = isAll ? ('quartier' as const) : ('rest' as const);
	const survey = { indicators: STORY_SURVEY, ...contrast };
	const pair = { wave: wavePair(filters), ...groups };
	const cases = { indicators: STORY_CASES, ...contrast, period: 'year' as const };
	const since = (first: number, last: number) => ({ ...yearsFilter(first, last), ...whom });
	return {
		...(waves.length > 0
			? {
					change: { ...survey, by: [place, 'wave'], filters: pair, compare: 'previous-wave' },
					gap: { ...survey, by: [place, 'wave'], filters: pair, compare: beside },
					course: {
						...survey,
						by: [place, 'wave'],
						filters: { wave: wavesUpTo(waves, filters), ...groups }
					}
				}
			: {}),
		...(years
			? {
					caseChange: {
						...cases,
						by: [place, 'period'],
						filters: since(years.first, years.last),
						compare: 'previous-period'
					},
					caseFirst: {
						...cases,
						by: [place, 'period'],
						filters: since(years.first, years.last),
						compare: 'first-period'
					},
					caseGap: {
						...cases,
						by: [place, 'period'],
						filters: since(Math.max(years.first, years.last - 1), years.last),
						compare: beside
					}
				}
			: {}),
		...(years && context.visits
			? {
					visits: {
						indicators: ['young-share', 'treff-visits'],
						...contrast,
						period: 'year',
						by: [place, 'period'],
						filters: since(years.first, years.last)
					}
				}
			: {})
	};
}
