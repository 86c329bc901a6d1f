import { slug } from '../../domain';
import { Findings, type Finding } from '../findings';
import { columnOf, type Mapping, type Role } from '../mapping';
import type { TextTable } from '../table';
import { numberReading } from '../values';
import { isTooLong, quartierReader, reader } from './common';

export type QuartierRecord = {
	name: string;
	city: string;
	year: number;
	dwellings: number;
	households: number | null;
};

export type QuartierRecords = {
	kind: 'quartierYear';
	quartiere: QuartierRecord[];
	findings: Finding[];
};

/** Reads whole numbers: 1.284 dwellings are one thousand two hundred and eighty-four, never one and a bit. */
function countReader(role: Role, table: TextTable, mapping: Mapping) {
	const { heading, read, means } = reader(table, mapping, role);
	const words = table.columns[columnOf(mapping, role)?.index ?? -1]?.words ?? [];
	const { parse } = numberReading(words, true);
	const count = means((cell) => {
		const number = parse(cell);
		return number !== null && Number.isInteger(number) && number >= 0 ? number : null;
	});
	return { heading, read, count };
}

/** Rows of master data to Quartiere with their dwellings and households of a year. */
export function interpretQuartiere(table: TextTable, mapping: Mapping): QuartierRecords {
	const findings = new Findings();
	const quartier = quartierReader(table, mapping, findings);
	const city = reader(table, mapping, 'city');
	const year = reader(table, mapping, 'year');
	const dwellings = countReader('dwellings', table, mapping);
	const households = countReader('households', table, mapping);
	const seen = new Set<string>();
	const quartiere: QuartierRecord[] = [];

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
		const homes = dwellings.count(row);
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
		const living = households.count(row);
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
	return { kind: 'quartierYear', quartiere, findings: findings.all };
}
