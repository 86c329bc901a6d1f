import { byWord } from './columns';
import { columnOf, type Mapping } from './mapping';
import type { TextTable } from './table';
import { ANONYMISED_DATE, dateReading } from './values';

/**
 * The waves that a file holds: one per value of the wave column, or one for the whole file. The
 * field period is taken from the dates of the answer sheets; where there are none, from a year in
 * the wave's name. Both are shown and can be corrected.
 */
export function suggestWaves(mapping: Mapping, table: TextTable): Mapping['waves'] {
	const wave = columnOf(mapping, 'wave');
	const date = columnOf(mapping, 'date');
	const days = new Map<string, { from: string; to: string }>();
	const keyOf = byWord(wave && table.columns[wave.index], (cell) => cell);
	const written = date && table.columns[date.index];
	const reading = dateReading(written?.words ?? [], { order: date?.dateOrder, isDate: true });
	const dayOf = byWord(written, reading.parse);
	for (let row = 0; row < table.lines.length; row++) {
		const key = keyOf(row);
		const day = dayOf(row);
		if (wave && key === '') continue;
		const known = days.get(key) ?? { from: '', to: '' };
		if (day && day !== ANONYMISED_DATE) {
			if (known.from === '' || day < known.from) known.from = day;
			if (day > known.to) known.to = day;
		}
		days.set(key, known);
	}
	return [...days]
		.sort(([a], [b]) => a.localeCompare(b, 'de', { numeric: true }))
		.map(([key, { from, to }]) => {
			const year = /(19|20)\d\d/.exec(key)?.[0];
			const name = key || from.slice(0, 4);
			return {
				key,
				name,
				from: from || (year ? `${year}-01-01` : ''),
				to: to || (year ? `${year}-12-31` : '')
			};
		});
}
