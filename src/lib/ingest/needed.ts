import { encodeColumns, type TextColumn } from './columns';
import { groupReaders } from './interpret/groups';
import { recordKind } from './kinds';
import type { ColumnMapping, Mapping } from './mapping';
import { chosenIn, OTHER_WORDS } from './delimited-answers';
import type { TextTable } from './table';

/** Fields of a kind that are read as days. */
export function isDay(kind: Mapping['kind'], { role }: ColumnMapping): boolean {
	const field = recordKind(kind)?.fields.find((one) => one.role === role);
	return field
		? ['day', 'since', 'step'].includes(field.type)
		: role === 'date' || role === 'closed';
}

/** The time of day behind a date, as tools write it. */
const TIME = /(?:,?\s+|T)\d{1,2}:\d\d.*$/s;
/** A day as spreadsheets count it, with the time as a fraction. */
const SERIAL = /^(\d{5})[.,]\d+$/;

/** A date without its time of day, otherwise as it is written. */
export const dayOnly = (cell: string): string =>
	cell.replace(SERIAL, '$1').replace(TIME, '').trim() || cell;

/** A table in which every word of a column stands once, as many other columns as are given beside it. */
export function eachWord({ words }: TextColumn, ...beside: string[]): TextTable {
	const codes = Uint32Array.from(words.keys());
	const columns = [
		{ words, codes },
		...beside.map((word) => ({ words: [word], codes: new Uint32Array(words.length) }))
	];
	return {
		separator: null,
		headerRow: 1,
		head: [],
		headings: columns.map(() => ''),
		columns,
		lines: codes,
		surplus: new Map()
	};
}

/**
 * The categories of a group in place of what they are told from, such as of an age in years, or of a day of
 * birth, which is told by the day of each row.
 */
export function categories(table: TextTable, mapping: Mapping, column: ColumnMapping): TextColumn {
	const others = mapping.columns.filter(({ role }) => role !== 'demography');
	const [reader] = groupReaders(table, { ...mapping, columns: [...others, column] });
	const rows = Array.from(table.lines, (_, row) => [reader?.read(row) ?? '']);
	return encodeColumns(rows, 1)[0]!;
}

/** Several answers in one cell without those in free words: it stays known only that there were some. */
export function withoutFreeWords(cell: string, { item, delimiter }: ColumnMapping): string {
	if (cell === '' || delimiter === undefined || item?.scale.kind !== 'multiple') return cell;
	const { labels, nonSubstantive } = item.scale;
	if (nonSubstantive.includes(cell)) return cell;
	const { chosen, others } = chosenIn(cell, labels, delimiter);
	const words = chosen.map((place) => labels[place] ?? '');
	return [...words, ...(others.length > 0 ? [OTHER_WORDS] : [])].join(delimiter);
}
