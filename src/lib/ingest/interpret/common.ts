import type { Item } from '../../domain';
import type { Findings } from '../findings';
import { columnOf, type Mapping, type Role } from '../mapping';
import type { TextTable } from '../table';

export type Row = TextTable['rows'][number];

/** Reads what a row answers to an item: one value, or several answers chosen. */
export type ItemReader = { item: Item } & (
	{ read: (row: Row) => number } | { chosen: (row: Row) => readonly number[] | null }
);

/** The cell of the first column of a role, '' where there is none. */
export function reader(
	mapping: Mapping,
	role: Role
): { heading: string; read: (row: Row) => string } {
	const column = columnOf(mapping, role);
	return {
		heading: column?.heading ?? '',
		read: column ? (row) => row.cells[column.index] ?? '' : () => ''
	};
}

/** Which Quartier a row belongs to, or null (with a finding) where it is missing or left out. */
export function quartierReader(mapping: Mapping, findings: Findings): (row: Row) => string | null {
	const { heading, read } = reader(mapping, 'quartier');
	const names = new Map(mapping.quartierNames);
	const whole = mapping.quartierForAll;
	return (row) => {
		const spelling = heading === '' ? (whole ?? '') : read(row);
		if (spelling === '') {
			findings.add('quartier_missing', 'row-skipped', row.line, heading, '');
			return null;
		}
		const name = names.has(spelling) ? (names.get(spelling) ?? null) : spelling;
		if (name === null)
			findings.add('quartier_left_out', 'row-skipped', row.line, heading, spelling);
		return name;
	};
}

/** True for a row that has more cells than there are headings: a quote or a separator in it is wrong. */
export function isTooLong(row: Row, table: TextTable, findings?: Findings): boolean {
	const extra = row.cells.slice(table.headings.length).find((cell) => cell !== '');
	if (extra === undefined) return false;
	findings?.add('row_too_long', 'row-skipped', row.line, '', extra);
	return true;
}

/** True for a row whose id was there before. Files without ids have no duplicates. */
export function duplicateReader(mapping: Mapping, findings: Findings): (row: Row) => boolean {
	const { heading, read } = reader(mapping, 'id');
	const seen = new Set<string>();
	return (row) => {
		const id = read(row);
		if (id === '') return false;
		if (seen.has(id)) {
			findings.add('duplicate_id', 'row-skipped', row.line, heading, id);
			return true;
		}
		seen.add(id);
		return false;
	};
}
