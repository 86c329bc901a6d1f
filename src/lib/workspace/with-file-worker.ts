import { releaseProxy, type Remote } from 'comlink';
import type { FileApi } from './file/file.worker';
import { startWorker } from './worker';

/** Does work with a worker that reads and writes workspace files, and closes it. */
export async function withFileWorker<T>(work: (api: Remote<FileApi>) => Promise<T>): Promise<T> {
	const { worker, api } = startWorker<FileApi>('file');
	try {
		return await work(api);
	} finally {
		api[releaseProxy]();
		worker.terminate();
	}
}
