import { releaseProxy, wrap, type Remote } from 'comlink';
import type { IngestApi } from '../ingest/ingest.worker';
import workerUrl from '../ingest/ingest.worker?worker&url';

export type { CheckView, FileView } from '../ingest/ingest.worker';

/**
 * A worker for one import. It starts from a blob that imports the script: the page's content
 * security policy binds a blob worker but not one that is started from an address.
 */
export class IngestClient {
	readonly api: Remote<IngestApi>;
	readonly #worker: Worker;

	constructor() {
		const script = `import ${JSON.stringify(new URL(workerUrl, document.baseURI).href)};`;
		const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
		this.#worker = new Worker(url, { type: 'module' });
		this.api = wrap<IngestApi>(this.#worker);
	}

	/** Stops whatever it is doing; nothing of it was stored. */
	close(): void {
		this.api[releaseProxy]();
		this.#worker.terminate();
	}
}
