import {
	INDEX_TOPICS,
	type Change,
	type Estimate,
	type IndicatorDefinition,
	type IndicatorQueryInput,
	type IndicatorResult
} from '../domain';
import * as m from '../paraglide/messages';
import { caseworkFilter, groupFilter, wavePair, type Filters } from './filters';
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

/** One of the figures at the head of a page. */
export type KeyFigure = {
	definition: IndicatorDefinition;
	estimate: Estimate | undefined;
	change: Change | undefined;
	/** what stands under the figure where there is no comparison */
	note?: string | undefined;
	/** the panel that shows what is behind it */
	href?: string | undefined;
};

const SHOWN = ['satisfied-overall', 'index-safety', 'nps', 'response-rate', 'new-cases-rate'];

/** The panels that show how figures came about; of the others, that of their course. */
const PANELS: Record<string, string> = {
	'response-rate': 'response-course',
	'new-cases-rate': 'neighbours'
};

/**
 * The five figures for the head of the page, from the answers to `keyFigureQueries`, each with the way
 * to its panel.
 */
export function keyFiguresFrom(
	results: readonly IndicatorResult[],
	filters: Filters,
	hrefOf: (panel: string, filters: Filters) => string
): KeyFigure[] {
	const definitions = results.flatMap((result) => result.definitions);
	const rows = results.flatMap((result) => result.rows);
	const unsettled = results.flatMap((result) => result.unsettled);
	return SHOWN.flatMap((id) => {
		const definition = definitions.find((one) => one.id === id);
		const row = rows.find(
			(one) =>
				one.indicator === id &&
				one.dimensions.contrast === 'self' &&
				(one.dimensions.wave ?? filters.wave) === filters.wave
		);
		if (!definition) return [];
		const isOfAll = id === 'response-rate' && Object.keys(filters.groups).length > 0;
		const isOpen = !row && unsettled.some(({ indicator }) => indicator === id);
		const note = isOpen
			? m.unsettled_figure()
			: isOfAll
				? m.note_groups_ignored()
				: definition.completeCount
					? m.figure_complete_count()
					: undefined;
		const shown = TRENDS.includes(id) ? { ...filters, trend: id } : filters;
		const href = hrefOf(PANELS[id] ?? 'trend', shown);
		return [{ definition, estimate: row?.estimate, change: row?.change, note, href }];
	});
}

/** The measure that changed most surely since the wave before; overall satisfaction where none did. */
export function strongestTrend(result: IndicatorResult | undefined): string {
	const certain = (result?.rows ?? [])
		.filter(
			(row) =>
				row.dimensions.contrast === 'self' &&
				TRENDS.includes(row.indicator) &&
				(row.change?.verdict === 'higher' || row.change?.verdict === 'lower')
		)
		.sort((a, b) => (a.change?.pValue ?? 1) - (b.change?.pValue ?? 1));
	return certain[0]?.indicator ?? TRENDS[0] ?? 'satisfied-overall';
}
