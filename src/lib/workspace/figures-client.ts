import { proxy, transfer, type Remote } from 'comlink';
import type { FiguresApi } from '../disclosure/figures.worker';
import type { FigureSource, IndicatorQueryInput, IndicatorResult } from '../domain';
import type { IpcReader } from '../engine';
import { startWorker } from './worker';

/** Figures that are computed from the tables, or from what was packed of them at an earlier visit. */
export type TableFigures = FigureSource & {
	/** Starts the worker, unless it is there: that takes a while. */
	start(): void;
	/** Resolves when nothing has been asked for a moment: what is heavy would hold answers up before. */
	idle(): Promise<void>;
	/** Counts the tables as they are now. */
	read(): Promise<void>;
	/** Takes what was packed; false where it is of another version, or damaged. The bytes are handed over. */
	restore(packed: Uint8Array<ArrayBuffer>): Promise<boolean>;
	/** What figures are computed from, as bytes. */
	pack(): Promise<Uint8Array<ArrayBuffer>>;
};

/** Starts a worker that reads the tables by way of this window. */
function startFigures(reader: IpcReader): Remote<FiguresApi> {
	const { api } = startWorker<FiguresApi>('figures');
	const query = (sql: string) => reader.query(sql);
	const ipc = async (sql: string) => {
		const bytes = await reader.ipc(sql);
		return transfer(bytes, [bytes.buffer]);
	};
	void api.start(proxy({ query, ipc }));
	return api;
}

/** Milliseconds without a question after which nothing more is taken to come, and after which nobody waits for that. */
const MOMENT = 300;
const LONGEST = 5000;

type Result = IndicatorResult<'inside'>;
type Waiting = {
	query: IndicatorQueryInput;
	resolve: (result: Result) => void;
	reject: (reason: unknown) => void;
};

/** Figures that are computed beside the page, which is never held up. */
export function workerFigures(reader: IpcReader): TableFigures {
	let worker: Remote<FiguresApi> | undefined;
	let count = 0;
	let open = 0;
	let last = 0;
	const start = () => (worker ??= startFigures(reader));

	/** Asks under a number; what is not wanted any more is taken back under it. */
	async function ask<T>(
		question: (api: Remote<FiguresApi>, id: number) => Promise<T>,
		signal?: AbortSignal
	): Promise<T> {
		signal?.throwIfAborted();
		const api = start();
		const id = ++count;
		open++;
		const answer = question(api, id).finally(() => {
			open--;
			last = performance.now();
		});
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

	/** Questions of this moment that are wanted or not together: they go in one message. */
	const together = new Map<AbortSignal | undefined, Waiting[]>();
	async function askTogether(signal: AbortSignal | undefined): Promise<void> {
		const waiting = together.get(signal) ?? [];
		together.delete(signal);
		const queries = waiting.map(({ query }) => query);
		try {
			const answers = await ask((api, id) => api.evaluate(id, queries), signal);
			waiting.forEach(({ resolve, reject }, at) => {
				const answer = answers[at]!;
				if ('result' in answer) resolve(answer.result);
				else reject(Object.assign(new Error(answer.message), { name: answer.name }));
			});
		} catch (error) {
			for (const { reject } of waiting) reject(error);
		}
	}
	const evaluate: FigureSource['evaluate'] = (query, { signal } = {}) =>
		new Promise<Result>((resolve, reject) => {
			const waiting = together.get(signal);
			if (waiting) return void waiting.push({ query, resolve, reject });
			together.set(signal, [{ query, resolve, reject }]);
			queueMicrotask(() => void askTogether(signal));
		});

	return {
		async idle() {
			const begin = performance.now();
			do await new Promise((resolve) => setTimeout(resolve, MOMENT / 2));
			while (
				(open > 0 || performance.now() - last < MOMENT) &&
				performance.now() - begin < LONGEST
			);
		},
		start() {
			// Where there are no workers, nothing is asked either.
			if (typeof Worker !== 'undefined') start();
		},
		read: () => ask((api, id) => api.read(id)),
		restore: (packed) => ask((api, id) => api.restore(id, transfer(packed, [packed.buffer]))),
		pack: () => ask((api, id) => api.pack(id)),
		inventory: ({ signal } = {}) => ask((api, id) => api.inventory(id), signal),
		evaluate,
		release: (queries, { earlier = [], minimum = 0, sensitive = [], signal } = {}) =>
			ask((api, id) => api.release(id, queries, { earlier, minimum, sensitive }), signal),
		sentences: (query, term, { signal } = {}) =>
			ask((api, id) => api.sentences(id, query, term), signal)
	};
}
