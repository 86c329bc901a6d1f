import type { IndicatorRow } from '../domain';
import * as m from '../paraglide/messages';
import type { YearPair } from './case-years';
import type { Compared } from './comparison';
import { wavePair, type Filters } from './filters';

/** A column of a table of differences; the first is what the others are set against. */
export type Column = { name: string; is: (row: IndicatorRow) => boolean };

/** Columns where places stand side by side, or one and the rest. */
function ofPlaces({ quartiere, rest }: Compared, nameOf: (key: string) => string): Column[] {
	if (!rest) {
		return quartiere.map((key) => ({
			name: nameOf(key),
			is: ({ dimensions }) => dimensions.quartier === key
		}));
	}
	return [
		{ name: m.chart_rest(), is: ({ dimensions }) => dimensions.contrast === 'rest' },
		{ name: nameOf(quartiere[0] ?? ''), is: ({ dimensions }) => dimensions.contrast === 'self' }
	];
}

/** The columns of what a survey says: places, or two waves. */
export const surveyColumns = (
	compared: Compared,
	filters: Filters,
	{ nameOf, waveName }: { nameOf: (key: string) => string; waveName: (wave: string) => string }
): Column[] =>
	compared.periods
		? wavePair(filters).map((wave) => ({
				name: waveName(wave),
				is: ({ dimensions }) => dimensions.wave === wave
			}))
		: ofPlaces(compared, nameOf);

/** The columns of casework: places, or two years. */
export const caseColumns = (
	compared: Compared,
	years: YearPair | undefined,
	nameOf: (key: string) => string
): Column[] =>
	compared.periods
		? (years ?? []).map((year) => ({
				name: String(year),
				is: ({ dimensions }) => dimensions.period?.startsWith(`${year}-`) === true
			}))
		: ofPlaces(compared, nameOf);
