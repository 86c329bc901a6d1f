import type { Engine, NumberColumn, SqlColumns } from '../engine';

const ANSWER_COLUMNS = [
	'item',
	'wave',
	'quartier',
	'profile',
	'value',
	'top',
	'n',
	'sw',
	'sww'
] as const;
const SHEET_COLUMNS = ['wave', 'quartier', 'profile', 'n', 'weighted'] as const;
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
	'success'
] as const;

export type Cells<Name extends string> = { length: number } & Record<Name, NumberColumn>;

/**
 * The cube: answer sheets, answers and cases counted once per state of the database, in columns. A
 * cell of answers is an item, wave, Quartier, profile and value with n, Σw and Σw²; since the value
 * is part of the cell, every moment of every way to count an answer follows from these three. It
 * always equals the answers; what spans all Quartiere asks thousands of cells, not millions of rows.
 */
export type Cube = {
	answers: Cells<(typeof ANSWER_COLUMNS)[number]>;
	sheets: Cells<(typeof SHEET_COLUMNS)[number]>;
	cases: Cells<(typeof CASE_COLUMNS)[number]>;
};

/** The `closed` of a case that is open, in days since 1970: later than any day. */
export const STILL_OPEN = 2_147_483_647;

/** The `success` of a case that nobody judged. */
export const NOT_JUDGED = 2;

const days = (column: string): string => `CAST(${column} - DATE '1970-01-01' AS INTEGER)`;
const orNone = (column: string): string => `CAST(coalesce(${column}, 0) AS INTEGER) AS ${column}`;

const ANSWERS = `SELECT item, wave, quartier, profile, value, top,
		CAST(count(*) AS INTEGER) AS n, sum(weight) AS sw, sum(weight * weight) AS sww
	FROM answer GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY item, wave, quartier`;

const SHEETS = `SELECT wave, quartier, profile, CAST(count(*) AS INTEGER) AS n,
		CAST(CASE WHEN min(weight) = 1 AND max(weight) = 1 THEN 0 ELSE 1 END AS INTEGER) AS weighted
	FROM response GROUP BY 1, 2, 3 ORDER BY 1, 2`;

const CASES = `SELECT quartier, profile, ${days('opened')} AS opened,
		coalesce(${days('closed')}, ${STILL_OPEN}) AS closed,
		${['area', 'topic', 'access', 'work_form', 'outcome'].map(orNone).join(', ')},
		CAST(CASE WHEN success IS NULL THEN ${NOT_JUDGED} WHEN success THEN 1 ELSE 0 END AS INTEGER) AS success
	FROM support_case`;

function cells<Name extends string>(names: readonly Name[], columns: SqlColumns): Cells<Name> {
	const empty = new Int32Array();
	const all = Object.fromEntries(names.map((name) => [name, columns[name] ?? empty]));
	return { ...(all as Record<Name, NumberColumn>), length: columns[names[0] ?? '']?.length ?? 0 };
}

const cubeFrom = (answers: SqlColumns, sheets: SqlColumns, cases: SqlColumns): Cube => ({
	answers: cells(ANSWER_COLUMNS, answers),
	sheets: cells(SHEET_COLUMNS, sheets),
	cases: cells(CASE_COLUMNS, cases)
});

export const emptyCube = (): Cube => cubeFrom({}, {}, {});

/** Counts the database. */
export async function readCube(engine: Engine): Promise<Cube> {
	const [answers, sheets, cases] = await Promise.all([
		engine.columns(ANSWERS),
		engine.columns(SHEETS),
		engine.columns(CASES)
	]);
	return cubeFrom(answers, sheets, cases);
}
