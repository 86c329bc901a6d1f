import { IMPORT_KINDS, type ImportKind } from '../../domain';
import { CASE_FIELDS } from './cases';
import { fitting, type Field } from './fields';
import { QUARTIER_FIELDS } from './quartiere';
import { FIELD_KINDS, recordKind } from './records';
import { SURVEY_FIELDS } from './survey';

export const KINDS = IMPORT_KINDS;
export type Kind = ImportKind;

const FIELDS: Record<Kind, readonly Field[]> = {
	survey: SURVEY_FIELDS,
	supportCase: CASE_FIELDS,
	quartierYear: QUARTIER_FIELDS,
	contact: FIELD_KINDS.contact.fields,
	rentDebt: FIELD_KINDS.rentDebt.fields,
	benefit: FIELD_KINDS.benefit.fields,
	meetingPlaceDay: FIELD_KINDS.meetingPlaceDay.fields,
	cooperation: FIELD_KINDS.cooperation.fields,
	event: FIELD_KINDS.event.fields
};

/** Roles that a file of a kind must have, in their order. */
export const requiredRoles = (kind: Kind): string[] =>
	FIELDS[kind].filter(({ required }) => required).map(({ role }) => role);

/** Roles of the fields of a kind, in their order. */
export const fieldRoles = (kind: Kind): string[] => [
	...new Set(FIELDS[kind].map(({ role }) => role))
];

/** The field of a kind that each heading names best; every field is taken once, by the best heading. */
export function assignFields(
	kind: Kind,
	headings: readonly { heading: string; code: string }[]
): Map<number, Field> {
	const candidates = headings.flatMap(({ heading, code }, index) => {
		const fit = fitting(heading, code);
		return FIELDS[kind].map((field) => ({ field, index, fit: fit(field) }));
	});
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
 * and something only cases have; other records what they must have and most that is typical of them;
 * everything else is a survey.
 */
export function detectKind(headings: readonly { heading: string; code: string }[]): Kind {
	const typicalOf = (kind: Kind, own: readonly string[]): number => {
		const roles = [...assignFields(kind, headings).values()].map((field) => field.role);
		const typical = own.filter((role) => roles.includes(role)).length;
		return requiredRoles(kind).every((role) => roles.includes(role)) ? typical : 0;
	};
	const complete = (kind: Kind, own: readonly string[]): boolean =>
		typicalOf(kind, own) >= Math.min(2, own.length);
	if (
		complete('supportCase', ['closed', 'area', 'topic', 'access', 'workform', 'outcome', 'reason'])
	)
		return 'supportCase';
	if (headings.length <= 12 && complete('quartierYear', ['dwellings'])) return 'quartierYear';
	const [best] = KINDS.flatMap((kind) => {
		const typical = typicalOf(kind, recordKind(kind)?.typical ?? []);
		// Most of the columns are fields of the kind: a survey may ask for one or the other as well.
		const fields = assignFields(kind, headings).size;
		return typical > 0 && fields > headings.length / 2 ? [{ kind, fields }] : [];
	}).sort((a, b) => b.fields - a.fields);
	return best?.kind ?? 'survey';
}
