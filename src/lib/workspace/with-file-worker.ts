import { releaseProxy, type Remote } from 'comlink';
import type { EncryptionState } from './encryption/state';
import type { FileApi } from './file/file.worker';
import { currentPlace } from './place';
import { startWorker } from './worker';

/**
 * Does work with a worker that reads and writes workspace files, and closes it.
 *
 * @param encryption how the workspace is encrypted in this browser
 * @param fence the number of what is being written: see `Fence`
 */
export async function withFileWorker<T>(
	encryption: EncryptionState | null,
	fence: number | null,
	work: (api: Remote<FileApi>) => Promise<T>
): Promise<T> {
	const { worker, api } = startWorker<FileApi>('file');
	try {
		await api.open(currentPlace(), encryption, fence);
		return await work(api);
	} finally {
		api[releaseProxy]();
		worker.terminate();
	}
}
