import type { SectionId } from '$lib/dashboards';

const KEY = 'quartierspiegel-folded';

/** Sections that are folded, kept in this browser. */
class Folds {
	#all = $state.raw<readonly string[]>((localStorage.getItem(KEY) ?? '').split(' '));

	has(id: SectionId): boolean {
		return this.#all.includes(id);
	}

	toggle(id: SectionId): void {
		this.#all = this.has(id) ? this.#all.filter((one) => one !== id) : [...this.#all, id];
		localStorage.setItem(KEY, this.#all.join(' '));
	}

	unfold(id: SectionId): void {
		if (this.has(id)) this.toggle(id);
	}
}

export const foldedSections = new Folds();
