import type { Dimension, IndicatorQueryInput } from '../domain';
import { groupFilter, membersFilter, periodFilter, wavePair, type Filters } from './filters';
import { TOPIC_INDICES, TRENDS } from './key-figures';

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

/**
 * The differences of each other one to the first, with their intervals; null where there is nothing to
 * set it against.
 */
export function differenceQuery(compared: Compared, filters: Filters): IndicatorQueryInput | null {
	const [first] = compared.quartiere;
	if (first === undefined) return null;
	const wave = filters.wave === undefined ? {} : { wave: [filters.wave] };
	const common = {
		indicators: COMPARED,
		...standardised(compared)
	};
	if (compared.periods) {
		if (filters.against === undefined) return null;
		const pair = wavePair(filters);
		return {
			...common,
			by: ['wave'],
			filters: { quartier: [first], wave: pair, ...groupFilter(filters) },
			compare: 'previous-wave'
		};
	}
	if (compared.rest) {
		const by: Dimension[] = ['contrast'];
		const parts = { ...wave, ...groupFilter(filters) };
		return { ...common, by, contrast: first, filters: parts, compare: 'rest' };
	}
	if (compared.quartiere.length < 2) return null;
	return {
		...common,
		by: ['quartier'],
		contrast: first,
		filters: { quartier: [...compared.quartiere], ...wave, ...groupFilter(filters) },
		compare: 'quartier'
	};
}

/** Figures of cases and of rent debts that stand side by side; of each kind of record a question. */
const COMPARED_CASEWORK = [
	['new-cases-rate', 'success-share', 'contacts-per-case', 'minutes-per-case'],
	['averted-share']
];

/**
 * The last year that is looked at and the one before, of which neither is a part of a year where there
 * are others; undefined where there is no other.
 *
 * @param coverage first and last day of casework
 */
export function yearPair(
	{ from, to }: Filters,
	coverage: { to: string } | null
): [number, number] | undefined {
	if (from === undefined || to === undefined) return undefined;
	const isOver = coverage === null || coverage.to >= `${to}-12-31`;
	const last = isOver || to - 1 <= from ? to : to - 1;
	return from < last ? [last - 1, last] : undefined;
}

/**
 * The same of casework: of the years chosen, or of one Quartier in the last of them and in the one
 * before. None where there is nothing to set it against.
 */
export function caseDifferenceQueries(
	compared: Compared,
	filters: Filters,
	coverage: { to: string } | null
): IndicatorQueryInput[] {
	const { quartiere, rest, periods } = compared;
	const [first] = quartiere;
	const kept = { ...groupFilter(filters), ...membersFilter(filters) };
	const within = { ...periodFilter(filters), ...kept };
	const years = yearPair(filters, coverage);
	if (first === undefined || (periods ? !years : !rest && quartiere.length < 2)) return [];
	return COMPARED_CASEWORK.map((indicators): IndicatorQueryInput => {
		if (periods) {
			const span = { from: `${years![0]}-01-01`, to: `${years![1]}-12-31` };
			return {
				indicators,
				by: ['period'],
				period: 'year',
				filters: { quartier: [first], period: span, ...kept },
				compare: 'previous-period'
			};
		}
		const common = { indicators, contrast: first };
		return rest
			? { ...common, by: ['contrast'], filters: within, compare: 'rest' }
			: {
					...common,
					by: ['quartier'],
					filters: { quartier: [...quartiere], ...within },
					compare: 'quartier'
				};
	});
}

/** The course of one measure in some Quartiere together. */
export const courseQuery = (
	measure: string,
	quartier: string[],
	waves: readonly string[],
	filters: Filters
): IndicatorQueryInput => ({
	indicators: [TRENDS.includes(measure) ? measure : 'satisfied-overall'],
	by: ['wave'],
	filters: { quartier, wave: [...waves], ...groupFilter(filters) },
	compare: 'previous-wave'
});

/** A figure of casework, year by year, in some Quartiere together. */
export const casesQuery = (
	measure: string,
	quartier: string[],
	filters: Filters
): IndicatorQueryInput => ({
	indicators: [CASE_COURSES.includes(measure) ? measure : CASE_COURSES[0]!],
	by: ['period'],
	period: 'year',
	filters: {
		quartier,
		...periodFilter(filters),
		...groupFilter(filters),
		...membersFilter(filters)
	}
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
