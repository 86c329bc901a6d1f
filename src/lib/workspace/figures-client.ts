import { proxy, transfer, type Remote } from 'comlink';
import type { FiguresApi } from '../disclosure/figures.worker';
import type { AskOptions, FigureSource } from '../domain';
import type { Reader } from '../engine';
import { startWorker } from './worker';

/** Figures that are computed from the tables, or from what was packed of them at an earlier visit. */
export type TableFigures = FigureSource & {
	/** Counts the tables as they are now. */
	read(): Promise<void>;
	/** Takes what was packed; false where it is of another version, or damaged. The bytes are handed over. */
	restore(packed: Uint8Array<ArrayBuffer>): Promise<boolean>;
	/** What figures are computed from, as bytes. */
	pack(): Promise<Uint8Array<ArrayBuffer>>;
};

/** Starts a worker that reads the tables by way of this window. */
function startFigures(reader: Reader): Remote<FiguresApi> {
	const { api } = startWorker<FiguresApi>('figures');
	const query = (sql: string) => reader.query(sql);
	const columns = (sql: string) => reader.columns(sql);
	void api.start(proxy({ query, columns }));
	return api;
}

/** Figures that are computed beside the page, which is never held up. The worker starts with the first question. */
export function workerFigures(reader: Reader): TableFigures {
	let worker: Remote<FiguresApi> | undefined;
	let count = 0;
	/** Asks under a number; what is not wanted any more is taken back under it. */
	async function ask<T>(
		question: (api: Remote<FiguresApi>, id: number) => Promise<T>,
		{ signal }: AskOptions = {}
	): Promise<T> {
		signal?.throwIfAborted();
		const api = (worker ??= startFigures(reader));
		const id = ++count;
		const answer = question(api, id);
		if (!signal) return answer;
		return new Promise<T>((resolve, reject) => {
			const cancel = () => {
				void api.cancel(id);
				reject(signal.reason as Error);
			};
			signal.addEventListener('abort', cancel, { once: true });
			answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
		});
	}
	return {
		read: () => ask((api, id) => api.read(id)),
		restore: (packed) => ask((api, id) => api.restore(id, transfer(packed, [packed.buffer]))),
		pack: () => ask((api, id) => api.pack(id)),
		inventory: (options) => ask((api, id) => api.inventory(id), options),
		evaluate: (query, options) => ask((api, id) => api.evaluate(id, query), options),
		release: (queries, { earlier = [], ...options } = {}) =>
			ask((api, id) => api.release(id, queries, earlier), options),
		sentences: (query, term, options) => ask((api, id) => api.sentences(id, query, term), options)
	};
}
