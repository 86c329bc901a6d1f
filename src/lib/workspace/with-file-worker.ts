import type { Remote } from 'comlink';
import type { EncryptionState } from './encryption/state';
import type { FileApi } from './file/file.worker';
import { currentPlace } from './place';
import { startWorker } from './worker';

type Started = ReturnType<typeof startWorker<FileApi>>;

/** Milliseconds for which a worker that has nothing to do is kept: one change is often followed by another. */
const KEPT = 30_000;

/** A worker that has nothing to do. */
let idle: { started: Started; timer: ReturnType<typeof setTimeout> } | undefined;

function take(): Started {
	if (!idle) return startWorker<FileApi>('file');
	const { started, timer } = idle;
	clearTimeout(timer);
	idle = undefined;
	return started;
}

function giveBack(started: Started): void {
	if (idle) return started.worker.terminate();
	const timer = setTimeout(() => {
		idle = undefined;
		started.worker.terminate();
	}, KEPT);
	idle = { started, timer };
}

/**
 * Does work with a worker that reads and writes workspace files, and nothing else meanwhile.
 *
 * @param encryption how the workspace is encrypted in this browser
 * @param fence the number of what is being written: see `Fence`
 */
export async function withFileWorker<T>(
	encryption: EncryptionState | null,
	fence: number | null,
	work: (api: Remote<FileApi>) => Promise<T>
): Promise<T> {
	const started = take();
	try {
		await started.api.open(currentPlace(), encryption, fence);
		const result = await work(started.api);
		giveBack(started);
		return result;
	} catch (error) {
		started.worker.terminate();
		throw error;
	}
}
