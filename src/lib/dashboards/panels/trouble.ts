import { INDEX_TOPICS } from '../../domain';
import { groupFilter, wavePair } from '../filters';
import type { Panel } from '../panel';
import { openAnswers, surveyOfWave, wavesUntil } from './queries';

/** What people write in their own words. */
const OPEN_ANSWERS: readonly Panel[] = (
	[
		{ id: 'terms', indicator: 'open-terms' },
		{ id: 'written', indicator: 'open-answered' }
	] as const
).map(({ id, indicator }) => ({
	id,
	section: 'trouble',
	chart: 'dots',
	span: id === 'terms' ? 5 : 12,
	...(id === 'terms' ? {} : { more: true }),
	needs: 'questions',
	relates: true,
	...(id === 'terms' ? { choice: 'question' as const, sentences: true } : {}),
	query: (context) => openAnswers(context, indicator)
}));

/** The items of a topic beside the other Quartiere. */
const TOPIC_ITEMS: readonly Panel[] = INDEX_TOPICS.map((topic) => ({
	id: `${topic}-items`,
	section: 'trouble',
	topic,
	chart: 'dots',
	span: 7,
	needs: 'survey',
	query: (context) => ({
		indicators: ['item-share'],
		by: ['item', 'contrast'],
		contrast: context.quartier,
		filters: { ...surveyOfWave(context), item: context.itemsOf(topic) },
		compare: 'rest'
	})
}));

/** The index of a topic over the waves. */
const TOPIC_COURSES: readonly Panel[] = INDEX_TOPICS.map((topic) => ({
	id: `${topic}-course`,
	section: 'trouble',
	topic,
	chart: 'trend',
	span: 5,
	needs: 'survey',
	query: (context) => ({
		indicators: [`index-${topic}`],
		by: ['contrast', 'wave'],
		contrast: context.quartier,
		filters: { wave: wavesUntil(context), ...groupFilter(context.filters) },
		compare: 'previous-wave'
	})
}));

/** Where it is bad: item by item, and in the words of the tenants. The items of a topic open in its row. */
export const TROUBLE: readonly Panel[] = [
	{
		id: 'priorities',
		section: 'trouble',
		chart: 'dots',
		span: 7,
		needs: 'survey',
		query: (context) => ({
			indicators: ['item-share'],
			by: ['item', 'contrast'],
			contrast: context.quartier,
			filters: surveyOfWave(context),
			compare: 'rest'
		})
	},
	...OPEN_ANSWERS,
	{
		id: 'importance',
		section: 'trouble',
		more: true,
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
		id: 'items',
		section: 'trouble',
		more: true,
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
	...TOPIC_ITEMS,
	...TOPIC_COURSES
];
