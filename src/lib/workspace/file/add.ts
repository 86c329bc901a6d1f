import { fail } from '../../domain';
import { keyId, makeBatch, pseudonymiser, type BatchMeta, type Recognised } from '../../ingest';
import { momentText } from '../../words';
import { listBatches, publish, writeFiles } from '../batch-files';
import { pseudonymKey } from '../key';
import type { Store } from '../store';

/** A file that was read, to be added to a workspace. */
export type ReadFile = Recognised & {
	name: string;
	size: number;
	sha256: string;
	created: string;
};

/**
 * Adds a file to a workspace as a batch, as the import in the browser does.
 *
 * @throws ProblemError `same_file`, `nothing_left`
 */
export async function addFile(store: Store, file: ReadFile): Promise<BatchMeta> {
	const { table, mapping, name, size, sha256, created } = file;
	const key = await pseudonymKey(store);
	const { meta, codebook, pack } = makeBatch(
		table,
		mapping,
		{ author: '', created, sample: false, name, size, sha256 },
		{ secret: pseudonymiser(key), before: undefined, key: keyId(key) }
	);
	const { batches } = await listBatches(store);
	const same = batches.find((one) => one.file.sha256 === sha256);
	if (same) fail('same_file', { when: momentText(same.created) }, { file: name });
	if (meta.loaded === 0) fail('nothing_left', {}, { file: name });
	await writeFiles(store, meta.id, { ...(await pack()), codebook });
	await publish(store, [meta]);
	return meta;
}
