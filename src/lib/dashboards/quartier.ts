import { INDEX_TOPICS, type IndicatorQueryInput } from '../domain';
import { groupFilter, periodFilter, wavePair } from './filters';
import type { Panel, PanelContext } from './panel';

const indices = INDEX_TOPICS.map((topic) => `index-${topic}`);

/** Measures that the trend can show. */
export const TRENDS = ['satisfied-overall', 'mean-satisfaction', ...indices, 'nps'];

/** The figures that matter, for the head of the page: first the survey, then casework. */
export const keyFigureQueries = ({ quartier, filters }: PanelContext): IndicatorQueryInput[] => [
	{
		indicators: [...TRENDS, 'response-rate'],
		by: ['contrast', 'wave'],
		contrast: quartier,
		filters: { wave: wavePair(filters), ...groupFilter(filters) },
		compare: 'previous-wave'
	},
	{
		indicators: ['new-cases-rate'],
		by: ['contrast'],
		contrast: quartier,
		filters: { ...periodFilter(filters), ...groupFilter(filters) },
		compare: 'rest'
	}
];

const surveyOfWave = ({ filters }: PanelContext) => ({
	...(filters.wave === undefined ? {} : { wave: [filters.wave] }),
	...groupFilter(filters)
});

const casework = ({ quartier, filters }: PanelContext) => ({
	quartier: [quartier],
	...periodFilter(filters),
	...groupFilter(filters)
});

/** The panels of a Quartier, in the order in which one asks: how are they, where is it bad, what do we do, does it help. */
export const QUARTIER_PANELS: readonly Panel[] = [
	{
		id: 'topics',
		chart: 'dots',
		span: 7,
		needs: 'survey',
		query: (context) => ({
			indicators: indices,
			by: ['contrast'],
			contrast: context.quartier,
			filters: surveyOfWave(context),
			compare: 'rest'
		})
	},
	{
		id: 'trend',
		chart: 'trend',
		span: 5,
		needs: 'survey',
		query: ({ quartier, filters, waves }) => ({
			indicators: [filters.trend ?? 'satisfied-overall'],
			by: ['contrast', 'wave'],
			contrast: quartier,
			filters: {
				wave: waves.slice(
					0,
					filters.wave === undefined ? undefined : waves.indexOf(filters.wave) + 1
				),
				...groupFilter(filters)
			},
			compare: 'previous-wave'
		})
	},
	{
		id: 'items',
		chart: 'likert',
		span: 12,
		needs: 'survey',
		query: ({ quartier, filters }) => ({
			indicators: ['item-distribution', 'item-share'],
			by: ['item', 'wave'],
			filters: { quartier: [quartier], wave: wavePair(filters), ...groupFilter(filters) },
			compare: 'previous-wave'
		})
	},
	{
		id: 'choices',
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
		id: 'age',
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
		id: 'neighbours',
		chart: 'dots',
		span: 6,
		needs: 'casework',
		query: ({ filters }) => ({
			indicators: ['new-cases-rate'],
			by: ['quartier'],
			filters: { ...periodFilter(filters), ...groupFilter(filters) }
		})
	},
	{
		id: 'areas',
		chart: 'stackedBars',
		span: 8,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases'],
			by: ['period', 'area'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	{
		id: 'case-topics',
		chart: 'bars',
		span: 4,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases'],
			by: ['caseTopic'],
			filters: casework(context)
		})
	},
	{
		id: 'flow',
		chart: 'flow',
		span: 8,
		needs: 'casework',
		query: (context) => ({
			indicators: ['new-cases', 'closed-cases', 'open-cases'],
			by: ['period'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	{
		id: 'success',
		chart: 'bars',
		span: 4,
		needs: 'casework',
		query: (context) => ({
			indicators: ['success-share'],
			by: ['area'],
			filters: casework(context)
		})
	},
	{
		id: 'outcomes',
		chart: 'bars',
		span: 6,
		needs: 'casework',
		query: (context) => ({
			indicators: ['closed-cases'],
			by: ['outcome'],
			filters: casework(context)
		})
	},
	{
		id: 'reasons',
		chart: 'bars',
		span: 6,
		needs: 'reasons',
		query: (context) => ({
			indicators: ['closed-cases'],
			by: ['closingReason'],
			filters: casework(context)
		})
	},
	{
		id: 'duration',
		chart: 'dots',
		span: 6,
		needs: 'casework',
		query: (context) => ({
			indicators: ['case-duration'],
			by: ['area'],
			filters: casework(context)
		})
	},
	{
		id: 'effort',
		chart: 'figures',
		span: 6,
		needs: 'contact',
		query: (context) => ({
			indicators: ['contacts', 'contacts-per-case', 'minutes-per-case'],
			by: [],
			filters: casework(context)
		})
	},
	{
		id: 'channels',
		chart: 'bars',
		span: 4,
		needs: 'contact',
		query: (context) => ({
			indicators: ['contacts'],
			by: ['channel'],
			filters: casework(context)
		})
	},
	{
		id: 'debts',
		chart: 'figures',
		span: 4,
		needs: 'debt',
		query: (context) => ({
			indicators: [
				'debt-cases',
				'debt-regulated',
				'evictions-averted',
				'averted-share',
				...(context.filters.eviction ? ['eviction-cost-avoided'] : [])
			],
			by: [],
			filters: casework(context),
			...(context.filters.eviction ? { evictionCost: context.filters.eviction } : {})
		})
	},
	{
		id: 'debt-stages',
		chart: 'bars',
		span: 4,
		needs: 'debt',
		query: (context) => ({ indicators: ['debt-cases'], by: ['stage'], filters: casework(context) })
	},
	{
		id: 'benefit-steps',
		chart: 'bars',
		span: 4,
		needs: 'benefit',
		query: (context) => ({
			indicators: ['benefit-advised', 'benefit-entitled', 'benefit-applied', 'benefit-granted'],
			by: [],
			filters: casework(context)
		})
	},
	{
		id: 'benefit-euros',
		chart: 'figures',
		span: 4,
		needs: 'benefit',
		query: (context) => ({
			indicators: ['benefit-euros-month', 'benefit-euros-year'],
			by: [],
			filters: casework(context)
		})
	},
	{
		id: 'benefit-kinds',
		chart: 'bars',
		span: 4,
		needs: 'benefit',
		query: (context) => ({
			indicators: ['benefit-euros-month'],
			by: ['benefit'],
			filters: casework(context)
		})
	},
	{
		id: 'treff-visits',
		chart: 'stackedBars',
		span: 8,
		needs: 'treffday',
		query: (context) => ({
			indicators: ['treff-visits'],
			by: ['period', 'target'],
			period: 'calendarQuarter',
			filters: casework(context)
		})
	},
	{
		id: 'treff',
		chart: 'figures',
		span: 4,
		needs: 'treffday',
		query: (context) => ({
			indicators: ['treff-days', 'treff-visits', 'visits-per-day', 'young-share', 'volunteers'],
			by: [],
			filters: casework(context)
		})
	},
	{
		id: 'offers',
		chart: 'bars',
		span: 8,
		needs: 'treffday',
		query: (context) => ({
			indicators: ['treff-visits'],
			by: ['offer'],
			filters: casework(context)
		})
	},
	{
		id: 'cooperations',
		chart: 'bars',
		span: 4,
		needs: 'cooperation',
		query: (context) => ({
			indicators: ['cooperations'],
			by: ['partnerKind'],
			filters: casework(context)
		})
	}
];
