import { byWord, cellAt } from '../columns';
import { columnOf, type ColumnMapping, type Mapping } from '../mapping';
import type { TextTable } from '../table';
import { dateReading } from '../values';
import { daysOf, type RowIndex } from './common';

/** So old is who answers at least: a younger one, whose year has two digits, was born a century before. */
const YOUNGEST = 14;
const OLDEST = 120;

const YEAR = /^(?:19|20)\d\d$/;

/** The age in whole years on a day, of a day or a year of birth, both ISO; of a year that of its end. */
function ageOn(day: string, born: string): number {
	const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
	const isYear = born.length === 4;
	return isYear || day.slice(5) >= born.slice(5) ? years : years - 1;
}

/** The ages that a cell may mean on a day: one, two where the day can be read either way, none where it is no day. */
function readingOf(words: readonly string[], column: ColumnMapping) {
	const { dateOrder } = column;
	const orders = dateOrder ? [dateOrder] : (['day-first', 'month-first'] as const);
	const shown = dateReading(words, { order: dateOrder, isDate: true });
	const readings = orders.map((order) => dateReading(words, { order, isDate: true }));
	return (cell: string): ((day: string) => number[]) => {
		const one = YEAR.test(cell) ? cell : shown.parse(cell);
		const days = one ? [one] : readings.map(({ parse }) => parse(cell));
		const isShort = !/\d{4}/.test(cell);
		return (day) =>
			days.flatMap((born) => {
				if (born === null) return [];
				const age = ageOn(day, born);
				const years = isShort && age < YOUNGEST ? age + 100 : age;
				return years >= 0 && years <= OLDEST ? [years] : [];
			});
	};
}

/** The day on which a row says how old somebody is: its own, else the first of its wave; null where it has none. */
function dayReader(table: TextTable, mapping: Mapping): (row: RowIndex) => string | null {
	const date = columnOf(mapping, 'date');
	const own = byWord(table.columns[date?.index ?? -1], daysOf(date, table).parse);
	const wave = table.columns[columnOf(mapping, 'wave')?.index ?? -1];
	const first = new Map(mapping.waves.map(({ key, from }) => [key, from]));
	return (row) => own(row) ?? first.get(cellAt(wave, row)) ?? first.get('') ?? null;
}

/**
 * How old the person of a row may have been, in whole years from 0 to 120, from the day or the year of birth:
 * on the day of the row, or the first of its wave where it has none. Of a year of birth it is the age at its
 * end. Empty where nobody can know it.
 */
export function agesReader(
	table: TextTable,
	mapping: Mapping,
	column: ColumnMapping
): (row: RowIndex) => readonly number[] {
	const cells = table.columns[column.index];
	const born = byWord(cells, readingOf(cells?.words ?? [], column));
	const day = dayReader(table, mapping);
	return (row) => {
		const on = day(row);
		return on === null ? [] : born(row)(on);
	};
}
