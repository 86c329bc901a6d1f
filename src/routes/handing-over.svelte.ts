import {
	fail,
	isSameRelease,
	releaseRecord,
	type IndicatorQueryInput,
	type Release,
	type ReleaseRecord
} from '$lib/domain';
import { problemOf, sentence } from '$lib/words';
import { author } from './panels/author.svelte';
import { workspace } from './workspace';

/** What a release is called, and its tables. */
type Names = Pick<ReleaseRecord, 'title' | 'tables'>;

/** What is to leave the house. */
export type Leaving = Pick<ReleaseRecord, 'form'> & {
	queries: readonly IndicatorQueryInput[];
	namesOf: (results: Release['results']) => Names;
};

/** A release that earlier ones have to do with, and which. */
export type Doubtful = { title: string; release: Release; earlier: readonly ReleaseRecord[] };

/** Whether something did not leave as somebody decided so, which is no fault. */
export const isCancelled = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'AbortError';

/** What leaves the house goes through here: it is protected beside what left before, and entered in the ledger. */
class HandingOver {
	/** what somebody has to decide on before it leaves */
	doubtful = $state.raw<Doubtful | null>(null);
	/** why something did not leave */
	problem = $state('');
	#decided: (goesOn: boolean) => void = () => {};
	#last: Promise<unknown> = Promise.resolve();

	/** Says whether what is asked about leaves without what had to be hidden. */
	decide(goesOn: boolean): void {
		this.doubtful = null;
		this.#decided(goesOn);
	}

	/**
	 * Releases what is to leave, and enters it in the ledger: one after the other, so that each knows of those before.
	 *
	 * @throws DOMException `AbortError` where somebody decided against it
	 */
	release(leaving: Leaving, signal?: AbortSignal): Promise<Release> {
		const release = this.#last.then(() => this.#release(leaving, signal));
		this.#last = release.catch(() => undefined);
		return release;
	}

	async #release({ form, queries, namesOf }: Leaving, signal?: AbortSignal): Promise<Release> {
		for (;;) {
			const ledger = await this.#ledger();
			const release = await workspace.figures.source.release(queries, {
				earlier: ledger.map(({ kept }) => kept),
				minimum: workspace.records.about.minimum ?? 0,
				sensitive: workspace.groups.sensitive,
				signal
			});
			signal?.throwIfAborted();
			const earlier = release.before.by.flatMap((at) => ledger[at] ?? []);
			const names = namesOf(release.results);
			if (earlier.length > 0 && !(await this.#ask({ title: names.title, release, earlier })))
				throw new DOMException('decided against', 'AbortError');
			// Another window may have handed something over meanwhile.
			const known = new Set(ledger.map(({ id }) => id));
			if ((await this.#ledger()).some(({ id }) => !known.has(id))) continue;
			const record = releaseRecord(names, form, release, author.name);
			const isThere = ledger.some((one) => isSameRelease(one, record));
			if (!isThere) await workspace.records.putBy('releases', author.name, record);
			return release;
		}
	}

	/** What left before, as it is on the disk. @throws ProblemError `ledger_unreadable` */
	async #ledger(): Promise<ReleaseRecord[]> {
		await workspace.records.read();
		const { releases, newer, unreadable } = workspace.records;
		if (newer || unreadable > 0) fail('ledger_unreadable');
		return releases.filter(({ withdrawn }) => !withdrawn);
	}

	#ask(doubtful: Doubtful): Promise<boolean> {
		this.#decided(false);
		this.doubtful = doubtful;
		return new Promise((resolve) => (this.#decided = resolve));
	}

	/** Does what hands something over; what goes wrong is said, and what somebody decided against is no fault. */
	async attempt(work: () => Promise<void>): Promise<void> {
		this.problem = '';
		try {
			await work();
		} catch (error) {
			if (!isCancelled(error)) this.problem = sentence(problemOf(error));
		}
	}
}

export const handingOver = new HandingOver();
