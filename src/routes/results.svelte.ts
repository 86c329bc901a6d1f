import type { IndicatorQueryInput, IndicatorResult, Problem } from '$lib/domain';
import { nextTask } from '$lib/charts';
import { problemOf } from '$lib/words';
import { workspace } from './workspace';

/** Milliseconds after which the keyboard gets its turn before the next question is answered. */
const SLICE = 12;

/**
 * The answers to the questions of a page. When the questions change, those still to be answered are
 * dropped and the last answers stay until the new ones are complete, so that nothing flickers.
 */
export class Results {
	current = $state.raw<IndicatorResult[]>([]);
	problem = $state.raw<Problem | null>(null);
	pending = $state(true);
	/** number of the call whose answers these are */
	answered = $state(0);
	#call = 0;
	/** what the last answers are about */
	#about = '';
	/** the last answers by the data they are about and their questions */
	#known: Record<string, IndicatorResult> = {};

	/**
	 * Asks all questions; only the newest call sets the answers, all at once. True where this one did.
	 * Where they cannot be answered there are no answers, for the old ones belong to other questions.
	 *
	 * @param about what the page says the answers are about, such as the Quartiere side by side: the
	 * answers about something else do not stay until the new ones are there
	 */
	async ask(queries: readonly IndicatorQueryInput[], about = ''): Promise<boolean> {
		const call = ++this.#call;
		this.pending = true;
		if (about !== this.#about) this.current = [];
		this.#about = about;
		try {
			const { version } = workspace;
			const known: Record<string, IndicatorResult> = {};
			const answers: IndicatorResult[] = [];
			let since = performance.now();
			for (const query of queries) {
				if (performance.now() - since > SLICE) {
					await nextTask();
					since = performance.now();
				}
				if (call !== this.#call) return false;
				const key = `${version} ${JSON.stringify(query)}`;
				// The same answer stays the same object, so that its chart is not drawn again.
				const answer = this.#known[key] ?? (await workspace.answer(query, 'inside', nextTask));
				known[key] = answer;
				answers.push(answer);
			}
			// What the page makes of them is work enough for a task of its own.
			await nextTask();
			if (call !== this.#call) return false;
			this.#known = known;
			this.current = answers;
			this.answered = call;
			this.problem = null;
		} catch (error) {
			if (call === this.#call) {
				this.problem = problemOf(error);
				this.current = [];
				this.pending = false;
			}
			return false;
		}
		this.pending = false;
		return true;
	}
}
