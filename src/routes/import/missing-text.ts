import { missingField, type Mapping } from '$lib/ingest';
import * as m from '$lib/paraglide/messages';
import { roleText } from './role-text';

/** What is still to be said about a file before it can go on, in a sentence; null where nothing is missing. */
export function missingText(mapping: Mapping): string | null {
	const field = missingField(mapping);
	if (field === null) return null;
	if (field === 'quartier') return m.columns_need_quartier();
	if (field === 'year') return m.columns_need_year();
	return m.columns_need({ field: roleText(field, mapping.kind) });
}
