import type { Alias } from '../../domain';
import type { Catalog, TableRows } from '../../engine';
import { recordCount, type Records } from '../interpret';
import { caseTables } from './cases';
import { Names } from './names';
import { quartierTables } from './quartiere';
import { recordTables } from './records';
import { surveyTables } from './survey';

/** Empty tables are not loaded: an Arrow stream without rows has no types to offer. */
const isEmpty = (records: Records): boolean => recordCount(records) === 0;

/** The first day of the first wave; '' for what is no survey, which comes first. */
const beginOf = (records: Records): string =>
	'responses' in records ? (records.waves.map(({ from }) => from).sort()[0] ?? '') : '';

/** What is made goes on at once, so that the database need not wait for the rest. */
type Take = (rows: TableRows) => void;

type Written = {
	/** the catalog with what is new as well, for whoever numbers on */
	catalog: Catalog;
	/** true where something that was there before would be called or counted otherwise: all is to be made anew */
	stale: boolean;
};

/**
 * Records of one or more batches to table rows, numbered on from the catalog. Keys and names do not depend on
 * the order in which batches came: master data come first, so that a Quartier has its city however its name
 * came in, and waves in the order of time.
 */
export function writeTables(
	all: readonly Records[],
	catalog: Catalog,
	take: Take,
	aliases: readonly Alias[] = []
): Written {
	const inOrder = all.toSorted((a, b) => {
		const [one, other] = [beginOf(a), beginOf(b)];
		return one < other ? -1 : one > other ? 1 : 0;
	});
	const names = new Names(catalog, inOrder, aliases);
	for (const records of inOrder) {
		if (!('responses' in records)) continue;
		// An item that goes on from another one must find it, wherever that stands.
		for (const { item, continues } of records.items) if (continues === undefined) names.item(item);
	}
	const master = inOrder.flatMap((one) => (one.kind === 'quartierYear' ? one.quartiere : []));
	if (master.length > 0) quartierTables(master, names).forEach(take);
	let response = catalog.responses + 1;
	let supportCase = catalog.cases + 1;
	for (const records of inOrder) {
		if (isEmpty(records) || records.kind === 'quartierYear') continue;
		if (records.kind === 'survey') {
			surveyTables(records, names, response, take);
			response += records.responses.length;
		} else if (records.kind === 'supportCase') {
			caseTables(records, names, supportCase).forEach(take);
			supportCase += records.cases.length;
		} else recordTables(records, names).forEach(take);
	}
	names.tables().forEach(take);
	const next = { ...names.catalog, responses: response - 1, cases: supportCase - 1 };
	return { catalog: next, stale: names.stale };
}

/** All rows at once, as `writeTables` makes them. */
export function toTables(
	all: readonly Records[],
	catalog: Catalog,
	aliases: readonly Alias[] = []
): { tables: TableRows[]; catalog: Catalog; stale: boolean } {
	const tables: TableRows[] = [];
	const written = writeTables(all, catalog, (rows) => tables.push(rows), aliases);
	return { tables, ...written };
}
