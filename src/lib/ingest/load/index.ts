import type { Catalog, TableRows } from '../../engine';
import { recordCount, type Records } from '../interpret';
import { caseTables } from './cases';
import { Names } from './names';
import { quartierTables } from './quartiere';
import { recordTables } from './records';
import { surveyTables } from './survey';

/** Empty tables are not loaded: an Arrow stream without rows has no types to offer. */
const isEmpty = (records: Records): boolean => recordCount(records) === 0;

/** What is made goes on at once, so that the database need not wait for the rest. */
type Take = (rows: TableRows) => void;

/**
 * Records of one or more batches to table rows, numbered on from the catalog. Master data come
 * first, so that a Quartier has its city however its name came in. Returns the catalog with what is
 * new as well, for whoever numbers on.
 */
export function writeTables(all: readonly Records[], catalog: Catalog, take: Take): Catalog {
	const names = new Names(catalog);
	const master = all.flatMap((records) => (records.kind === 'quartiere' ? records.quartiere : []));
	if (master.length > 0) quartierTables(master, names).forEach(take);
	let response = catalog.responses + 1;
	let supportCase = catalog.cases + 1;
	for (const records of all) {
		if (isEmpty(records) || records.kind === 'quartiere') continue;
		if (records.kind === 'survey') {
			surveyTables(records, names, response, take);
			response += records.sheets.length;
		} else if (records.kind === 'cases') {
			caseTables(records, names, supportCase).forEach(take);
			supportCase += records.cases.length;
		} else recordTables(records, names).forEach(take);
	}
	names.tables().forEach(take);
	return { ...names.catalog, responses: response - 1, cases: supportCase - 1 };
}

/** All rows at once, as `writeTables` makes them. */
export function toTables(
	all: readonly Records[],
	catalog: Catalog
): { tables: TableRows[]; catalog: Catalog } {
	const tables: TableRows[] = [];
	const next = writeTables(all, catalog, (rows) => tables.push(rows));
	return { tables, catalog: next };
}
