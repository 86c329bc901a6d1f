import type { Alias } from '../domain';
import { emptyCatalog, type TableRows } from '../engine';
import { tableOf, type BatchMeta } from './batch';
import type { Codebook } from './codebooks';
import { interpret, type Records } from './interpret';
import { writeTables } from './load';
import { packBatch, unpackBatch } from './pack';
import { renewed, withoutWords } from './renew';
import { packKeys, rowKeys } from './row-keys';

/** A batch as it is kept, and the keys of its rows. */
export type Packed = { batch: Uint8Array<ArrayBuffer>; keys: Uint8Array<ArrayBuffer> };

/** Rows with a buffer of their own, which can be handed over instead of copied. */
export const alone = ({ table, ipc }: TableRows): TableRows => ({
	table,
	ipc: ipc.length === ipc.buffer.byteLength ? ipc : ipc.slice()
});

/** A kept batch of an earlier format as it is kept today. @throws RangeError where it is damaged */
export async function renewBatch(
	bytes: Uint8Array<ArrayBuffer>,
	codebook: Codebook | null
): Promise<Packed & { meta: BatchMeta; codebook: Codebook | null }> {
	const batch = renewed(await unpackBatch(bytes));
	const { meta, headings } = batch;
	return {
		batch: await packBatch(batch),
		keys: packKeys(rowKeys(batch)),
		meta,
		codebook: codebook && { fields: withoutWords(codebook, headings) }
	};
}

/**
 * The tables of batches: all anew, or those that come to what the catalog is of. A damaged batch is named and left
 * out; the others are not lost with it. `stale`: see `writeTables`.
 */
export async function tablesOf(
	packed: { id: string; bytes: Uint8Array<ArrayBuffer> }[],
	aliases: readonly Alias[],
	catalog = emptyCatalog()
): Promise<{ tables: TableRows[]; damaged: string[]; stale: boolean }> {
	const records: Records[] = [];
	const damaged: string[] = [];
	for (const { id, bytes } of packed) {
		try {
			const batch = await unpackBatch(bytes);
			records.push(interpret(tableOf(batch), batch.mapping, batch.meta.created.slice(0, 10)));
		} catch {
			damaged.push(id);
		}
	}
	const tables: TableRows[] = [];
	const { stale } = writeTables(records, catalog, (rows) => tables.push(alone(rows)), aliases);
	return { tables, damaged, stale };
}
