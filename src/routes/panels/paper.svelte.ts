/** Milliseconds after which a page is printed though a panel is still being worked out. */
const LONGEST = 6000;

const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 100));

/** Whether the page is to go on paper, with the panels that nobody has scrolled to. */
class Paper {
	wanted = $state(false);

	/** Has every panel of the page worked out, and prints it. */
	async print(): Promise<void> {
		this.wanted = true;
		const start = performance.now();
		do await pause();
		while (document.querySelector('[data-skeleton]') && performance.now() - start < LONGEST);
		this.wanted = false;
		window.print();
	}
}

export const paper = new Paper();
