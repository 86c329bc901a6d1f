import { batchSchema, type Batch } from './batch';

const through = async (
	bytes: BlobPart,
	stream: CompressionStream | DecompressionStream
): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

/** A batch as it is kept: JSON, compressed with gzip. */
export const packBatch = (batch: Batch): Promise<Uint8Array<ArrayBuffer>> =>
	through(JSON.stringify(batch), new CompressionStream('gzip'));

/** A kept batch. @throws what gzip, JSON or zod say of a damaged one */
export async function unpackBatch(bytes: Uint8Array<ArrayBuffer>): Promise<Batch> {
	const json = new TextDecoder().decode(await through(bytes, new DecompressionStream('gzip')));
	return batchSchema.parse(JSON.parse(json));
}
