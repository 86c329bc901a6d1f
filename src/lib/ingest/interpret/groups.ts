import type { Mapping } from '../mapping';
import { numberReading } from '../values';
import { isNonSubstantive } from '../words';
import { byWord } from '../columns';
import type { TextTable } from '../table';
import type { Row } from './common';

/** The category of an age in years: `unter 30`, `30 bis 44`, …, `65 und älter`. */
export function ageBand(years: number, bands: readonly number[]): string {
	const next = bands.findIndex((band) => years < band);
	if (next === 0) return `unter ${bands[0]}`;
	if (next < 0) return `${bands.at(-1)} und älter`;
	return `${bands[next - 1]} bis ${(bands[next] ?? 0) - 1}`;
}

/** The name of a group; one that every object has already, such as `__proto__`, would be no key of a filter. */
const nameOf = (name: string): string => (name in {} ? `(${name})` : name);

export type GroupReader = { dimension: string; read: (row: Row) => string | null };

/** One reader per group of the file; null where the person said nothing of substance. */
export const groupReaders = (table: TextTable, mapping: Mapping): GroupReader[] =>
	mapping.columns
		.filter((column) => column.role === 'demography')
		.map(({ index, group, heading, bands, verbatim }) => {
			const column = table.columns[index];
			const numbers = bands ? numberReading(column?.words ?? []) : null;
			return {
				dimension: nameOf(group ?? heading),
				read: byWord(column, (cell) => {
					if (cell === '' || (!verbatim && isNonSubstantive(cell))) return null;
					if (!bands) return cell;
					const years = numbers?.parse(cell) ?? null;
					return years === null || years < 0 || years > 120 ? null : ageBand(years, bands);
				})
			};
		});
