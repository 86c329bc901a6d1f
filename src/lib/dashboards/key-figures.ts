import type {
	Change,
	Estimate,
	IndicatorDefinition,
	IndicatorQueryInput,
	IndicatorResult
} from '../domain';
import * as m from '../paraglide/messages';
import { caseworkFilter, wavePair, type Filters } from './filters';
import { storyQueries, type StoryContext, type StoryPart } from './story';
import { TRENDS } from './topic-indices';

/** Names of the questions behind the head of a page. */
export type HeadPart = StoryPart | 'responses' | 'picked';

export type HeadAnswers = Partial<Record<HeadPart, IndicatorResult>>;

/**
 * The questions behind the head of the page of a Quartier: what is new and what stands apart, who answered,
 * and of a stretch of time that was picked the cases in it.
 */
export function headQueries(
	quartier: string,
	context: StoryContext
): Partial<Record<HeadPart, IndicatorQueryInput>> {
	const { filters, waves } = context;
	const contrast = { contrast: quartier };
	return {
		...storyQueries({ quartier }, context),
		...(waves.length > 0
			? {
					// Nobody knows how many households of an age were asked: it is that of all.
					responses: {
						...contrast,
						indicators: ['response-rate'],
						by: ['contrast', 'wave'],
						filters: { wave: wavePair(filters) }
					}
				}
			: {}),
		...(filters.span
			? {
					picked: {
						...contrast,
						indicators: ['new-cases-rate'],
						by: ['contrast'],
						filters: caseworkFilter(filters),
						compare: 'rest'
					}
				}
			: {})
	};
}

/** One of the figures at the head of a page. */
export type KeyFigure = {
	definition: IndicatorDefinition;
	/** the year it is about, where it is about one */
	year: number | undefined;
	/** false where that year is not over */
	isWhole: boolean;
	estimate: Estimate | undefined;
	/** beside the wave or year before, and beside the other Quartiere */
	changes: Change[];
	/** of a complete count, which is not tested, what it is to be seen beside */
	beside: { wave?: string; estimate: Estimate }[];
	/** what stands under the figure where there is no comparison */
	note?: string | undefined;
	/** the panel that shows what is behind it */
	href?: string | undefined;
};

const SHOWN = ['satisfied-overall', 'index-safety', 'nps', 'response-rate', 'new-cases-rate'];

/** The panels that show how figures came about; of the others, that of their course. */
const PANELS: Record<string, string> = {
	'response-rate': 'response-course',
	'new-cases-rate': 'case-rate'
};

/** What stands under a figure in place of a comparison. */
function noteOf(
	definition: IndicatorDefinition,
	filters: Filters,
	isOpen: boolean
): string | undefined {
	if (isOpen) return m.unsettled_figure();
	const hasGroups = Object.keys(filters.groups).length > 0;
	if (definition.id === 'response-rate' && hasGroups) return m.note_groups_ignored();
	if (definition.unit === 'per-1000-dwellings' && hasGroups) return m.note_all_dwellings();
	return undefined;
}

/**
 * The five figures for the head of the page, from the answers to `headQueries`, each with the way to its
 * panel. Of casework those of the last whole year, since a mean of many years is like none of them.
 */
export function keyFiguresFrom(
	answers: HeadAnswers,
	{ filters, years }: Pick<StoryContext, 'filters' | 'years'>,
	hrefOf: (panel: string, filters: Filters) => string
): KeyFigure[] {
	const all = Object.values(answers);
	const rowOf = (part: HeadPart, id: string, time: string | undefined, contrast = 'self') =>
		answers[part]?.rows.find(
			({ indicator, dimensions }) =>
				indicator === id &&
				dimensions.contrast === contrast &&
				(dimensions.wave ?? dimensions.period) === time
		);
	const year = years && `${years.last}-01-01`;
	return SHOWN.flatMap((id): KeyFigure[] => {
		const definition = all.flatMap(({ definitions }) => definitions).find((one) => one.id === id);
		if (!definition) return [];
		const isOfCases = definition.group === 'casework';
		const picked = isOfCases ? rowOf('picked', id, undefined) : undefined;
		const gap = picked ?? rowOf(isOfCases ? 'caseGap' : 'gap', id, isOfCases ? year : filters.wave);
		const change = isOfCases
			? picked
				? undefined
				: rowOf('caseChange', id, year)
			: rowOf('change', id, filters.wave);
		const count = rowOf('responses', id, filters.wave);
		const isOpen =
			!gap && all.some(({ unsettled }) => unsettled.some((one) => one.indicator === id));
		const before =
			filters.against === undefined ? undefined : rowOf('responses', id, filters.against);
		const rest = rowOf('responses', id, filters.wave, 'rest');
		return [
			{
				definition,
				year: isOfCases && !picked ? years?.last : undefined,
				isWhole: years?.isWhole ?? true,
				estimate: (gap ?? count)?.estimate,
				changes: [change?.change, gap?.change].filter((one) => one !== undefined),
				beside: [
					...(before ? [{ wave: filters.against ?? '', estimate: before.estimate }] : []),
					...(rest ? [{ estimate: rest.estimate }] : [])
				],
				note: noteOf(definition, filters, isOpen),
				href: hrefOf(
					PANELS[id] ?? 'trend',
					TRENDS.includes(id) ? { ...filters, trend: id } : filters
				)
			}
		];
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
