import type { IndicatorQueryInput } from '../domain';
import { INDEX_TOPICS } from '../domain';
import type { ChartKind } from '../presentation';

/** One panel about a wave as a whole; `group` is the group that the page looks at. */
export type SurveyPanel = {
	id: string;
	chart: ChartKind;
	span: number;
	query: (context: { wave: string; group: string | undefined }) => IndicatorQueryInput | null;
};

/** Who answered, and whether they stand for all. */
export const SURVEY_PANELS: readonly SurveyPanel[] = [
	{
		id: 'whole',
		chart: 'figures',
		span: 4,
		query: ({ wave }) => ({
			indicators: ['response-rate', 'achieved-margin'],
			by: [],
			filters: { wave: [wave] }
		})
	},
	{
		id: 'arrival',
		chart: 'dots',
		span: 8,
		query: ({ wave }) => ({
			indicators: ['satisfied-overall'],
			by: ['arrival'],
			filters: { wave: [wave] },
			compare: 'arrival'
		})
	},
	{
		id: 'response',
		chart: 'bars',
		span: 6,
		query: ({ wave }) => ({
			indicators: ['response-rate'],
			by: ['quartier'],
			filters: { wave: [wave] }
		})
	},
	{
		id: 'margin',
		chart: 'bars',
		span: 6,
		query: ({ wave }) => ({
			indicators: ['achieved-margin'],
			by: ['quartier'],
			filters: { wave: [wave] }
		})
	},
	{
		id: 'stock',
		chart: 'dots',
		span: 12,
		// No comparison, so the correction for a finite population stands where a sample was drawn.
		query: ({ wave }) => ({
			indicators: ['satisfied-overall'],
			by: ['quartier'],
			filters: { wave: [wave] },
			finitePopulation: true
		})
	},
	{
		id: 'group-share',
		chart: 'dots',
		span: 6,
		query: ({ wave, group }) =>
			group === undefined
				? null
				: {
						indicators: ['satisfied-overall'],
						by: [`group:${group}`],
						filters: { wave: [wave] },
						compare: `group:${group}`
					}
	}
];

/** The question behind the table of differences between groups. */
export const groupTestQuery = (wave: string, group: string): IndicatorQueryInput => ({
	indicators: ['item-share'],
	by: ['item', `group:${group}`],
	filters: { wave: [wave] },
	compare: `group:${group}`
});

/** The composition of the respondents by a dimension, as they are and as they are weighted. */
export const compositionQuery = (
	wave: string,
	dimension: 'quartier' | `group:${string}`
): IndicatorQueryInput => ({
	indicators: ['composition', 'weighted-composition'],
	by: [dimension],
	filters: { wave: [wave] }
});

/** How items go together: what is worked out from the sheets. */
export const relationQueries = (wave: string): { id: string; query: IndicatorQueryInput }[] => {
	const filters = { wave: [wave] };
	const topics = (prefix: string) => INDEX_TOPICS.map((topic) => `${prefix}-${topic}`);
	return [
		{ id: 'drivers', query: { indicators: topics('driver'), by: [], filters } },
		{
			id: 'correlations',
			query: { indicators: ['driver-correlation'], by: ['item'], filters }
		},
		{ id: 'reliability', query: { indicators: topics('alpha'), by: [], filters } }
	];
};

/** The terms in the answers to an open question of a wave, all Quartiere together. */
export const openTermsQuery = (wave: string, question: string): IndicatorQueryInput => ({
	indicators: ['open-terms'],
	by: [],
	filters: { wave: [wave], question }
});

/** What people wrote in a wave, all Quartiere together. */
export const openAnswerQueries = (
	wave: string,
	question: string
): { id: string; sentences: boolean; query: IndicatorQueryInput }[] => [
	{
		id: 'written',
		sentences: false,
		query: { indicators: ['open-answered'], by: [], filters: { wave: [wave] } }
	},
	{ id: 'terms', sentences: true, query: openTermsQuery(wave, question) }
];
