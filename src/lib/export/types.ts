import type { ChartKind } from '../charts';
import type { IndicatorResult, QuartierEvent, QuartierMap, Release } from '../domain';

/** A table of a release with what is said about it: what leaves the house is made from nothing else. */
export type ReleasedPanel = {
	release: Release;
	/** place of its table in the release */
	table: number;
	kind: ChartKind;
	title: string;
	subtitle: string;
	/** name of the Quartier; undefined where the panel is about all */
	quartier?: string | undefined;
	/** source, waves or period, and n, in words */
	footer: string;
	/** the day, as it is to be read */
	date: string;
	events: readonly QuartierEvent[];
	/** outlines of the Quartiere, for a map */
	map?: QuartierMap | undefined;
};

/**
 * The table of a panel.
 *
 * @throws RangeError where the release has no such table, or has one that is not for handing over
 */
export function releasedResult({
	release,
	table
}: Pick<ReleasedPanel, 'release' | 'table'>): IndicatorResult<'handing-over'> {
	const result = release.results[table];
	if (result?.audience !== 'handing-over')
		throw new RangeError('only tables of a release leave the house');
	return result;
}
