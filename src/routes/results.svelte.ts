import { onDestroy } from 'svelte';
import {
	nextTask,
	type IndicatorQueryInput,
	type IndicatorResult,
	type Problem,
	type Release
} from '$lib/domain';
import { problemOf } from '$lib/words';
import { workspace } from './workspace';

/** The answers on the page, as long as they are. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on the page follows from it
const onPage = new Set<Results>();
/** true while the page shows what may be handed over, in place of what staff may see */
let isReleased = false;

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
	#asking = new AbortController();
	/** what the last answers are about */
	#about = '';
	/** the last answers by the data they are about and their questions */
	#known: Record<string, IndicatorResult<'inside'>> = {};
	/** what staff may see, and the questions it answers */
	#inside: IndicatorResult<'inside'>[] = [];
	queries: readonly IndicatorQueryInput[] = [];
	/** names of the questions, where they have any */
	#names = $state.raw<readonly string[]>([]);
	/** the answers by the names of their questions */
	readonly named = $derived(
		Object.fromEntries(
			this.#names.flatMap((name, at) => {
				const answer = this.current[at];
				return answer ? [[name, answer]] : [];
			})
		)
	);

	/** Asks questions that have names, of which some may not be asked; their answers are `named`. */
	async askNamed(
		queries: Partial<Record<string, IndicatorQueryInput>>,
		about = ''
	): Promise<boolean> {
		const all = Object.entries(queries).flatMap(([name, query]) =>
			query ? [{ name, query }] : []
		);
		return this.ask(
			all.map(({ query }) => query),
			about,
			all.map(({ name }) => name)
		);
	}

	/**
	 * Asks all questions; only the newest call sets the answers, all at once. True where this one did.
	 * Where they cannot be answered there are no answers, for the old ones belong to other questions.
	 *
	 * @param about what the page says the answers are about, such as the Quartiere side by side: the
	 * answers about something else do not stay until the new ones are there
	 * @param names of the questions, where their answers are read by them
	 */
	async ask(
		queries: readonly IndicatorQueryInput[],
		about = '',
		names: readonly string[] = []
	): Promise<boolean> {
		const call = ++this.#call;
		this.#asking.abort();
		const { signal } = (this.#asking = new AbortController());
		this.pending = true;
		if (about !== this.#about) this.current = [];
		this.#about = about;
		try {
			const { version } = workspace;
			const keys = queries.map((query) => `${version} ${JSON.stringify(query)}`);
			// The same answer stays the same object, so that its chart is not drawn again.
			const answers = await Promise.all(
				queries.map(
					async (query, at) =>
						this.#known[keys[at] ?? ''] ?? workspace.figures.source.evaluate(query, { signal })
				)
			);
			// What the page makes of them is work enough for a task of its own, as an answer that comes in is.
			if (keys.every((key) => key in this.#known)) await nextTask();
			if (call !== this.#call) return false;
			this.#known = Object.fromEntries(keys.map((key, at) => [key, answers[at]!]));
			this.queries = queries;
			this.#inside = answers;
			this.#names = names;
			if (!isReleased) this.current = answers;
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

	/** Shows what may be handed over in place of what staff may see; undefined brings that back. */
	show(released: readonly IndicatorResult<'handing-over'>[] | undefined): void {
		this.current = released ? [...released] : this.#inside;
	}

	/** Answers that are part of the page from now on until its component goes. */
	static ofPage(): Results {
		const results = new Results();
		onPage.add(results);
		onDestroy(() => {
			onPage.delete(results);
			results.#asking.abort();
		});
		return results;
	}
}

/**
 * Has the page show what may be handed over: all its figures released together. What it returns brings back what staff
 * may see.
 *
 * @param release answers the questions of the page for people outside the house
 * @throws as `release`
 */
export async function showReleased(
	release: (queries: readonly IndicatorQueryInput[]) => Promise<Release>
): Promise<() => void> {
	const all = [...onPage];
	const { results } = await release(all.flatMap(({ queries }) => queries));
	isReleased = true;
	let at = 0;
	for (const one of all) one.show(results.slice(at, (at += one.queries.length)));
	return () => {
		isReleased = false;
		for (const one of onPage) one.show(undefined);
	};
}
