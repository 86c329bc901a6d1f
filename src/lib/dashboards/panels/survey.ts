import { groupFilter, wavePair } from '../filters';
import { TOPIC_INDICES } from '../topic-indices';
import type { Panel } from '../panel';
import { casework, caseworkOfAll, surveyOfWave, wavesUntil } from './queries';

/** The Quartier in numbers. */
const PROFILE: readonly Panel[] = [
	{
		id: 'stock-figures',
		section: 'profile',
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
	},
	{
		id: 'network-figures',
		section: 'profile',
		chart: 'figures',
		span: 6,
		needs: 'cooperation',
		query: (context) => ({
			indicators: ['cooperations', 'meeting-places'],
			by: [],
			filters: casework(context)
		})
	},
	{
		id: 'response-course',
		section: 'profile',
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
		id: 'cooperations',
		section: 'profile',
		chart: 'bars',
		span: 6,
		needs: 'cooperation',
		query: (context) => ({
			indicators: ['cooperations'],
			by: ['partnerKind'],
			filters: casework(context)
		})
	}
];

const SATISFACTION: readonly Panel[] = [
	{
		id: 'topics',
		section: 'satisfaction',
		chart: 'dots',
		span: 7,
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
		id: 'trend',
		section: 'satisfaction',
		chart: 'trend',
		span: 5,
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
		id: 'items',
		section: 'satisfaction',
		chart: 'likert',
		span: 12,
		needs: 'survey',
		firstWave: true,
		query: ({ quartier, filters }) => ({
			indicators: ['item-distribution', 'item-share'],
			by: ['item', 'wave'],
			filters: { quartier: [quartier], wave: wavePair(filters), ...groupFilter(filters) },
			compare: 'previous-wave'
		})
	},
	{
		id: 'importance',
		section: 'satisfaction',
		chart: 'matrix',
		span: 12,
		needs: 'survey',
		relates: true,
		// How items go together is worked out from all sheets of the Quartier, whatever the group.
		query: ({ quartier, filters }) => ({
			indicators: ['item-share', 'driver-correlation'],
			by: ['item'],
			filters: {
				quartier: [quartier],
				...(filters.wave === undefined ? {} : { wave: [filters.wave] })
			}
		})
	},
	{
		id: 'nps',
		section: 'satisfaction',
		chart: 'trend',
		span: 5,
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
		id: 'age',
		section: 'satisfaction',
		chart: 'dots',
		span: 7,
		needs: 'survey',
		query: (context) => ({
			indicators: ['satisfied-overall'],
			by: ['group:age'],
			filters: { quartier: [context.quartier], ...surveyOfWave(context) }
		})
	},
	{
		id: 'choices',
		section: 'satisfaction',
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
	}
];

/** Items of two topics beside the other Quartiere: how safe it is, and how it looks around the house. */
const SURROUNDINGS: readonly Panel[] = (['safety', 'environment'] as const).map((topic) => ({
	id: `${topic}-items`,
	section: 'surroundings',
	chart: 'dots',
	span: 6,
	needs: 'survey',
	query: (context) => ({
		indicators: ['item-share'],
		by: ['item', 'contrast'],
		contrast: context.quartier,
		filters: { ...surveyOfWave(context), item: context.itemsOf(topic) },
		compare: 'rest'
	})
}));

/** What people write in their own words. */
const OPEN_ANSWERS: readonly Panel[] = (
	[
		{ id: 'written', indicator: 'open-answered' },
		{ id: 'terms', indicator: 'open-terms' }
	] as const
).map(({ id, indicator }) => ({
	id,
	section: 'openAnswers',
	chart: 'dots',
	span: 12,
	needs: 'questions',
	relates: true,
	...(id === 'terms' ? { choice: 'question' as const, sentences: true } : {}),
	query: (context) => ({
		indicators: [indicator],
		by: ['contrast'],
		contrast: context.quartier,
		filters: {
			...surveyOfWave(context),
			...(context.question === undefined ? {} : { question: context.question })
		},
		compare: 'rest'
	})
}));

/** What the survey says of a Quartier, and what it is. */
export const SURVEY_SECTIONS: readonly Panel[] = [
	...PROFILE,
	...SATISFACTION,
	...SURROUNDINGS,
	...OPEN_ANSWERS
];
