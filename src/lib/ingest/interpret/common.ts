import type { Item } from '../../domain';
import type { Findings } from '../findings';
import { columnOf, type ColumnMapping, type Mapping, type Role } from '../mapping';
import { byWord, cellAt } from '../columns';
import type { TextTable } from '../table';
import { dateReading, type DateReading } from '../values';

/** The place of a row in its table. */
export type RowIndex = number;

/** What each sheet answers to an item. */
export type Answers = {
	/** by sheet; NaN where there is no substantive answer, and `ASKED` where several could be chosen */
	values: Float64Array;
	/** by sheet the places of the answers chosen, from 1, null for who was not asked; null where only one could be */
	chosen: (readonly number[] | null)[] | null;
};

/** Reads what rows answer to an item. */
export type ItemReader = {
	item: Item;
	/** the key of the earlier item that this one goes on from */
	continues?: string | undefined;
	answers: (rows: readonly RowIndex[]) => Answers;
};

/** The cell of the first column of a role, '' where there is none. */
export function reader(
	table: TextTable,
	mapping: Mapping,
	role: Role
): {
	heading: string;
	read: (row: RowIndex) => string;
	means: <T>(of: (cell: string) => T) => (row: RowIndex) => T;
} {
	const found = columnOf(mapping, role);
	const column = found && table.columns[found.index];
	return {
		heading: found?.heading ?? '',
		read: (row) => cellAt(column, row),
		means: (of) => byWord(column, of)
	};
}

/** How the days of a column are read: worked out once for all of its rows. */
export const daysOf = (
	column: ColumnMapping | undefined,
	table: TextTable,
	today?: string
): DateReading =>
	dateReading(table.columns[column?.index ?? -1]?.words ?? [], {
		order: column?.dateOrder,
		isDate: true,
		...(today === undefined ? {} : { today })
	});

/** Which Quartier a row belongs to, or null (with a finding) where it is missing or left out. */
export function quartierReader(
	table: TextTable,
	mapping: Mapping,
	findings: Findings
): (row: RowIndex) => string | null {
	const { heading, read } = reader(table, mapping, 'quartier');
	const names = new Map(mapping.quartierNames);
	const whole = mapping.quartierForAll;
	return (row) => {
		const spelling = heading === '' ? (whole ?? '') : read(row);
		if (spelling === '') {
			findings.add('quartier_missing', 'row-skipped', table.lines[row]!, heading, '');
			return null;
		}
		const name = names.has(spelling) ? (names.get(spelling) ?? null) : spelling;
		if (name === null)
			findings.add('quartier_left_out', 'row-skipped', table.lines[row]!, heading, spelling);
		return name;
	};
}

/** Whether a row was asked an item at all: its filter question is answered so, or there is none. */
export function askedReader(
	table: TextTable,
	{ askedIf }: ColumnMapping
): ((row: RowIndex) => boolean) | null {
	if (!askedIf) return null;
	return byWord(table.columns[askedIf.index], (cell) => askedIf.values.includes(cell));
}

/** True for a row that has more cells than there are headings: a quote or a separator in it is wrong. */
export function isTooLong(row: RowIndex, table: TextTable, findings?: Findings): boolean {
	const extra = table.surplus.get(row);
	if (extra === undefined) return false;
	findings?.add('row_too_long', 'row-skipped', table.lines[row]!, '', extra);
	return true;
}

/** True for a row whose id was there before. Files without ids have no duplicates. */
export function duplicateReader(
	table: TextTable,
	mapping: Mapping,
	findings: Findings
): (row: RowIndex) => boolean {
	const { heading, read } = reader(table, mapping, 'id');
	const seen = new Set<string>();
	return (row) => {
		const id = read(row);
		if (id === '') return false;
		if (seen.has(id)) {
			findings.add('duplicate_id', 'row-skipped', table.lines[row]!, heading, id);
			return true;
		}
		seen.add(id);
		return false;
	};
}
