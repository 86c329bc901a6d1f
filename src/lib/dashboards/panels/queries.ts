import type { IndicatorQueryInput } from '../../domain';
import { caseworkFilter, groupFilter, wavesUpTo } from '../filters';
import { yearsFilter } from '../case-years';
import type { PanelContext } from '../panel';

/** The answers of the wave looked at. */
export const surveyOfWave = ({ filters }: PanelContext) => ({
	...(filters.wave === undefined ? {} : { wave: [filters.wave] }),
	...groupFilter(filters)
});

/** The waves up to the one looked at. */
export const wavesUntil = ({ filters, waves }: PanelContext): string[] => wavesUpTo(waves, filters);

/** The cases and records of all Quartiere in the period. */
export const caseworkOfAll = ({ filters }: PanelContext) => caseworkFilter(filters);

/** The cases and records of all Quartiere in the last whole year; in the stretch that was picked, where one was. */
export const caseworkOfLastYear = ({ filters, years }: Pick<PanelContext, 'filters' | 'years'>) =>
	years && !filters.span
		? { ...caseworkFilter(filters), ...yearsFilter(years.last, years.last) }
		: caseworkFilter(filters);

/** The cases and records of the Quartier in the period. */
export const casework = (context: PanelContext) => ({
	quartier: [context.quartier],
	...caseworkOfAll(context)
});

/** A question about the cases and records of the Quartier in the period, by dimensions. */
export const ofQuartier =
	(indicators: IndicatorQueryInput['indicators'], by: NonNullable<IndicatorQueryInput['by']>) =>
	(context: PanelContext): IndicatorQueryInput => ({ indicators, by, filters: casework(context) });

/** What people write in their own words in answer to the question that is looked at, beside the other Quartiere. */
export const openAnswers = (
	context: PanelContext,
	indicator: 'open-answered' | 'open-terms'
): IndicatorQueryInput => ({
	indicators: [indicator],
	by: ['contrast'],
	contrast: context.quartier,
	filters: {
		...surveyOfWave(context),
		...(context.question === undefined ? {} : { question: context.question })
	},
	compare: 'rest'
});
