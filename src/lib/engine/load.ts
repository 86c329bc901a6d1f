import type { Engine } from './engine';

/** Rows for one table as an Arrow IPC stream (see `toIpc`). */
export type TableRows = { table: keyof typeof ORDER; ipc: Uint8Array };

/** How each table is sorted at load: what is asked together lies together. */
const ORDER = {
	quartier: ['id'],
	quartier_year: ['quartier', 'year'],
	wave: ['id'],
	item: ['id'],
	category: ['id'],
	profile: ['id', 'category'],
	response: ['quartier', 'wave', 'id'],
	answer: ['quartier', 'wave', 'item', 'response'],
	support_case: ['quartier', 'opened']
} as const;

/**
 * Loads rows in one transaction. With `replace`, everything that was in the tables goes first: so
 * they are rebuilt from the batches. An abort before the end leaves the tables as they were.
 */
export function appendRows(
	engine: Engine,
	rows: TableRows[],
	{ replace = false, signal }: { replace?: boolean; signal?: AbortSignal | undefined } = {}
): Promise<void> {
	return engine.transaction(async (write) => {
		if (replace)
			for (const table of Object.keys(ORDER)) await write.execute(`DELETE FROM ${table}`);
		for (const one of rows) {
			signal?.throwIfAborted();
			await write.append(one.table, one.ipc, ORDER[one.table]);
		}
		signal?.throwIfAborted();
	});
}
