import type { Engine } from './engine';

/** Rows for one table as an Arrow IPC stream (see `toIpc`). */
export type TableRows = { table: keyof typeof ORDER; ipc: Uint8Array };

/** How the rows of each table are sorted at load: what is asked together lies together. */
const ORDER = {
	quartier: ['id'],
	quartier_year: ['quartier', 'year'],
	wave: ['id'],
	wave_stratum: ['wave', 'quartier'],
	calibration: ['wave'],
	calibration_cell: ['wave', 'margin', 'member'],
	item: ['id'],
	item_wording: ['item', 'wave'],
	// Numbered on from what there is, so they come sorted.
	category: undefined,
	profile: undefined,
	// By Quartier and wave, answers then by item.
	response: undefined,
	answer: undefined,
	open_answer: ['response'],
	support_case: ['quartier', 'opened'],
	contact: ['day'],
	rent_debt: ['noted'],
	benefit: ['kind'],
	meeting_place_day: ['quartier', 'day'],
	cooperation: ['quartier'],
	event: ['first_day']
} as const;

type LoadOptions = {
	replace?: boolean;
	signal?: AbortSignal | undefined;
	/** what must be done before the rows hold; where it fails, they do not */
	until?: Promise<unknown> | undefined;
};

/**
 * Loads rows in one transaction, as they come. With `replace`, everything that was in the tables goes first: so
 * they are rebuilt from the batches. An abort before the end leaves the tables as they were.
 */
export function appendRows(
	engine: Engine,
	rows: Iterable<TableRows> | AsyncIterable<TableRows>,
	{ replace = false, signal, until }: LoadOptions = {}
): Promise<void> {
	return engine.transaction(async (write) => {
		if (replace)
			for (const table of Object.keys(ORDER)) await write.execute(`DELETE FROM ${table}`);
		for await (const one of rows) {
			signal?.throwIfAborted();
			await write.append(one.table, one.ipc, ORDER[one.table]);
		}
		await until;
		signal?.throwIfAborted();
	});
}
