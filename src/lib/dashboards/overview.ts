import type { IndicatorQueryInput } from '../domain';
import { caseworkFilter, groupFilter, wavePair, type Filters } from './filters';
import { TOPIC_INDICES, TRENDS } from './key-figures';

/** The survey figures of the overview, in the order of its columns. */
const OVERVIEW_SURVEY = ['satisfied-overall', ...TOPIC_INDICES, 'nps', 'response-rate'];

/** Those of casework. */
export const OVERVIEW_CASEWORK = ['new-cases-rate', 'open-cases'];

/** The indicator whose course over all waves stands in the table. */
export const OVERVIEW_TREND = 'satisfied-overall';

/** Names of the questions of the overview, in their order. */
export const OVERVIEW_PARTS = [
	'change',
	'status',
	'casework',
	'stock',
	'stockCasework',
	'course',
	'stockCourse',
	'matrix'
] as const;
export type OverviewPart = (typeof OVERVIEW_PARTS)[number];

/**
 * The questions of the overview, in the order of `OVERVIEW_PARTS`: what changed in each Quartier since
 * the wave before, how it stands beside the others, the same for the whole stock, the course of one
 * indicator, and that which the matrix shows.
 */
export function overviewQueries(filters: Filters, waves: readonly string[]): IndicatorQueryInput[] {
	const upTo = waves.slice(
		0,
		filters.wave === undefined ? undefined : waves.indexOf(filters.wave) + 1
	);
	const groups = groupFilter(filters);
	const pair = { wave: wavePair(filters), ...groups };
	const now = { wave: filters.wave === undefined ? [] : [filters.wave], ...groups };
	const course = { wave: upTo, ...groups };
	const since = { filters: pair, compare: 'previous-wave' } as const;
	const survey = { indicators: OVERVIEW_SURVEY };
	const cases = { indicators: OVERVIEW_CASEWORK, filters: caseworkFilter(filters) };
	const trend = { indicators: [OVERVIEW_TREND], filters: course };
	const indicator = filters.trend ?? OVERVIEW_TREND;
	const questions: Record<OverviewPart, IndicatorQueryInput> = {
		change: { ...survey, ...since, by: ['quartier', 'wave'] },
		status: { ...survey, by: ['quartier'], filters: now, compare: 'quartier' },
		casework: { ...cases, by: ['quartier'], compare: 'quartier' },
		stock: { ...survey, ...since, by: ['wave'] },
		stockCasework: { ...cases, by: [] },
		course: { ...trend, by: ['quartier', 'wave'] },
		stockCourse: { ...trend, by: ['wave'] },
		matrix: {
			indicators: [TRENDS.includes(indicator) ? indicator : OVERVIEW_TREND],
			...since,
			by: ['quartier', 'wave']
		}
	};
	return OVERVIEW_PARTS.map((part) => questions[part]);
}

/** The answers to `overviewQueries` by their names. */
export const overviewParts = <T>(answers: readonly T[]): Partial<Record<OverviewPart, T>> =>
	Object.fromEntries(OVERVIEW_PARTS.map((part, at) => [part, answers[at]]));
