import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from './index';
import type { Connection, SqlRow } from './engine';
import { migrate } from './migrate';
import { openNodeEngine } from './node';
import { rowOf } from './engine.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());

const row = (sql: string): Promise<SqlRow> => rowOf(engine, sql);

describe('values', () => {
	test.each([
		['a decimal number', `1.234::DECIMAL(10, 3)`, 1.234],
		['a count', `count(*)`, 1],
		['a sum of whole numbers', `sum(2)`, 2],
		['a big whole number', `9007199254740991::BIGINT`, Number.MAX_SAFE_INTEGER],
		['a day', `DATE '2025-03-01'`, Date.UTC(2025, 2, 1)],
		['a moment', `TIMESTAMP '2025-03-01 12:30:00'`, Date.UTC(2025, 2, 1, 12, 30)],
		['a text', `'Größe'`, 'Größe'],
		['a truth', `1 < 2`, true],
		['a gap', `NULL`, null]
	])('%s', async (_, sql, value) => {
		const { answer } = await row(`SELECT ${sql} AS answer`);
		expect(answer).toBe(value);
	});
});

describe('abort signal', () => {
	test('of a query: it rejects with the reason, and the next query works', async () => {
		const signal = AbortSignal.abort(new Error('no longer wanted'));
		await expect(engine.query('SELECT 1', { signal })).rejects.toThrow('no longer wanted');
		expect(await row('SELECT 2 AS two')).toEqual({ two: 2 });
	});

	test('of a query that waits its turn', async () => {
		const later = new AbortController();
		const first = engine.query('SELECT 1 AS one');
		const second = engine.query('SELECT 2 AS two', { signal: later.signal });
		later.abort(new Error('too late'));
		await expect(second).rejects.toThrow('too late');
		expect(await first).toEqual([{ one: 1 }]);
	});
});

test('migrations: a second time does nothing, and a database of today stays as it is', async () => {
	const log: string[] = [];
	let version = 0;
	const connection: Connection = {
		run: async (sql) => {
			log.push(sql);
			if (/INSERT INTO schema_version/.test(sql)) version++;
			return /max\(version\)/.test(sql) ? [{ version }] : [];
		},
		ipc: async () => new Uint8Array(),
		insertIpc: async () => undefined,
		close: async () => undefined
	};
	const newest = await migrate(connection);
	expect(version).toBe(newest);
	const first = log.length;
	expect(await migrate(connection)).toBe(newest);
	const again = log.slice(first);
	expect(again.some((sql) => /CREATE TABLE (?!IF NOT EXISTS)|INSERT/.test(sql))).toBe(false);
	expect(log.filter((sql) => sql.includes('INSERT'))).toEqual([
		expect.stringMatching(/^BEGIN TRANSACTION; CREATE TABLE.*COMMIT$/s),
		expect.stringMatching(/^BEGIN TRANSACTION; CREATE TABLE item_wording.*COMMIT$/s),
		expect.stringMatching(/^BEGIN TRANSACTION; ALTER TABLE response.*COMMIT$/s),
		expect.stringMatching(/^BEGIN TRANSACTION; ALTER TABLE wave.*COMMIT$/s),
		expect.stringMatching(/^BEGIN TRANSACTION; ALTER TABLE meeting_place_day.*COMMIT$/s),
		expect.stringMatching(/^BEGIN TRANSACTION; ALTER TABLE calibration.*COMMIT$/s)
	]);
	expect(await row('SELECT max(version) AS version, count(*) AS n FROM schema_version')).toEqual({
		version: newest,
		n: newest
	});
});
