import type { Engine, SqlRow } from './engine';

/** The cells of the one row that a query answers with. */
export const rowOf = async (engine: Engine, sql: string): Promise<SqlRow> =>
	(await engine.query(sql))[0] ?? {};
