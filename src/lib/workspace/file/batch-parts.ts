import { canonicalJson, fail } from '../../domain';
import {
	fromBatchTable,
	toBatchTable,
	type Batch,
	type BatchMeta,
	type Codebook
} from '../../ingest';
import type { BatchParts } from './content';
import { batchPaths } from './descriptor';
import { contentOfPart, partOf, type Part } from './part';

const jsonBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(canonicalJson(value));

/** A batch as parts of a file. The same batch always gives the same ones. */
export async function toParts(batch: Batch, codebook: Codebook | null): Promise<BatchParts> {
	const { csv, schema, reading } = toBatchTable(batch, codebook);
	const [table, described, read] = await Promise.all([
		partOf(csv),
		partOf(jsonBytes(schema)),
		partOf(reading)
	]);
	return { table, schema: described, reading: read };
}

/** A batch from parts of a file. @throws ProblemError `workspace_damaged` */
export async function fromParts(
	meta: BatchMeta,
	parts: BatchParts
): Promise<{ batch: Batch; codebook: Codebook | null }> {
	const paths = batchPaths(meta.id);
	const whole = (path: string, part: Part) =>
		contentOfPart(part).catch(() => fail('workspace_damaged', { part: path }));
	const csv = await whole(paths.table, parts.table);
	const reading = await whole(paths.reading, parts.reading);
	const schema = await whole(paths.schema, parts.schema);
	try {
		const { batch, codebook } = fromBatchTable({ csv, reading });
		const own = { ...batch, meta };
		if (batch.mapping.kind !== meta.kind) throw new RangeError('it is of another kind');
		const said = canonicalJson(toBatchTable({ ...own, lines: new Uint32Array() }, codebook).schema);
		if (said !== new TextDecoder().decode(schema)) throw new RangeError('its schema does not fit');
		return { batch: own, codebook };
	} catch {
		return fail('workspace_damaged', { part: paths.table });
	}
}
