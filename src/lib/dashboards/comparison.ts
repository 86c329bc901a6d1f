import type { IndicatorQueryInput } from '../domain';
import type { CaseYears, YearPair } from './case-years';
import { caseworkFilter, groupFilter, membersFilter, wavePair, type Filters } from './filters';
import { caseworkOfLastYear } from './panels/queries';
import { TOPIC_INDICES, TRENDS } from './topic-indices';

/** What stands side by side: Quartiere, one and all others, or one at two times. */
export type Compared = {
	/** keys of the Quartiere, the first one being what the others are set against */
	quartiere: readonly string[];
	/** the other Quartiere stand beside the first, and it alone */
	rest: boolean;
	/** waves stand beside each other, for the first Quartier */
	periods: boolean;
	/** groups whose mixture is made the same */
	standardise: readonly string[];
	/** the figure of casework whose course is shown */
	casework: string;
};

/** Figures of casework whose course can be shown. */
export const CASE_COURSES = [
	'new-cases-rate',
	'success-share',
	'case-duration',
	'contacts-per-case',
	'averted-share'
];

const standardised = ({ standardise }: Compared) =>
	standardise.length > 0 ? { standardise: [...standardise] } : {};

/** Figures that stand side by side in the table of differences. */
const COMPARED = ['satisfied-overall', ...TOPIC_INDICES, 'nps'];

/** A question but for its figures: what stands side by side, and in which part of the data. */
type SideBySide = Omit<IndicatorQueryInput, 'indicators'>;

/** Places, each set against the first, or it against all others; null where it stands alone. */
function places(
	{ quartiere, rest }: Compared,
	filters: IndicatorQueryInput['filters']
): SideBySide | null {
	const [contrast] = quartiere;
	if (contrast === undefined) return null;
	if (rest) return { by: ['contrast'], contrast, filters, compare: 'rest' };
	if (quartiere.length < 2) return null;
	const all = { quartier: [...quartiere], ...filters };
	return { by: ['quartier'], contrast, filters: all, compare: 'quartier' };
}

/** Two waves of the first Quartier; null where there is no earlier one. */
const waves = ({ quartiere }: Compared, filters: Filters): SideBySide | null =>
	filters.against === undefined
		? null
		: {
				by: ['wave'],
				filters: {
					quartier: quartiere.slice(0, 1),
					wave: wavePair(filters),
					...groupFilter(filters)
				},
				compare: 'previous-wave'
			};

/** Two years of the first Quartier; null where there is no earlier one. */
const yearsOfCasework = (
	{ quartiere }: Compared,
	filters: Filters,
	years: YearPair | undefined
): SideBySide | null =>
	years
		? {
				by: ['period'],
				period: 'year',
				filters: {
					quartier: quartiere.slice(0, 1),
					period: { from: `${years[0]}-01-01`, to: `${years[1]}-12-31` },
					...groupFilter(filters),
					...membersFilter(filters)
				},
				compare: 'previous-period'
			}
		: null;

/**
 * The differences of each other one to the first, with their intervals; null where there is nothing to
 * set it against.
 */
export function differenceQuery(compared: Compared, filters: Filters): IndicatorQueryInput | null {
	const wave = filters.wave === undefined ? {} : { wave: [filters.wave] };
	const asked = compared.periods
		? waves(compared, filters)
		: places(compared, { ...wave, ...groupFilter(filters) });
	return asked && { indicators: COMPARED, ...standardised(compared), ...asked };
}

/** Figures of cases and of rent debts that stand side by side; of each kind of record a question. */
const COMPARED_CASEWORK = [
	['new-cases-rate', 'success-share', 'contacts-per-case', 'minutes-per-case'],
	['averted-share']
];

/**
 * The same of casework: of the last year of `years`, or of one Quartier in `pair`. None where there is
 * nothing to set it against.
 */
export function caseDifferenceQueries(
	compared: Compared,
	filters: Filters,
	years: CaseYears | undefined,
	pair: YearPair | undefined
): IndicatorQueryInput[] {
	const asked = compared.periods
		? yearsOfCasework(compared, filters, pair)
		: places(compared, caseworkOfLastYear({ filters, years }));
	return asked ? COMPARED_CASEWORK.map((indicators) => ({ indicators, ...asked })) : [];
}

/** The course of one indicator in some Quartiere together. */
export const courseQuery = (
	indicator: string,
	quartier: string[],
	waves: readonly string[],
	filters: Filters
): IndicatorQueryInput => ({
	indicators: [TRENDS.includes(indicator) ? indicator : 'satisfied-overall'],
	by: ['wave'],
	filters: { quartier, wave: [...waves], ...groupFilter(filters) },
	compare: 'previous-wave'
});

/** A figure of casework, year by year, in some Quartiere together. */
export const casesQuery = (
	indicator: string,
	quartier: string[],
	filters: Filters
): IndicatorQueryInput => ({
	indicators: [indicator],
	by: ['period'],
	period: 'year',
	filters: { quartier, ...caseworkFilter(filters) }
});

/** Every item in every Quartier of a wave, each set against the other Quartiere. */
export const itemsQuery = (compared: Compared, filters: Filters): IndicatorQueryInput => ({
	indicators: ['item-share'],
	by: ['item', 'quartier'],
	compare: 'quartier',
	filters: {
		...(filters.wave === undefined ? {} : { wave: [filters.wave] }),
		...groupFilter(filters)
	},
	...standardised(compared)
});
