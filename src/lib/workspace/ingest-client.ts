import { releaseProxy, type Remote } from 'comlink';
import type { IngestApi } from '../ingest/ingest.worker';
import { startWorker } from './worker';

export type { CheckView } from '../ingest/ingest.worker';
export type { FileView } from '../ingest';

/** A worker for one import. */
export class IngestClient {
	readonly api: Remote<IngestApi>;
	readonly #worker: Worker;

	constructor() {
		const { worker, api } = startWorker<IngestApi>('ingest');
		this.#worker = worker;
		this.api = api;
	}

	/** Stops whatever it is doing; nothing of it was stored. */
	close(): void {
		this.api[releaseProxy]();
		this.#worker.terminate();
	}
}
