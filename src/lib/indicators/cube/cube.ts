import type { Reader, SqlColumns } from '../../engine';
import { cells, type Cells } from './columns';
import { emptyRecords, readRecords, type Records } from '../families/records/tables';

const ANSWER_COLUMNS = [
	'item',
	'wave',
	'quartier',
	'profile',
	'value',
	'top',
	'n',
	'sw',
	'sww',
	'cluster'
] as const;
const RESPONSE_COLUMNS = [
	'wave',
	'quartier',
	'profile',
	'cluster',
	'n',
	'sw',
	'sww',
	'weighted'
] as const;
const CASE_COLUMNS = [
	'quartier',
	'profile',
	'opened',
	'closed',
	'area',
	'topic',
	'access',
	'work_form',
	'outcome',
	'reason',
	'success',
	'contacts',
	'minutes'
] as const;

/**
 * The cube: responses, answers and cases counted once per state of the database, in columns. A
 * cell of answers is an item, wave, Quartier, profile and value with n, Σw and Σw²; since the value
 * is part of the cell, every moment of every way to count an answer follows from these three. It
 * always equals the answers; what spans all Quartiere asks thousands of cells, not millions of rows.
 */
export type Cube = {
	answers: Cells<(typeof ANSWER_COLUMNS)[number]>;
	responses: Cells<(typeof RESPONSE_COLUMNS)[number]>;
	cases: Cells<(typeof CASE_COLUMNS)[number]>;
	/** answers to overall questions once more, by whether their sheet came early (1) or late (2) */
	arrivals: Cells<(typeof ANSWER_COLUMNS)[number] | 'arrival'>;
	records: Records;
};

/** The `closed` of a case that is open, in days since 1970: later than any day. */
export const STILL_OPEN = 2_147_483_647;

/** The `success` of a case that nobody judged. */
export const NOT_JUDGED = 2;

const days = (column: string): string => `CAST(${column} - DATE '1970-01-01' AS INTEGER)`;
const orNone = (column: string): string => `CAST(coalesce(${column}, 0) AS INTEGER) AS ${column}`;

const MOMENTS = 'CAST(count(*) AS INTEGER) AS n, sum(weight) AS sw, sum(weight * weight) AS sww';

const ANSWERS = `SELECT item, wave, quartier, profile, value, top, ${MOMENTS}, CAST(0 AS UTINYINT) AS cluster
	FROM answer GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY item, wave, quartier`;

/** Where whole houses were drawn, the house of the sheet is part of the cell. */
const ANSWERS_OF_HOUSES = `SELECT item, answer.wave AS wave, answer.quartier AS quartier, answer.profile AS profile,
		value, top, CAST(count(*) AS INTEGER) AS n, sum(answer.weight) AS sw,
		sum(answer.weight * answer.weight) AS sww, cluster
	FROM answer JOIN response ON response.id = answer.response
	GROUP BY 1, 2, 3, 4, 5, 6, cluster ORDER BY item, wave, quartier`;

const ARRIVALS = `SELECT item, answer.wave AS wave, answer.quartier AS quartier, answer.profile AS profile,
		value, top, CAST(count(*) AS INTEGER) AS n, sum(answer.weight) AS sw,
		sum(answer.weight * answer.weight) AS sww, cluster,
		CAST(CASE WHEN late THEN 2 ELSE 1 END AS UTINYINT) AS arrival
	FROM answer JOIN response ON response.id = answer.response
	WHERE late IS NOT NULL AND item IN (SELECT id FROM item WHERE topic = 'overall')
	GROUP BY 1, 2, 3, 4, 5, 6, cluster, arrival ORDER BY item, wave, quartier`;

const RESPONSES = `SELECT wave, quartier, profile, cluster, ${MOMENTS},
		CAST(CASE WHEN min(weight) = 1 AND max(weight) = 1 THEN 0 ELSE 1 END AS INTEGER) AS weighted
	FROM response GROUP BY 1, 2, 3, 4 ORDER BY 1, 2`;

/** Contacts and minutes of each case, by its pseudonym. */
const CONTACTS = `(SELECT case_key, count(*) AS contacts, sum(minutes) AS minutes
	FROM contact GROUP BY case_key) AS contacted`;

const CASES = `SELECT quartier, profile, ${days('opened')} AS opened,
		coalesce(${days('closed')}, ${STILL_OPEN}) AS closed,
		${['area', 'topic', 'access', 'work_form', 'outcome', 'reason'].map(orNone).join(', ')},
		CAST(CASE WHEN success IS NULL THEN ${NOT_JUDGED} WHEN success THEN 1 ELSE 0 END AS INTEGER) AS success,
		${orNone('contacts')}, ${orNone('minutes')}
	FROM support_case LEFT JOIN ${CONTACTS} ON contacted.case_key = support_case.case_key`;

const cubeFrom = (
	answers: SqlColumns,
	responses: SqlColumns,
	cases: SqlColumns,
	arrivals: SqlColumns,
	records: Records
): Cube => ({
	answers: cells(ANSWER_COLUMNS, answers),
	responses: cells(RESPONSE_COLUMNS, responses),
	cases: cells(CASE_COLUMNS, cases),
	arrivals: cells([...ANSWER_COLUMNS, 'arrival'] as const, arrivals),
	records
});

export const emptyCube = (): Cube => cubeFrom({}, {}, {}, {}, emptyRecords());

/** Counts the database. */
export async function readCube(engine: Reader): Promise<Cube> {
	const [drawn] = await engine.query('SELECT count(*) AS n FROM wave_stratum WHERE houses');
	const [answers, responses, cases, arrivals, records] = await Promise.all([
		engine.columns(Number(drawn?.['n']) > 0 ? ANSWERS_OF_HOUSES : ANSWERS),
		engine.columns(RESPONSES),
		engine.columns(CASES),
		engine.columns(ARRIVALS),
		readRecords(engine)
	]);
	return cubeFrom(answers, responses, cases, arrivals, records);
}

const PAIR_COLUMNS = [
	'wave',
	'quartier',
	'profile',
	'cluster',
	'y',
	'x',
	'n',
	'sw',
	'sww'
] as const;

/** Sheets that answered two items both, those with the same two answers counted together. */
export type Pairs = {
	item: number;
	denominator: number;
	cells: Cells<(typeof PAIR_COLUMNS)[number]>;
};

/** Counts the responses that answered both of two items. */
export async function readPairs(engine: Reader, item: number, denominator: number): Promise<Pairs> {
	const columns = await engine.columns(`SELECT y.wave AS wave, y.quartier AS quartier,
			y.profile AS profile, cluster, y.value AS y, x.value AS x, CAST(count(*) AS INTEGER) AS n,
			sum(y.weight) AS sw, sum(y.weight * y.weight) AS sww
		FROM answer y JOIN answer x ON x.response = y.response JOIN response ON response.id = y.response
		WHERE y.item = ${Number(item)} AND x.item = ${Number(denominator)}
		GROUP BY 1, 2, 3, 4, 5, 6`);
	return { item, denominator, cells: cells(PAIR_COLUMNS, columns) };
}
