import type { Dimension, IndicatorQueryInput } from '../domain';
import { groupFilter, membersFilter, periodFilter, type Filters } from './filters';
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
};

const standardised = ({ standardise }: Compared) =>
	standardise.length > 0 ? { standardise: [...standardise] } : {};

/** Figures that stand side by side in the table of differences. */
const COMPARED = ['satisfied-overall', ...TOPIC_INDICES, 'nps'];

/**
 * The differences of each other one to the first, with their intervals: for Quartiere a question for
 * each pair, so that the difference is that of the two and not of one with all.
 */
export function differenceQueries(compared: Compared, filters: Filters): IndicatorQueryInput[] {
	const [first, ...others] = compared.quartiere;
	if (first === undefined) return [];
	const wave = filters.wave === undefined ? {} : { wave: [filters.wave] };
	const common = {
		indicators: COMPARED,
		...standardised(compared)
	};
	if (compared.periods) {
		const pair = [filters.against, filters.wave].filter((one) => one !== undefined);
		return [
			{
				...common,
				by: ['wave'],
				filters: { quartier: [first], wave: pair, ...groupFilter(filters) },
				compare: 'previous-wave'
			}
		];
	}
	const by: Dimension[] = ['contrast'];
	const pairs = compared.rest ? [undefined] : others;
	return pairs.map((other) => ({
		...common,
		by,
		contrast: other ?? first,
		filters: {
			...(other === undefined ? {} : { quartier: [first, other] }),
			...wave,
			...groupFilter(filters)
		},
		compare: 'rest'
	}));
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

/** New cases per 1,000 dwellings, year by year, in some Quartiere together. */
export const casesQuery = (quartier: string[], filters: Filters): IndicatorQueryInput => ({
	indicators: ['new-cases-rate'],
	by: ['period'],
	period: 'year',
	filters: {
		quartier,
		...periodFilter(filters),
		...groupFilter(filters),
		...membersFilter(filters)
	}
});

/** Every item in every Quartier of a wave. */
export const itemsQuery = (compared: Compared, filters: Filters): IndicatorQueryInput => ({
	indicators: ['item-share'],
	by: ['item', 'quartier'],
	filters: {
		...(filters.wave === undefined ? {} : { wave: [filters.wave] }),
		...groupFilter(filters)
	},
	...standardised(compared)
});
