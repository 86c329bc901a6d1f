import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from './index';
import { createEngine } from './duckdb';
import type { Connection, SqlRow } from './engine';
import { openNodeEngine } from './node';
import { rowOf } from './engine.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());

const row = (sql: string): Promise<SqlRow> => rowOf(engine, sql);

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

test('the lock comes before everything else, and its last step makes it final', async () => {
	const log: string[] = [];
	const connect = async (): Promise<Connection> => ({
		run: async (sql) => (log.push(sql), []),
		ipc: async () => new Uint8Array(),
		insertIpc: async () => undefined,
		close: async () => undefined
	});
	await createEngine(connect, async () => undefined);
	const statements = log.join('; ').split('; ');
	const locked = statements.indexOf('SET lock_configuration=true');
	expect(statements.slice(0, locked).every((sql) => sql.startsWith('SET '))).toBe(true);
	expect(locked).toBe(4);
});
