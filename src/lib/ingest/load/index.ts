import type { Catalog, TableRows } from '../../engine';
import type { Records } from '../interpret';
import { caseTables } from './cases';
import { Names } from './names';
import { quartierTables } from './quartiere';
import { surveyTables } from './survey';

/** Empty tables are not loaded: an Arrow stream without rows has no types to offer. */
const rowsOf = (records: Records): number =>
	records.kind === 'survey'
		? records.sheets.length
		: records.kind === 'cases'
			? records.cases.length
			: 0;

/**
 * Records of one or more batches to table rows, numbered on from the catalog. Master data come
 * first, so that a Quartier has its city however its name came in. Returns the catalog with what is
 * new as well, for whoever numbers on.
 */
export function toTables(
	all: readonly Records[],
	catalog: Catalog
): { tables: TableRows[]; catalog: Catalog } {
	const names = new Names(catalog);
	const tables: TableRows[] = [];
	const master = all.flatMap((records) => (records.kind === 'quartiere' ? records.quartiere : []));
	if (master.length > 0) tables.push(...quartierTables(master, names));
	let response = catalog.responses + 1;
	let supportCase = catalog.cases + 1;
	for (const records of all) {
		if (rowsOf(records) === 0) continue;
		if (records.kind === 'survey') {
			tables.push(...surveyTables(records, names, response));
			response += records.sheets.length;
		} else if (records.kind === 'cases') {
			tables.push(...caseTables(records, names, supportCase));
			supportCase += records.cases.length;
		}
	}
	const last = { responses: response - 1, cases: supportCase - 1 };
	return { tables: [...names.tables(), ...tables], catalog: { ...names.catalog, ...last } };
}
