import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { createEngine, OPEN_CONFIG } from './duckdb';
import type { Connection, Engine, SqlRow } from './engine';

/** The engine in Node, for the command line and the tests: the same DuckDB-WASM, without a worker. */
export async function openNodeEngine(): Promise<Engine> {
	const mainModule = createRequire(import.meta.url).resolve(
		'@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'
	);
	const bundle = { mainModule, mainWorker: '' };
	const database = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
	await database.instantiate(() => undefined);
	database.open(OPEN_CONFIG);

	const connect = async (): Promise<Connection> => {
		const connection = database.connect();
		return {
			run: async (sql, signal) => {
				signal?.throwIfAborted();
				return connection
					.query(sql)
					.toArray()
					.map((row) => (row as { toJSON(): SqlRow }).toJSON());
			},
			ipc: async (sql) => connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql)),
			insertIpc: async (name, ipc, create) =>
				connection.insertArrowFromIPCStream(ipc, { name, create }),
			close: async () => connection.close()
		};
	};
	return createEngine(connect, async () => database.reset());
}
