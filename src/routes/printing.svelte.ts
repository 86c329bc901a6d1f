import { tick } from 'svelte';
import type { IndicatorQueryInput, IndicatorResult, Release } from '$lib/domain';
import * as m from '$lib/paraglide/messages';
import { locale, problemOf, sentence } from '$lib/words';
import { handingOver, isCancelled } from './handing-over.svelte';
import { showReleased } from './results.svelte';
import { workspace } from './workspace';

/** Milliseconds after which a page is printed though a panel is still being worked out. */
const LONGEST = 6000;

/** What a person does after the dialog of the browser is gone, where the browser does not say so. */
const NEXT = ['afterprint', 'pointerdown', 'keydown'] as const;

const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 100));

/** What the page is called, without the program's name. */
const pageTitle = (): string => document.title.replace(` · ${m.app_name()}`, '');

/** What the figures of a result are called. */
const namesIn = ({ definitions }: IndicatorResult): string[] =>
	definitions.map(({ name }) => name[locale()]);

/** Releases all that stands on the page, for paper. */
const release = (queries: readonly IndicatorQueryInput[]): Promise<Release> =>
	handingOver.release({
		form: 'paper',
		queries,
		namesOf: (results) => ({ title: pageTitle(), tables: results.flatMap(namesIn) })
	});

const isStarting = (): boolean => !workspace.figures.confirmed && workspace.status !== 'failed';

/** The page on its way to the printer. */
class Printing {
	/** whether the essentials alone go on paper, on one page */
	board = $state(false);
	/** whether panels that nobody has scrolled to are wanted */
	wanted = $state(false);
	/** true while the page shows what may be handed over: only that goes on paper */
	released = $state(false);
	/** why the page could not be printed */
	problem = $state('');
	/** puts the page back as staff see it */
	#goBack = () => {};
	/** somebody went to another page before this one was ready */
	#isLeft = false;

	/** Puts the page back as staff see it: somebody is there again, or on the way to another page. */
	readonly back = (): void => {
		this.#isLeft = true;
		for (const name of NEXT) removeEventListener(name, this.back);
		this.released = false;
		this.board = false;
		this.#goBack();
		this.#goBack = () => {};
	};

	/**
	 * Has every panel of the page worked out, and prints what of them may be handed over.
	 *
	 * @param board the essentials alone, on one page
	 */
	async print({ board = false } = {}): Promise<void> {
		if (this.wanted) return;
		this.board = board;
		this.wanted = true;
		this.problem = '';
		this.#isLeft = false;
		try {
			let start = performance.now();
			do {
				await pause();
				// What single sheets say cannot be worked out before the database is there.
				if (isStarting()) start = performance.now();
			} while (document.querySelector('[data-skeleton]') && performance.now() - start < LONGEST);
			if (this.#isLeft) return;
			this.#goBack = await showReleased(release);
			this.released = true;
			await tick();
			for (const name of NEXT) addEventListener(name, this.back);
			print();
		} catch (error) {
			this.back();
			if (!isCancelled(error)) this.problem = sentence(problemOf(error));
		} finally {
			this.wanted = false;
		}
	}

	/** The browser would print what staff may see, and before the panels that nobody has scrolled to are there. */
	onKey(event: KeyboardEvent): void {
		if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return;
		if (event.shiftKey || event.altKey) return;
		event.preventDefault();
		void this.print();
	}
}

export const printing = new Printing();
