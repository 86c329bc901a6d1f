import { requiredRoles, type Mapping, type Role } from '$lib/ingest';
import * as m from '$lib/paraglide/messages';
import { roleText } from './role-text';

/** What is still to be said about a file before it can go on, in a sentence; null where nothing is missing. */
export function missingText(mapping: Mapping): string | null {
	const { kind, columns } = mapping;
	const has = (wanted: Role) => columns.some(({ role }) => role === wanted);
	const required = requiredRoles(kind);
	// What a column must say, or the whole file: the year of master data may be one.
	const needed = required.find((role) => role !== 'quartier' && !has(role as Role)) as
		Role | undefined;
	if (needed) return m.columns_need({ field: roleText(needed, kind) });
	const needsQuartier = kind === 'survey' || required.includes('quartier');
	if (needsQuartier && !has('quartier') && !mapping.quartierForAll?.trim())
		return m.columns_need_quartier();
	if (kind === 'quartierYear' && !has('year') && !mapping.yearForAll) return m.columns_need_year();
	return null;
}
