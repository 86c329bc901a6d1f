import { expose } from 'comlink';
import type { EarlierRelease, IndicatorQueryInput } from '../domain';
import type { Reader } from '../engine';
import { localFigures, type LocalFigures } from './local-figures';

/** Lets messages in that came meanwhile, such as that an answer is not wanted any more. */
const turn = (): Promise<unknown> =>
	new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve(undefined);
		};
		port2.postMessage(null);
	});

/** Questions that are not answered yet, by the number under which they were asked. */
const asked = new Map<number, AbortController>();
let last: Promise<unknown> = Promise.resolve();
let figures: LocalFigures | undefined;

/** Answers one question after the other, and none that was taken back before its turn came. */
function inLine<T>(
	id: number,
	answer: (figures: LocalFigures, signal: AbortSignal) => Promise<T>
): Promise<T> {
	const controller = new AbortController();
	asked.set(id, controller);
	const answered = last.then(turn).then(() => {
		controller.signal.throwIfAborted();
		if (!figures) throw new Error('the worker was not started');
		return answer(figures, controller.signal);
	});
	last = answered.catch(() => undefined).finally(() => asked.delete(id));
	return answered;
}

const api = {
	start(reader: Reader): void {
		figures = localFigures(reader, { pause: turn });
	},
	read: (id: number) => inLine(id, (own) => own.read()),
	restore: (id: number, packed: Uint8Array) => inLine(id, async (own) => own.restore(packed)),
	pack: (id: number) => inLine(id, async (own) => own.pack()),
	inventory: (id: number) => inLine(id, (own) => own.inventory()),
	evaluate: (id: number, query: IndicatorQueryInput) =>
		inLine(id, (own, signal) => own.evaluate(query, { signal })),
	release: (
		id: number,
		queries: readonly IndicatorQueryInput[],
		earlier: readonly EarlierRelease[]
	) => inLine(id, (own, signal) => own.release(queries, { signal, earlier })),
	sentences: (id: number, query: IndicatorQueryInput, term: string) =>
		inLine(id, (own, signal) => own.sentences(query, term, { signal })),
	cancel: (id: number): void => asked.get(id)?.abort()
};
export type FiguresApi = typeof api;

expose(api);
