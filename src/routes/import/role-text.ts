import type { Mapping, Role } from '$lib/ingest';
import { message } from '$lib/words';

/** The role of a column in the words of its kind: a date is a day of opening in a list of cases. */
export const roleText = (role: Role, kind: Mapping['kind']): string =>
	message(kind === 'supportCase' && role === 'date' ? 'role_opened' : `role_${role}`);
