import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendRows, emptyCatalog, readCatalog, toIpc, type Engine } from './index';
import type { SqlRow } from './engine';
import { openNodeEngine } from './node';
import { rowOf } from './engine.fixture';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());

const row = (sql: string): Promise<SqlRow> => rowOf(engine, sql);

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
