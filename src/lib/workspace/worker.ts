import { wrap, type Remote } from 'comlink';
import workUrl from './work.worker?worker&url';

/** What is asked before the program of a worker is there is kept, and answered then. */
const script = (url: string): string => `
	const early = [];
	const keep = (event) => early.push(event);
	addEventListener('message', keep);
	import(${JSON.stringify(url)}).then(() => {
		removeEventListener('message', keep);
		for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports }));
	});
`;

/**
 * A worker beside the page. It starts from a blob that imports the script: the page's content security policy
 * binds a blob worker but not one that is started from an address.
 */
export function startWorker<Api>(name: 'figures' | 'ingest' | 'file' | 'passphrase'): {
	worker: Worker;
	api: Remote<Api>;
} {
	const code = script(new URL(workUrl, document.baseURI).href);
	const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
	const worker = new Worker(url, { type: 'module', name });
	return { worker, api: wrap<Api>(worker) };
}
