import { caseworkFilter, groupFilter } from '../filters';
import { yearsFilter } from '../case-years';
import type { PanelContext } from '../panel';

/** The answers of the wave looked at. */
export const surveyOfWave = ({ filters }: PanelContext) => ({
	...(filters.wave === undefined ? {} : { wave: [filters.wave] }),
	...groupFilter(filters)
});

/** The waves up to the one looked at. */
export const wavesUntil = ({ filters, waves }: PanelContext): string[] =>
	waves.slice(0, filters.wave === undefined ? undefined : waves.indexOf(filters.wave) + 1);

/** The cases and records of all Quartiere in the period. */
export const caseworkOfAll = ({ filters }: PanelContext) => caseworkFilter(filters);

/** The cases and records of all Quartiere in the last whole year; in the stretch that was picked, where one was. */
export const caseworkOfLastYear = ({ filters, years }: PanelContext) =>
	years && !filters.span
		? { ...caseworkFilter(filters), ...yearsFilter(years.last, years.last) }
		: caseworkFilter(filters);

/** The cases and records of the Quartier in the period. */
export const casework = (context: PanelContext) => ({
	quartier: [context.quartier],
	...caseworkOfAll(context)
});
