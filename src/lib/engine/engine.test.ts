import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendRows, emptyCatalog, readCatalog, toIpc, type Engine } from './index';
import { createEngine } from './duckdb';
import type { Connection, SqlRow } from './engine';
import { migrate } from './migrate';
import { openNodeEngine } from './node';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());

/** The cells of the one row that a query answers with. */
const row = async (sql: string): Promise<SqlRow> => (await engine.query(sql))[0] ?? {};
const count = async (table: string) => (await row(`SELECT count(*) AS n FROM ${table}`))['n'];

const quartiere = (...names: string[]) => ({
	table: 'quartier' as const,
	ipc: toIpc({
		id: { type: 'u16', values: Uint16Array.from(names, (_, index) => index + 1) },
		key: { type: 'text', values: names },
		name: { type: 'text', values: names },
		city: { type: 'text', values: names.map(() => '') }
	})
});

describe('locked', () => {
	const secret = join(tmpdir(), `quartierspiegel-${process.pid}.csv`);
	writeFileSync(secret, 'a\n1\n');

	test.each([
		['an address', `SELECT * FROM read_csv('https://example.org/a.csv')`],
		['an address as a table', `SELECT * FROM 'http://127.0.0.1:9/a.csv'`],
		['a system file', `SELECT * FROM read_text('/etc/passwd')`],
		['a file that is there', `SELECT * FROM read_csv('${secret}')`],
		['a way out of the folder', `SELECT * FROM read_text('upload/../../../../../etc/passwd')`],
		['writing a file', `COPY (SELECT 1) TO '${secret}.out'`],
		['another database', `ATTACH '${secret}.db' AS other`],
		['loading an extension', `LOAD json`],
		['loading one that was installed', `INSTALL httpfs; LOAD httpfs`],
		['an extension at first use', `SELECT json_extract('{}', '$.a')`],
		['opening up again', `SET enable_external_access=true`],
		['another folder', `SET allowed_directories=['/']`],
		['automatic extensions', `SET autoload_known_extensions=true`],
		['unlocking', `SET lock_configuration=false`],
		['unlocking by reset', `RESET lock_configuration`]
	])('refuses %s', async (_, sql) => {
		await expect(engine.query(sql)).rejects.toThrow();
		await expect(engine.transaction((write) => write.execute(sql))).rejects.toThrow();
	});

	test('goes on working afterwards', async () => {
		expect(await row('SELECT 1 AS one')).toEqual({ one: 1 });
	});
});

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

describe('transactions', () => {
	test('a failing one leaves nothing, and the next one works', async () => {
		const before = engine.version;
		const failing = engine.transaction(async (write) => {
			await write.execute(`CREATE TABLE half (a INTEGER)`);
			await write.execute(`INSERT INTO quartier VALUES (1, 'a', 'A', '')`);
			throw new Error('enough');
		});
		await expect(failing).rejects.toThrow('enough');
		expect(await count('quartier')).toBe(0);
		await expect(engine.query('SELECT * FROM half')).rejects.toThrow();
		expect(engine.version).toBe(before);
		await engine.transaction((write) => write.execute('SELECT 1'));
		expect(engine.version).toBe(before + 1);
	});

	test('one that the database refuses half-way leaves nothing', async () => {
		const failing = appendRows(engine, [
			quartiere('a', 'b'),
			{ table: 'wave', ipc: toIpc({ unheard: { type: 'text', values: ['x'] } }) }
		]);
		await expect(failing).rejects.toThrow();
		expect(await count('quartier')).toBe(0);
		await appendRows(engine, [quartiere('a', 'b')], { replace: true });
		expect(await count('quartier')).toBe(2);
	});

	test('others see the state before until it is done', async () => {
		await appendRows(engine, [quartiere('a')], { replace: true });
		let seen: unknown;
		await engine.transaction(async (write) => {
			await write.execute(`INSERT INTO quartier VALUES (2, 'b', 'B', '')`);
			seen = await count('quartier');
		});
		expect(seen).toBe(1);
		expect(await count('quartier')).toBe(2);
	});

	test('come one after the other', async () => {
		await appendRows(engine, [], { replace: true });
		const order: number[] = [];
		await Promise.all(
			[1, 2, 3].map((id) =>
				engine.transaction(async (write) => {
					order.push(id);
					await write.execute(`INSERT INTO quartier VALUES (${id}, 'q', 'q', '')`);
					order.push(id);
				})
			)
		);
		expect(order).toEqual([1, 1, 2, 2, 3, 3]);
	});
});

describe('appendRows', () => {
	test('appends, and with replace everything else goes', async () => {
		await appendRows(engine, [quartiere('a', 'b')], { replace: true });
		await appendRows(engine, [quartiere('c')]);
		expect(await count('quartier')).toBe(3);
		await appendRows(engine, [quartiere('d')], { replace: true });
		expect((await readCatalog(engine)).quartiere).toEqual([
			{ id: 1, key: 'd', name: 'd', city: '' }
		]);
		await appendRows(engine, [], { replace: true });
		expect(await readCatalog(engine)).toEqual(emptyCatalog());
	});

	test('matches columns by name and keeps days, gaps and odd texts as they are', async () => {
		const name = `'); DROP TABLE quartier; --"\u0000"äöüß😀`;
		await appendRows(
			engine,
			[
				quartiere(name),
				{
					table: 'support_case',
					ipc: toIpc({
						success: { type: 'boolean', values: [true, null, false] },
						closed: { type: 'date', values: ['2024-02-29', null, '1999-12-31'] },
						opened: { type: 'date', values: ['2024-01-01', '2024-01-02', '1969-12-31'] },
						area: { type: 'number', values: [1, null, 3] },
						topic: { type: 'number', values: [null, null, null] },
						quartier: { type: 'u16', values: Uint16Array.of(1, 1, 1) },
						id: { type: 'u32', values: Uint32Array.of(1, 2, 3) }
					})
				}
			],
			{ replace: true }
		);
		expect((await readCatalog(engine)).quartiere[0]?.name).toBe(name);
		const cases = await engine.query(
			'SELECT id, opened, closed, area, topic, access, success FROM support_case ORDER BY id'
		);
		const day = Date.parse;
		expect(cases).toEqual(
			[
				{ id: 1, opened: day('2024-01-01'), closed: day('2024-02-29'), area: 1, success: true },
				{ id: 2, opened: day('2024-01-02'), closed: null, area: null, success: null },
				{ id: 3, opened: day('1969-12-31'), closed: day('1999-12-31'), area: 3, success: false }
			].map((one) => ({ ...one, topic: null, access: null }))
		);
	});

	test('an abort before the end leaves the tables as they were', async () => {
		await appendRows(engine, [quartiere('a')], { replace: true });
		const before = engine.version;
		const late = new AbortController();
		const rows = [quartiere('b'), quartiere('c')];
		Object.defineProperty(rows[1], 'ipc', {
			get: () => {
				late.abort(new Error('changed my mind'));
				return quartiere('c').ipc;
			}
		});
		const loading = appendRows(engine, rows, { replace: true, signal: late.signal });
		await expect(loading).rejects.toThrow('changed my mind');
		expect((await readCatalog(engine)).quartiere.map((one) => one.name)).toEqual(['a']);
		expect(engine.version).toBe(before);
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
		columns: async () => ({}),
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

test('the lock comes before everything else, and its last step makes it final', async () => {
	const log: string[] = [];
	const connect = async (): Promise<Connection> => ({
		run: async (sql) => (log.push(sql), []),
		columns: async () => ({}),
		insertIpc: async () => undefined,
		close: async () => undefined
	});
	await createEngine(connect, async () => undefined);
	const statements = log.join('; ').split('; ');
	const locked = statements.indexOf('SET lock_configuration=true');
	expect(statements.slice(0, locked).every((sql) => sql.startsWith('SET '))).toBe(true);
	expect(locked).toBe(4);
});
