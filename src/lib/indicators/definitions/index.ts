import { CASE_INDICATORS } from './casework';
import type { Indicator } from './indicator';
import { SURVEY_INDICATORS } from './survey';

export type { AnswerIndicator, CaseIndicator, Indicator, Words } from './indicator';

/** Every figure that Quartierspiegel knows. A new one is one entry here and one row of the test. */
export const INDICATORS: readonly Indicator[] = [...SURVEY_INDICATORS, ...CASE_INDICATORS];

const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

/** The definition of an indicator. @throws RangeError where there is none of that id */
export function indicatorById(id: string): Indicator {
	const found = byId.get(id);
	if (!found) throw new RangeError(`unknown indicator ${id}`);
	return found;
}
