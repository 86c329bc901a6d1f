import {
	type Change,
	type Estimate,
	type IndicatorDefinition,
	type IndicatorQueryInput,
	type IndicatorResult
} from '../domain';
import * as m from '../paraglide/messages';
import { yearsFilter } from './case-years';
import { caseworkFilter, groupFilter, membersFilter, wavePair, type Filters } from './filters';
import type { PanelContext } from './panel';
import { TRENDS } from './topic-indices';

/** Names of the questions behind the figures at the head of a page, in their order. */
const PARTS = ['change', 'gap', 'responses', 'caseChange', 'caseGap'] as const;
type Part = (typeof PARTS)[number];

/** What the figures at the head are asked with; `years` where anything is known of cases. */
type Asked = Pick<PanelContext, 'quartier' | 'filters' | 'years'>;

/**
 * The figures that matter, for the head of the page, in the order of `PARTS`: each beside the wave or year
 * before, and beside the other Quartiere. Of casework those of the last whole year, since a mean of many years
 * is like none of them; of a stretch of time that was picked, those of that stretch.
 */
export function keyFigureQueries({ quartier, filters, years }: Asked): IndicatorQueryInput[] {
	const groups = groupFilter(filters);
	const contrast = { by: ['contrast'], contrast: quartier } satisfies Partial<IndicatorQueryInput>;
	const now = filters.wave === undefined ? {} : { wave: [filters.wave] };
	const cases = { indicators: ['new-cases-rate'], contrast: quartier };
	const whom = { ...groups, ...membersFilter(filters) };
	const ofYear = (first: number, last: number) => ({ ...yearsFilter(first, last), ...whom });
	const questions: Record<Part, IndicatorQueryInput> = {
		change: {
			...contrast,
			indicators: TRENDS,
			by: ['contrast', 'wave'],
			filters: { wave: wavePair(filters), ...groups },
			compare: 'previous-wave'
		},
		gap: { ...contrast, indicators: TRENDS, filters: { ...now, ...groups }, compare: 'rest' },
		// Nobody knows how many households of an age were asked: it is that of all.
		responses: {
			...contrast,
			indicators: ['response-rate'],
			by: ['contrast', 'wave'],
			filters: { wave: wavePair(filters) }
		},
		caseChange: {
			...cases,
			by: ['contrast', 'period'],
			period: 'year',
			filters: years
				? ofYear(Math.max(years.first, years.last - 1), years.last)
				: caseworkFilter(filters),
			compare: 'previous-period'
		},
		caseGap: {
			...cases,
			by: ['contrast'],
			filters: years && !filters.span ? ofYear(years.last, years.last) : caseworkFilter(filters),
			compare: 'rest'
		}
	};
	return PARTS.map((part) => questions[part]);
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
	return undefined;
}

/**
 * The five figures for the head of the page, from the answers to `keyFigureQueries`, each with the way
 * to its panel.
 */
export function keyFiguresFrom(
	results: readonly IndicatorResult[],
	{ filters, years }: Pick<PanelContext, 'filters' | 'years'>,
	hrefOf: (panel: string, filters: Filters) => string
): KeyFigure[] {
	const parts = Object.fromEntries(PARTS.map((part, at) => [part, results[at]])) as Partial<
		Record<Part, IndicatorResult>
	>;
	const rowsOf = (part: Part, id: string, contrast: 'self' | 'rest' = 'self') =>
		(parts[part]?.rows ?? []).filter(
			(row) => row.indicator === id && row.dimensions.contrast === contrast
		);
	const lastYear = years && `${years.last}-01-01`;
	return SHOWN.flatMap((id): KeyFigure[] => {
		const definition = results
			.flatMap(({ definitions }) => definitions)
			.find((one) => one.id === id);
		if (!definition) return [];
		const isOfCases = definition.group === 'casework';
		const gap = rowsOf('caseGap', id).at(0) ?? rowsOf('gap', id).at(0);
		const inTime = isOfCases
			? rowsOf('caseChange', id).find(({ dimensions }) => dimensions.period === lastYear)
			: [...rowsOf('change', id), ...rowsOf('responses', id)].find(
					({ dimensions }) => dimensions.wave === filters.wave
				);
		const own = isOfCases ? gap : (inTime ?? gap);
		const isOpen =
			!own && results.some(({ unsettled }) => unsettled.some((one) => one.indicator === id));
		const before = rowsOf('responses', id).find(
			({ dimensions }) => dimensions.wave === filters.against && filters.against !== undefined
		);
		const rest = rowsOf('responses', id, 'rest').find(
			({ dimensions }) => dimensions.wave === filters.wave
		);
		const change = isOfCases && filters.span ? undefined : inTime?.change;
		return [
			{
				definition,
				year: isOfCases && !filters.span ? years?.last : undefined,
				isWhole: years?.isWhole ?? true,
				estimate: own?.estimate,
				changes: [change, gap?.change].filter((one) => one !== undefined),
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
