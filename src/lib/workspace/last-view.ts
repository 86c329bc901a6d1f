import type { Store } from './store';

/** A picture of the first screen of a page, and where it holds. */
export type LastView = {
	/** path and search of the page */
	address: string;
	/** of the window, in CSS pixels */
	width: number;
	height: number;
	/** device pixels to a CSS pixel */
	ratio: number;
	dark: boolean;
	/** the rules of the page, for the picture alone */
	css: string;
	/** the faces of its fonts, which the document has later */
	fonts: { family: string; source: string; descriptors: FontFaceDescriptors }[];
	html: string;
};

/** `static/last-view.js` reads it before the app is there, by these names. */
const FORMAT = { format: 'quartierspiegel-last-view', version: 1 } as const;
const FOLDER = 'last-view';
const PICTURE = 'picture.json';

/** How often it is tried to remove it, and milliseconds in between. */
const TRIES = 5;
const PAUSE = 200;

/** The picture of the last page that showed figures, one write after the other. */
export class LastViewFile {
	#last: Promise<void> = Promise.resolve();

	/** @param mayKeep whether it may lie in the browser as anybody can read it */
	constructor(
		private readonly store: Store,
		private readonly mayKeep: () => boolean = () => true
	) {}

	/** Keeps a picture in the place of the one before, if it is still true when its turn comes. */
	keep(view: LastView, isTrue: () => boolean): Promise<void> {
		const bytes = new TextEncoder().encode(JSON.stringify({ ...FORMAT, ...view }));
		return this.#next(async () => {
			if (isTrue() && this.mayKeep()) await this.store.write(FOLDER, PICTURE, bytes);
		});
	}

	/** Removes the picture, again for a while where another window is just writing it. */
	forget(): Promise<void> {
		return this.#next(async () => {
			for (let tries = TRIES; ; tries--) {
				try {
					return await this.store.remove(FOLDER, PICTURE);
				} catch (error) {
					if (tries === 1) throw error;
					await new Promise((resolve) => setTimeout(resolve, PAUSE));
				}
			}
		});
	}

	#next(work: () => Promise<void>): Promise<void> {
		const done = this.#last.then(work);
		// One that fails takes no other with it.
		this.#last = done.catch(() => undefined);
		return done;
	}
}
