import { fits, type Field } from './fields';
import { CASE_FIELDS } from './cases';
import { QUARTIER_FIELDS } from './quartiere';
import { SURVEY_FIELDS } from './survey';

export { GROUPS, fits, type Field } from './fields';
export { looksLikeSuccess } from './cases';

export const KINDS = ['survey', 'cases', 'quartiere'] as const;
export type Kind = (typeof KINDS)[number];

const FIELDS: Record<Kind, readonly Field[]> = {
	survey: SURVEY_FIELDS,
	cases: CASE_FIELDS,
	quartiere: QUARTIER_FIELDS
};

/** The field of a kind that each heading names best; every field is taken once, by the best heading. */
export function assignFields(
	kind: Kind,
	headings: readonly { heading: string; code: string }[]
): Map<number, Field> {
	const candidates = headings.flatMap(({ heading, code }, index) =>
		FIELDS[kind].map((field) => ({ field, index, fit: fits(field, heading, code) }))
	);
	const assigned = new Map<number, Field>();
	const taken = new Set<Field>();
	for (const { field, index, fit } of candidates.sort(
		(a, b) => b.fit - a.fit || a.index - b.index
	)) {
		if (fit === 0 || taken.has(field) || assigned.has(index)) continue;
		assigned.set(index, field);
		taken.add(field);
	}
	return assigned;
}

/**
 * What a file holds, from its headings: master data name dwellings, case lists the day of opening
 * and something only cases have; everything else is a survey.
 */
export function detectKind(headings: readonly { heading: string; code: string }[]): Kind {
	const complete = (kind: Kind, own: readonly string[]): boolean => {
		const roles = [...assignFields(kind, headings).values()].map((field) => field.role);
		const required = FIELDS[kind].filter((field) => field.required).map((field) => field.role);
		const typical = own.filter((role) => roles.includes(role)).length;
		return required.every((role) => roles.includes(role)) && typical >= Math.min(2, own.length);
	};
	if (complete('cases', ['closed', 'area', 'topic', 'access', 'workform', 'outcome']))
		return 'cases';
	if (headings.length <= 12 && complete('quartiere', ['dwellings'])) return 'quartiere';
	return 'survey';
}
