import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { createEngine, OPEN_CONFIG } from './duckdb';
import type { Connection, Engine, SqlRow } from './engine';

const absolute = (url: string): string => new URL(url, document.baseURI).href;

const rowsOf = (rows: { toArray(): { toJSON(): SqlRow }[] }): SqlRow[] =>
	rows.toArray().map((row) => row.toJSON());

/**
 * The engine in the browser: DuckDB-WASM in a worker. The worker is started from a blob, because the
 * page's content security policy binds a blob worker but not one that is started from an address.
 */
export async function openBrowserEngine(): Promise<Engine> {
	const duckdb = await import('@duckdb/duckdb-wasm');
	const worker = await duckdb.createWorker(absolute(workerUrl));
	const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
	await database.instantiate(absolute(wasmUrl));
	await database.open(OPEN_CONFIG);

	const connect = async (): Promise<Connection> => {
		const connection = await database.connect();
		return {
			async run(sql, signal) {
				// What nobody takes back comes in one message.
				if (!signal) return rowsOf(await connection.query(sql));
				const cancel = () => void connection.cancelSent();
				signal.addEventListener('abort', cancel, { once: true });
				try {
					const reader = await connection.send(sql);
					const rows: SqlRow[] = [];
					for await (const batch of reader) rows.push(...rowsOf(batch));
					signal.throwIfAborted();
					return rows;
				} catch (error) {
					signal.throwIfAborted();
					throw error;
				} finally {
					signal.removeEventListener('abort', cancel);
				}
			},
			ipc: (sql) => connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql)),
			insertIpc: (name, ipc, create) => connection.insertArrowFromIPCStream(ipc, { name, create }),
			close: () => connection.close()
		};
	};
	return createEngine(connect, async () => {
		await database.terminate();
	});
}
