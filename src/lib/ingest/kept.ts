import { fieldRoles } from './kinds';
import type { Kind } from './kinds';
import type { ColumnMapping, Mapping, Role } from './mapping';
import { masked } from './mask';
import { personalReason } from './personal';

/** Roles that more than one column of a file can have and that figures come from, by kind. */
const SEVERAL: Partial<Record<Kind, readonly Role[]>> = {
	survey: ['item', 'demography', 'opentext'],
	supportCase: ['demography']
};

/** Whether columns of a role have a part in the figures of a kind. */
const isUsed = (kind: Kind, role: Role): boolean =>
	fieldRoles(kind).includes(role) || (SEVERAL[kind]?.includes(role) ?? false);

/** What is not kept because of what it is, even where it would say who was asked. */
const NEVER: readonly Role[] = ['dropped', 'text'];

/**
 * The columns that are stored: those that figures are computed from, each field once, and those that say
 * who was asked an item. All others stay in the file.
 */
export function keptColumns({ kind, columns }: Mapping): ColumnMapping[] {
	const fields = new Set<Role>();
	const used = columns.filter(({ role, item }) => {
		if (!isUsed(kind, role) || (role === 'item' && !item) || fields.has(role)) return false;
		if (!SEVERAL[kind]?.includes(role)) fields.add(role);
		return true;
	});
	const filters = new Set(used.map(({ askedIf }) => askedIf?.index));
	return columns.filter(
		(column) => used.includes(column) || (filters.has(column.index) && !NEVER.includes(column.role))
	);
}

/** Whether a kept column has a part in figures of its own, and not only says who was asked another one. */
export const hasPart = ({ kind }: Mapping, { role }: ColumnMapping): boolean => isUsed(kind, role);

/**
 * What has to be known of a kept column: what was said of it in another role, and what the user settled of
 * single cells, may hold words of the file that are not kept.
 */
export function essential(column: ColumnMapping): ColumnMapping {
	const { index, heading, role, certain, evidence } = column;
	const base: ColumnMapping = { index, heading, role, certain, ...(evidence ? { evidence } : {}) };
	if (role === 'demography') {
		const { group, bands, born, verbatim } = column;
		return {
			...base,
			...(group === undefined ? {} : { group }),
			...(bands === undefined ? {} : { bands }),
			...(born ? { born } : {}),
			...(verbatim === undefined ? {} : { verbatim })
		};
	}
	// Without them nobody could tell, when the batch is read again, what a person said who is young.
	if (role === 'targetGroup') return column.young ? { ...base, young: column.young } : base;
	if (role !== 'item') return base;
	const item = { ...column };
	delete item.group;
	delete item.bands;
	delete item.born;
	delete item.verbatim;
	delete item.corrections;
	delete item.dropped;
	return item;
}

/** A heading as it may be told: what looks like a person, a number or an address in it is masked. */
export function safeHeading(heading: string): string {
	const rest = masked(heading);
	return rest === heading && personalReason('', [heading]) !== null ? '•••' : rest;
}

/** What the columns were called that are not stored, with the reason where they may name persons. */
export function notKept(mapping: Mapping): { dropped: [string, string][]; notStored: string[] } {
	const kept = new Set(keptColumns(mapping));
	const gone = mapping.columns.filter((column) => !kept.has(column));
	return {
		dropped: gone
			.filter(({ role }) => role === 'dropped')
			.map(({ heading, dropped = 'user' }) => [safeHeading(heading), dropped]),
		notStored: gone
			.filter(({ role, heading }) => role !== 'dropped' && heading !== '')
			.map(({ heading }) => safeHeading(heading))
	};
}
