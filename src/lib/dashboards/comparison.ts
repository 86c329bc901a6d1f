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
		const pair = [filters.against, filters.wave].filter((one) => one !== undefined);
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
