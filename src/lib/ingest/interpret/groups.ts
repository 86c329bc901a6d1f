import type { ColumnMapping, Mapping } from '../mapping';
import { numberReading } from '../values';
import { isNonSubstantive } from '../words';
import { byWord } from '../columns';
import type { TextTable } from '../table';
import { agesReader } from './ages';
import type { RowIndex } from './common';

/** The category of an age in years: `unter 30`, `30 bis 44`, …, `65 und älter`. */
export function ageBand(years: number, bands: readonly number[]): string {
	const next = bands.findIndex((band) => years < band);
	if (next === 0) return `unter ${bands[0]}`;
	if (next < 0) return `${bands.at(-1)} und älter`;
	return `${bands[next - 1]} bis ${(bands[next] ?? 0) - 1}`;
}

/** The name of a group; one that every object has already, such as `__proto__`, would be no key of a filter. */
const nameOf = (name: string): string => (name in {} ? `(${name})` : name);

export type GroupReader = { dimension: string; read: (row: RowIndex) => string | null };

/** All the bands of an age. */
const bandNames = (bands: readonly number[]): Set<string> =>
	new Set([0, ...bands].map((years) => ageBand(years, bands)));

/** The category of a cell; of an age in years its band, which stays what it is where it is told already. */
function categoryOf({ bands, verbatim }: ColumnMapping, words: readonly string[]) {
	const numbers = bands ? numberReading(words) : null;
	const told = bandNames(bands ?? []);
	return (cell: string): string | null => {
		if (cell === '' || (!verbatim && isNonSubstantive(cell))) return null;
		if (!bands || told.has(cell)) return cell;
		const years = numbers?.parse(cell) ?? null;
		return years === null || years < 0 || years > 120 ? null : ageBand(years, bands);
	};
}

/** The band of each row's person by the day of birth, where all that it may mean is in one. */
function bornReader(table: TextTable, mapping: Mapping, column: ColumnMapping) {
	const { bands = [], index } = column;
	const told = bandNames(bands);
	const own = byWord(table.columns[index], (cell) => (told.has(cell) ? cell : null));
	const ages = agesReader(table, mapping, column);
	return (row: RowIndex): string | null => {
		const [band, ...others] = new Set(ages(row).map((years) => ageBand(years, bands)));
		return own(row) ?? (others.length === 0 ? (band ?? null) : null);
	};
}

/** One reader per group of the file; null where the person said nothing of substance. */
export const groupReaders = (table: TextTable, mapping: Mapping): GroupReader[] =>
	mapping.columns
		.filter((column) => column.role === 'demography')
		.map((column) => {
			const { index, group, heading, born } = column;
			const cells = table.columns[index];
			return {
				dimension: nameOf(group ?? heading),
				read: born
					? bornReader(table, mapping, column)
					: byWord(cells, categoryOf(column, cells?.words ?? []))
			};
		});
