import type { IndicatorQueryInput, IndicatorResult, Problem } from '$lib/domain';
import { problemOf } from '$lib/words';
import { workspace } from './workspace';

/**
 * The answers to the questions of a page. When the questions change, those still under way are
 * cancelled and the last answers stay until the new ones are complete, so that nothing flickers.
 */
export class Results {
	current = $state.raw<IndicatorResult[]>([]);
	problem = $state.raw<Problem | null>(null);
	pending = $state(true);
	#running: AbortController | null = null;

	/** Asks all questions; only the newest call sets the answers. */
	async ask(queries: readonly IndicatorQueryInput[]): Promise<void> {
		this.#running?.abort();
		const running = (this.#running = new AbortController());
		this.pending = true;
		try {
			const answers = await Promise.all(
				queries.map((query) => workspace.evaluate(query, 'inside', running.signal))
			);
			if (running.signal.aborted) return;
			this.current = answers;
			this.problem = null;
			this.pending = false;
		} catch (error) {
			if (running.signal.aborted) return;
			this.problem = problemOf(error);
			this.pending = false;
		}
	}
}
