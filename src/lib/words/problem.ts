import type { Problem } from '../domain';
import { ProblemError } from '../domain';
import * as messages from '../paraglide/messages';

type Message = (inputs: Record<string, string | number>) => string;

/** Looks a message up whose key is put together. @throws Error for a key that no language has */
export function message(key: string, inputs: Record<string, string | number> = {}): string {
	const found = (messages as unknown as Record<string, Message | undefined>)[key];
	if (!found) throw new Error(`no message ${key}`);
	return found(inputs);
}

/** The sentence of a problem in the language of the page: what is wrong, where, and what to do. */
export function sentence({ code, params, place }: Problem): string {
	return message(`problem_${code}`, {
		file: place?.file ?? '',
		row: place?.row ?? '',
		column: place?.column ?? '',
		...params
	});
}

/** Any error as a problem, one from a worker too; the unexpected ones carry what the machine said. */
export function problemOf(error: unknown): Problem {
	if (error instanceof ProblemError) return error.problem;
	if (!(error instanceof Error)) return { code: 'unexpected', params: { reason: String(error) } };
	if (error.name === 'ProblemError') return JSON.parse(error.message) as Problem;
	return { code: 'unexpected', params: { reason: error.message } };
}
