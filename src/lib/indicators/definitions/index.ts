import type { IndicatorDefinition } from '../../domain';
import { BENEFIT_INDICATORS } from './benefits';
import { CASE_INDICATORS } from './casework';
import { CONTACT_AND_DEBT_INDICATORS } from './contacts-and-debts';
import type { Indicator } from './indicator';
import { ITEM_INDICATORS } from './items';
import { MASTER_INDICATORS } from './master';
import { MEETING_PLACE_INDICATORS } from './meeting-places';
import { OPEN_INDICATORS } from './open-answers';
import { RELATION_INDICATORS } from './relations';
import { RESPONSE_INDICATORS } from './responses';
import { SURVEY_INDICATORS } from './survey';

export type {
	AnswerIndicator,
	CaseIndicator,
	Counting,
	Indicator,
	MasterIndicator,
	RecordIndicator,
	RelationIndicator,
	ResponseIndicator
} from './indicator';

/** Every figure that Quartierspiegel knows. A new one is one entry here and one row of the test. */
export const INDICATORS: readonly Indicator[] = [
	...SURVEY_INDICATORS,
	...RESPONSE_INDICATORS,
	...ITEM_INDICATORS,
	...OPEN_INDICATORS,
	...RELATION_INDICATORS,
	...CASE_INDICATORS,
	...CONTACT_AND_DEBT_INDICATORS,
	...BENEFIT_INDICATORS,
	...MEETING_PLACE_INDICATORS,
	...MASTER_INDICATORS
];

const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

/** The definition of an indicator. @throws RangeError where there is none of that id */
export function indicatorById(id: string): Indicator {
	const found = byId.get(id);
	if (!found) throw new RangeError(`unknown indicator ${id}`);
	return found;
}

/** The part of a definition that readers need, without what the database is asked. */
export const definitionOf = ({
	id,
	name,
	description,
	formula,
	source,
	group,
	unit,
	direction,
	kind,
	minimumBase,
	completeCount
}: Indicator): IndicatorDefinition => ({
	id,
	name,
	description,
	formula,
	source,
	group,
	unit,
	direction,
	kind,
	minimumBase,
	completeCount
});
