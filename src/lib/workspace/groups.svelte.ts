import { groupUse } from '../domain';
import type { Figures } from './figures.svelte';
import type { Records } from './records.svelte';

/** Groups of persons: sensitive ones are there to be asked about only where somebody switched them on. */
export class Groups {
	readonly #figures: Figures;
	readonly #records: Records;

	constructor(figures: Figures, records: Records) {
		this.#figures = figures;
		this.#records = records;
	}

	/** all that there are, and how each is used */
	all = $derived.by(() =>
		this.#figures.inventory.groups.map((group) => ({
			...group,
			use: groupUse(group.name, this.#records.about.groups)
		}))
	);

	/** names of those that are sensitive, switched on or not */
	sensitive = $derived(this.all.filter(({ use }) => use !== 'harmless').map(({ name }) => name));

	/** what the data hold, without groups that are not to be asked about */
	inventory = $derived.by(() => {
		const { inventory } = this.#figures;
		if (this.all.every(({ use }) => use !== 'hidden')) return inventory;
		const isShown = (_: unknown, at: number) => this.all[at]?.use !== 'hidden';
		return { ...inventory, groups: inventory.groups.filter(isShown) };
	});
}
