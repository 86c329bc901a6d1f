import { isShown, type Change, type IndicatorDefinition, type IndicatorResult } from '../domain';
import { TOPIC_INDICES } from './key-figures';

/** A change or a gap that is more than chance, with the panel of the Quartier that shows it. */
export type Noteworthy = {
	quartier: string;
	definition: IndicatorDefinition;
	change: Change;
	panel: string;
	/** what that panel is to show, where it shows one of several indicators */
	trend: string | undefined;
};

/** What counts as a large difference in each unit; of rates, as much as the figure itself. */
const LARGE: Partial<Record<IndicatorDefinition['unit'], number>> = {
	percent: 0.25,
	index: 25,
	nps: 50
};

/** p values below this are as certain as can be said. */
const SUREST = 1e-4;

/**
 * How much a difference stands out, from 0: its size, as a share of what is large in its unit, times
 * its certainty (the logarithm of its adjusted p value).
 */
export function weightOf(change: Change, unit: IndicatorDefinition['unit'], value: number): number {
	const { difference, pValue } = change;
	if (difference === null || pValue === null) return 0;
	// A rate is set against the larger of the two, so that half and twice as many stand out alike.
	const larger = Math.max(Math.abs(value), Math.abs(value - difference)) || 1;
	const size = Math.abs(difference) / (LARGE[unit] ?? larger);
	return size * (Math.log10(Math.max(pValue, SUREST)) / Math.log10(SUREST));
}

/** Whether the wave looked at asked in another way than the one before, so that a change may be of the questions. */
const isBroken = (result: IndicatorResult, indicator: string, change: Change, wave?: string) =>
	change.against === 'previous-wave' &&
	result.breaks.some((one) => one.indicator === indicator && one.wave === wave);

/** Where on the page of a Quartier a difference is shown; the course shows the others as well. */
function shownIn(
	change: Change,
	{ group, id }: IndicatorDefinition
): Pick<Noteworthy, 'panel' | 'trend'> {
	if (group === 'casework') return { panel: 'neighbours', trend: undefined };
	return change.against !== 'previous-wave' && TOPIC_INDICES.includes(id)
		? { panel: 'topics', trend: undefined }
		: { panel: 'trend', trend: id };
}

/**
 * What stands out in some results by Quartier: differences that are more than chance, those that are
 * large and certain first. A change since a wave that asked in another way is none.
 *
 * @param wave the wave looked at; rows of others say what it is compared with
 */
export function noteworthy(
	results: readonly IndicatorResult[],
	wave: string | undefined
): Noteworthy[] {
	return results
		.flatMap((result) =>
			result.rows.flatMap(({ indicator, dimensions, estimate, change }) => {
				const definition = result.definitions.find(({ id }) => id === indicator);
				const { quartier } = dimensions;
				const isNow = dimensions.wave === undefined || dimensions.wave === wave;
				if (!definition || quartier === undefined || !change || !isNow) return [];
				if (!isShown(estimate) || isBroken(result, indicator, change, wave)) return [];
				if (change.verdict !== 'higher' && change.verdict !== 'lower') return [];
				const weight = weightOf(change, definition.unit, estimate.value ?? 0);
				return [{ quartier, definition, change, weight, ...shownIn(change, definition) }];
			})
		)
		.toSorted((a, b) => b.weight - a.weight)
		.map(({ quartier, definition, change, panel, trend }) => ({
			quartier,
			definition,
			change,
			panel,
			trend
		}));
}
