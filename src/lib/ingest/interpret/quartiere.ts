import { slug } from '../../domain';
import { Findings, type Finding } from '../findings';
import type { Mapping } from '../mapping';
import type { TextTable } from '../table';
import { parseNumber } from '../values';
import { isTooLong, quartierReader, reader, type Row } from './common';

export type QuartierRecord = {
	name: string;
	city: string;
	year: number;
	dwellings: number;
	households: number | null;
};

export type QuartierRecords = {
	kind: 'quartiere';
	quartiere: QuartierRecord[];
	findings: Finding[];
};

/** Rows of master data to Quartiere with their dwellings and households of a year. */
export function interpretQuartiere(table: TextTable, mapping: Mapping): QuartierRecords {
	const findings = new Findings();
	const quartier = quartierReader(table, mapping, findings);
	const city = reader(table, mapping, 'city');
	const year = reader(table, mapping, 'year');
	const dwellings = reader(table, mapping, 'dwellings');
	const households = reader(table, mapping, 'households');
	const seen = new Set<string>();
	const quartiere: QuartierRecord[] = [];

	const count = (field: typeof dwellings, row: Row): number | null => {
		// 1.284 dwellings are one thousand two hundred and eighty-four, never one and a bit.
		const number = parseNumber(field.read(row), 'german');
		return number !== null && Number.isInteger(number) && number >= 0 ? number : null;
	};

	for (let row = 0; row < table.lines.length; row++) {
		const line = table.lines[row]!;
		if (isTooLong(row, table, findings)) continue;
		const name = quartier(row);
		if (name === null) continue;
		const when =
			year.heading === '' ? (mapping.yearForAll ?? NaN) : Number(/\d{4}/.exec(year.read(row))?.[0]);
		if (!(when >= 1900 && when <= 2200)) {
			findings.add('year_unreadable', 'row-skipped', line, year.heading, year.read(row));
			continue;
		}
		const homes = count(dwellings, row);
		if (homes === null) {
			findings.add('count_unreadable', 'row-skipped', line, dwellings.heading, dwellings.read(row));
			continue;
		}
		const key = `${slug(name)} ${when}`;
		if (seen.has(key)) {
			findings.add('duplicate_year', 'row-skipped', line, year.heading, `${name} ${when}`);
			continue;
		}
		seen.add(key);
		const cell = households.read(row);
		const living = count(households, row);
		if (cell !== '' && living === null) {
			findings.add('count_unreadable', 'value-missing', line, households.heading, cell);
		}
		if (living !== null && living > homes) {
			findings.add('more_households_than_dwellings', 'note', line, households.heading, cell);
		}
		quartiere.push({
			name,
			city: city.read(row),
			year: when,
			dwellings: homes,
			households: living
		});
	}
	return { kind: 'quartiere', quartiere, findings: findings.all };
}
