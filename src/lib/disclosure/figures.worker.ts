import { expose } from 'comlink';
import {
	nextTask,
	type IndicatorQueryInput,
	type IndicatorResult,
	type KeptTables
} from '../domain';
import type { IpcReader } from '../engine';
import { localFigures, type LocalFigures } from './local-figures';
import { loadSolver } from './solver';

/** Milliseconds after which messages are let in, such as that an answer is not wanted any more. */
const SLICE = 8;

/** An answer, or why there is none, as text: of an error little else comes through. */
type Answer = { result: IndicatorResult<'inside'> } | { name: string; message: string };

const answerOf = (asked: Promise<IndicatorResult<'inside'>>): Promise<Answer> =>
	asked.then(
		(result) => ({ result }),
		(error: unknown) => {
			const { name, message } = error instanceof Error ? error : new Error(String(error));
			return { name, message };
		}
	);

/** Questions that are not answered yet, by the number under which they were asked. */
const asked = new Map<number, AbortController>();
let last: Promise<unknown> = Promise.resolve();
let figures: LocalFigures | undefined;

/** Begins one question after the other, and none that was taken back before its turn came. */
function inLine<T>(
	id: number,
	answer: (figures: LocalFigures, signal: AbortSignal) => Promise<T>
): Promise<T> {
	const controller = new AbortController();
	asked.set(id, controller);
	// The next one begins before this one is answered: it may wait for the database to start.
	last = asked.size > 1 ? last.then(nextTask) : Promise.resolve();
	const answered = last.then(() => {
		controller.signal.throwIfAborted();
		if (!figures) throw new Error('the worker was not started');
		return answer(figures, controller.signal);
	});
	void answered.catch(() => undefined).finally(() => asked.delete(id));
	return answered;
}

const api = {
	start({ query, ipc }: IpcReader): void {
		// Now, as the network may be gone when it is needed.
		const engine = import('../engine');
		const columns = async (sql: string) => {
			const bytes = await ipc(sql);
			return (await engine).columnsIn(bytes);
		};
		figures = localFigures({ query, columns }, { pause: nextTask, solver: loadSolver });
	},
	read: (id: number) => inLine(id, (own) => own.read()),
	restore: (id: number, packed: Uint8Array) => inLine(id, async (own) => own.restore(packed)),
	pack: (id: number) => inLine(id, async (own) => own.pack()),
	inventory: (id: number) => inLine(id, (own) => own.inventory()),
	/** Answers questions that are asked together; each by itself where it cannot be answered. */
	evaluate: (id: number, queries: readonly IndicatorQueryInput[]) =>
		inLine(id, async (own, signal) => {
			const answers: Answer[] = [];
			let since = performance.now();
			for (const query of queries) {
				if (performance.now() - since > SLICE) {
					await nextTask();
					since = performance.now();
				}
				answers.push(await answerOf(own.evaluate(query, { signal })));
			}
			return answers;
		}),
	release: (
		id: number,
		queries: readonly IndicatorQueryInput[],
		options: { earlier: readonly KeptTables[]; minimum: number; sensitive: readonly string[] }
	) => inLine(id, (own, signal) => own.release(queries, { ...options, signal })),
	sentences: (id: number, query: IndicatorQueryInput, term: string) =>
		inLine(id, (own, signal) => own.sentences(query, term, { signal })),
	cancel: (id: number): void => asked.get(id)?.abort()
};
export type FiguresApi = typeof api;

expose(api);
