import type { IndicatorResult, Release } from '../domain';
import { present, type Presentation, type Subject } from '../presentation';

/** A table of a release with what it is about: what leaves the house is made from nothing else. */
export type ReleasedPanel = {
	release: Release;
	/** place of its table in the release */
	table: number;
	subject: Subject;
	/** the day, as it is to be read */
	date: string;
};

/**
 * The table of a panel.
 *
 * @throws RangeError where the release has no such table, or has one that is not for handing over
 */
function releasedResult({ release, table }: ReleasedPanel): IndicatorResult<'handing-over'> {
	const result = release.results[table];
	if (result?.audience !== 'handing-over')
		throw new RangeError('only tables of a release leave the house');
	return result;
}

/** A panel as it leaves the house: presented like everywhere, from what was released. @throws RangeError as above */
export const presentReleased = (panel: ReleasedPanel): Presentation =>
	present(panel.subject, releasedResult(panel));
