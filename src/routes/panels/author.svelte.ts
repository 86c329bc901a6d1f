const KEY = 'quartierspiegel-author';

/** Who writes in this browser: asked for once, put under every note. */
class Author {
	#name = $state(localStorage.getItem(KEY) ?? '');

	get name(): string {
		return this.#name;
	}

	set name(name: string) {
		this.#name = name;
		localStorage.setItem(KEY, name);
	}
}

export const author = new Author();
